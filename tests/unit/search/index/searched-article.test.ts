import { expect, it } from 'vitest';
import { searchedArticle } from '../../../../src/search/index/searched-article.ts';
import { anArticle } from '../../articles/an-article.ts';

const MDX = `Before any heading.

## Hosts and users

Say who is who. The guide says so in words; the commands are ours.

\`\`\`console host="web1 web2" title="Empty the chains"
# iptables -F
# iptables-save
\`\`\`

Then look, as a user:

\`\`\`console
[www@web2 ~]$ curl --head http://192.0.2.7/
\`\`\`

\`\`\`text file="/etc/hosts" append host="web1"
192.0.2.7 web2
\`\`\`

\`\`\`bash
df \\
  --human-readable
\`\`\`

\`\`\`text
What is no command is no result of its own.
\`\`\`
`;

const { sections, facts, tags } = searchedArticle(
  anArticle({ mdx: MDX }),
  new Map([['hosts-and-users', 'Drawn text.']]),
);
const shown = sections[1]!.blocks.map((block) => block.shown);

it('has the prose of each section, and next to it what only a renderer knows', () => {
  expect(sections.map(({ id, title, text }) => [id, title, text])).toEqual([
    ['', '', 'Before any heading.'],
    [
      'hosts-and-users',
      'Hosts and users',
      'Say who is who. The guide says so in words; the commands are ours.\nThen look, as a user:\nDrawn text.\nWhat is no command is no result of its own.',
    ],
  ]);
});

it('explains a command by the title of its fence, or else by the sentence before it', () => {
  expect(shown.map(({ about }) => about)).toEqual([
    'Empty the chains',
    'Empty the chains',
    'Then look, as a user:',
    'Then look, as a user:',
    'Then look, as a user:',
  ]);
});

it('has every listing, and every command in full with host, user and sign', () => {
  expect(shown).toMatchObject([
    {
      type: 'command',
      command: 'iptables -F',
      sign: '#',
      user: 'root',
      hosts: ['web1', 'web2'],
      programs: ['iptables'],
    },
    { type: 'command', command: 'iptables-save' },
    { type: 'command', command: 'curl --head http://192.0.2.7/', sign: '$', user: 'www', hosts: ['web2'] },
    { type: 'listing', file: '/etc/hosts', append: true, hosts: ['web1'], text: '192.0.2.7 web2' },
    { type: 'command', command: 'df \\\n  --human-readable', sign: '' },
  ]);
  expect(sections[1]!.blocks.map(({ id }) => id.split('-')[0])).toEqual([
    'step',
    'step',
    'step',
    'block',
    'step',
  ]);
});

it('names the harm that a command can do', () => {
  expect(shown[0]).toMatchObject({ harms: ['cuts-off'] });
  expect(shown[2]).toMatchObject({ harms: [] });
});

it('is found by its frontmatter', () => {
  const data = {
    kind: 'conference',
    event: { name: 'FUDCon', place: 'Tempe', days: ['2011-01-29'] },
    talks: [{ title: 'State of Fedora', speakers: ['J. Smith'] }],
  };
  const { facts: of } = searchedArticle(anArticle({ tags: ['fedora'], data }));
  expect(of).toEqual(['FUDCon', 'Tempe', '“State of Fedora”', 'J. Smith', 'fedora', 'FEDORA']);
  expect([facts, tags]).toEqual([['web1', 'web2', 'root', 'www', 'xen', 'XEN'], [['xen', 'XEN']]]);
});

it('has whole words of the beginning and the end of an output that is longer than a screen', () => {
  const lines = Array.from({ length: 300 }, (_, at) => `line${at} of the log`);
  const fences = { console: ['# journalctl', ...lines], text: lines };
  for (const [name, [most, text]] of Object.entries({
    console: [2000, fences.console],
    text: [6000, [...fences.text, ...fences.text]],
  } as const)) {
    const mdx = ['```' + name, ...text, '```'].join('\n');
    const { text: kept } = searchedArticle(anArticle({ mdx })).sections[0]!;
    expect(kept.length).toBeGreaterThan(most - 20);
    expect(kept.length).toBeLessThanOrEqual(most);
    const words = new Set(text.join(' ').split(' '));
    expect(kept.split(' ').filter((word) => !words.has(word))).toEqual([]);
    expect(kept).toMatch(/^line0 .* line299 of the log$/);
  }
});

it('has a short output as a whole', () => {
  const mdx = '```console\n# uptime\n 03:12:44 up  7 days,  load average: 0.00\n```\n';
  expect(searchedArticle(anArticle({ mdx })).sections[0]!.text).toBe(
    '03:12:44 up 7 days, load average: 0.00',
  );
});
