import { describe, expect, it } from 'vitest';
import { articleBlocks } from '../../../src/markdown/article-blocks.ts';
import { outline } from '../../../src/markdown/outline.ts';
import { article as schema } from '../../../src/schemas/article.ts';
import { searchRecords, type SearchRecord } from '../../../src/search/records.ts';

const NOTE = {
  kind: 'note',
  title: 'A',
  description: 'B.',
  published: '2024-12-31T23:30:00-02:00',
  tags: ['xen'],
};

const TEXT = [
  'Before.',
  '',
  '## Firewall',
  '',
  'Be careful. Clear the rules:',
  '',
  '```console host="store1 store2"',
  '# iptables -F',
  '$ ls | sort',
  'output',
  '```',
  '',
  '```ini file="/etc/a"',
  '[b]',
  '```',
  '',
  'Then:',
  '',
  '```bash',
  'set -e',
  'date',
  '```',
].join('\n');

describe('the record of an article', () => {
  it('has its words, and what a result shows', () => {
    expect(records(NOTE, TEXT)[0]).toEqual({
      url: '/articles/a/',
      content: 'A\nB.\nXen hypervisor\nBefore.\nFirewall\nBe careful. Clear the rules:\nThen:',
      meta: { title: 'A', description: 'B.', kind: 'note', year: '2025', lang: 'en' },
      filters: { type: ['article'], kind: ['note'], tag: ['xen'] },
    });
  });

  it('has what stands in the frontmatter only', () => {
    const appliesTo = [{ product: 'Xen', version: '4.2', system: 'Fedora 13' }, { product: 'XCP' }];
    const conference = {
      ...NOTE,
      kind: 'conference',
      appliesTo,
      event: { name: 'Xen Summit', place: 'Town' },
      talks: [{ title: 'One', speakers: ['C', 'D'] }, { title: 'Two' }],
    };
    expect(records(conference, '')[0]?.content.split('\n').slice(3)).toEqual([
      'Xen',
      '4.2',
      'Fedora 13',
      'XCP',
      'Xen Summit',
      'Town',
      'One',
      'C',
      'D',
      'Two',
      '',
    ]);
    const benchmark = { ...NOTE, kind: 'benchmark', testbed: ['Two guests'], method: ['Five runs'] };
    expect(records(benchmark, '')[0]?.content.split('\n').slice(3)).toEqual(['Two guests', 'Five runs', '']);
  });
});

describe('the record of a command', () => {
  it('has the command, the sentence before it, and where and by whom it is run', () => {
    expect(records(NOTE, TEXT)[1]).toEqual({
      url: '/articles/a/#step-1',
      content: 'iptables -F\nBe careful. Clear the rules:'.replace('Be careful. ', ''),
      meta: {
        title: 'A',
        command: 'iptables -F',
        introduction: 'Clear the rules:',
        hosts: 'store1 store2',
        root: 'yes',
      },
      filters: { type: ['command'], program: ['iptables'], kind: ['note'], tag: ['xen'] },
    });
  });

  it('is there for each step and script, and for no listing', () => {
    expect(records(NOTE, TEXT).map(({ url }) => url)).toEqual([
      '/articles/a/',
      '/articles/a/#step-1',
      '/articles/a/#step-2',
      '/articles/a/#step-3',
    ]);
  });

  it('has every program of a pipe, and no output', () => {
    const [, , pipe] = records(NOTE, TEXT);
    expect(pipe?.filters['program']).toEqual(['ls', 'sort']);
    expect(pipe?.meta['root']).toBe('no');
    expect(pipe?.content).not.toContain('output');
  });
});

function records(data: object, mdx: string): SearchRecord[] {
  const parsed = outline(mdx);
  return searchRecords({
    slug: 'a',
    data: schema.parse(data),
    outline: parsed,
    blocks: articleBlocks(parsed),
    tagWords: ['Xen', 'hypervisor'],
    lang: 'en',
  });
}
