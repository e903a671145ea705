import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/search/plan/answer.ts';
import type { Finder } from '../../../../src/search/plan/find.ts';
import { aCommand, aListing, anArticle, anIndex, aSection } from '../an-index.ts';

let finder: Finder;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ finder, remove } = await anIndex([
    anArticle('firewall', {
      tags: [['network', 'Networks']],
      sections: [
        aSection('', 'Rules that are lost at a restart.'),
        aSection('flush', 'Empty all chains, then list them: nothing is left.', [
          aCommand('step-1', 'iptables -F', {
            about: 'Empty all chains',
            sign: '#',
            hosts: ['web1'],
            harms: ['destroys'],
          }),
          aCommand('step-2', 'iptables -f --verbose'),
          aCommand('step-3', 'iptables-save > /root/rules'),
        ]),
      ],
    }),
    anArticle('clean', {
      kind: 'note',
      sections: [
        aSection('remove', 'Old backups take room.', [
          aCommand('step-1', 'rm /var/tmp/old'),
          aCommand('step-2', 'rm -rf /srv/backup/old', { about: 'Remove the whole tree' }),
        ]),
      ],
    }),
    anArticle('names', {
      sections: [
        aSection('hosts', 'Each knows the other by name.', [
          aCommand('step-1', 'getent hosts web2'),
          aListing('block-2', '/etc/hosts', '192.0.2.11 web1\n192.0.2.12 web2', { append: true }),
        ]),
      ],
    }),
    anArticle('download', {
      sections: [
        aSection('get', 'The archive is on a server of ours.', [
          aCommand('step-1', 'curl --output a.tar.gz http://192.0.2.77:8080/glusterfs-3.0.5.tar.gz'),
        ]),
      ],
    }),
    anArticle('prose', {
      sections: [aSection('talk', 'At 192.0.2.77 somebody spoke of version 3.0.6 and of rsync.')],
    }),
    anArticle('lines', {
      sections: [
        aSection('many', '', [aCommand('step-1', 'rsync --archive \\\n  --delete \\\n  /srv/  /backup/')]),
      ],
    }),
  ]));
}, 60_000);

afterAll(() => remove());

function commandsOf({ commands }: Answer): string[] {
  return commands.map(({ shown }) => (shown?.type === 'listing' ? shown.file : (shown?.command ?? '')));
}

async function found(query: string, ...rest: [] | [Parameters<Finder['find']>[1]]): Promise<string[]> {
  return commandsOf(await finder.find(query, ...rest));
}

describe('what a tired administrator types', () => {
  it.each([
    ['rm -rf', 'rm -rf /srv/backup/old'],
    ['/etc/hosts', '/etc/hosts'],
    ['web1', '/etc/hosts'],
    ['iptables -F', 'iptables -F'],
    ['iptables -f', 'iptables -f --verbose'],
    ['$ sudo iptables -F', 'iptables -F'],
    // On a Russian keyboard, without switching it.
    ['шзефидуы -А', 'iptables -F'],
    ['.уес.рщыеы', '/etc/hosts'],
    ['[root@web1 ~]# rm -rf', 'rm -rf /srv/backup/old'],
    ['  503  rm -rf', 'rm -rf /srv/backup/old'],
    ['192.0.2.77', 'curl --output a.tar.gz http://192.0.2.77:8080/glusterfs-3.0.5.tar.gz'],
    ['3.0.5', 'curl --output a.tar.gz http://192.0.2.77:8080/glusterfs-3.0.5.tar.gz'],
    ['192.0.2.12', '/etc/hosts'],
    ['iptabels -F', 'iptables -F'],
    ['save', 'iptables-save > /root/rules'],
    ['how do I empty all chains?', 'iptables -F'],
    ['output', 'curl --output a.tar.gz http://192.0.2.77:8080/glusterfs-3.0.5.tar.gz'],
    ['rsync --archive --delete', 'rsync --archive \\\n  --delete \\\n  /srv/  /backup/'],
  ])('%s shows %s first', async (query, first) => {
    expect((await found(query))[0]).toBe(first);
  });

  it('keeps everything that a command shows', async () => {
    const { commands, commandsFirst } = await finder.find('iptables -F');
    expect(commandsFirst).toBe(true);
    expect(commands[0]).toMatchObject({
      article: {
        path: '/articles/firewall/',
        title: 'About firewall',
        kind: 'guide',
        tags: [['network', 'Networks']],
      },
      id: 'step-1',
      heading: 'flush',
      shown: { sign: '#', hosts: ['web1'], about: 'Empty all chains', harms: ['destroys'] },
    });
  });

  it('shows the section of an article that has the words', async () => {
    const { articles } = await finder.find('lost at a restart');
    expect(articles[0]).toMatchObject({ article: { path: '/articles/firewall/' }, id: '' });
    expect((await finder.find('list them nothing is left')).articles[0]).toMatchObject({ id: 'flush' });
  });
});

describe('reports what is missing', () => {
  it('names the word that is missing', async () => {
    const { commands, unknown } = await finder.find('iptables --zzzz');
    expect(commands[0]).toMatchObject({ without: ['--zzzz'] });
    expect(unknown).toEqual(['--zzzz']);
  });

  it('names a correction, and searches for what was typed on request', async () => {
    expect((await finder.find('iptabels -F')).corrected).toBe('iptables -F');
    const asTyped = await finder.find('iptabels', {}, true);
    expect([asTyped.corrected, asTyped.commands]).toEqual([undefined, []]);
    expect(asTyped.near[0]).toBe('iptables');
  });

  it.each([
    [
      'a message with one word that occurs here',
      'Unable to locate package, see getent[812]:',
      'getent hosts web2',
    ],
    [
      'a program and words that nobody wrote',
      'rsync qwertyuiop zxcvbnm asdfghjkl',
      'rsync --archive \\\n  --delete \\\n  /srv/  /backup/',
    ],
  ])('%s finds the known word', async (_, query, command) => {
    const { commands } = await finder.find(query);
    expect(commands[0]?.shown).toMatchObject({ command });
  });

  it('one word that does not occur does not hide what the others find', async () => {
    const { commands, unknown } = await finder.find('почему не монтируется /srv/backup/old?');
    expect(commands[0]?.shown).toMatchObject({ command: 'rm -rf /srv/backup/old' });
    expect(commands[0]?.without).toEqual(['монтируется']);
    expect(unknown).toEqual(['монтируется']);
  });

  it('splits words that nobody joins', async () => {
    const { commands, unknown } = await finder.find('all-chains');
    expect(commands[0]?.shown).toMatchObject({ command: 'iptables -F' });
    expect(unknown).toEqual([]);
  });

  it('splits a name of which only a part is known', async () => {
    const { commands, unknown } = await finder.find('frobnicate.rsync');
    expect(commands[0]?.shown).toMatchObject({ programs: ['rsync'] });
    expect(unknown).toEqual(['frobnicate']);
  });

  it.each([
    '[2026-11-28 12:13:14.123] E [x-client.c:1163] 0-vol: old backups take no room',
    'Nov 28 03:12:44 web9 zzzd[812]: old backups do take room',
    'where on earth do the really old backups take so much room',
  ])('%s: no page needs to have all of it', async (query) => {
    const { articles } = await finder.find(query);
    expect(articles[0]).toMatchObject({ article: { path: '/articles/clean/' }, id: 'remove' });
  });

  it('does not take an unknown word of a sentence for a name', async () => {
    const { corrected } = await finder.find('the old backups are on a bm disk somewhere');
    expect(corrected).toBeUndefined();
  });

  it('ignores the case of an option if the rest of the command is the same', async () => {
    const { commands } = await finder.find('iptables -F --VERBOSE');
    expect(commands.map(({ shown }) => shown)).toContainEqual(
      expect.objectContaining({ command: 'iptables -f --verbose' }),
    );
  });

  it('finds nothing for an IP address that nobody wrote', async () => {
    const { commands, articles, unknown } = await finder.find('10.0.0.11');
    expect([commands, articles, unknown]).toEqual([[], [], ['10.0.0.11']]);
  });
});

describe('while an answer is made', () => {
  it('first gives what the best pages have, if more have to be read', async () => {
    const articles = Array.from({ length: 12 }, (_, at) =>
      anArticle(`many-${at}`, {
        sections: [aSection('', `Copper is ${'x'.repeat(at)} scattered over lead.`)],
      }),
    );
    const many = await anIndex(articles);
    const early: Answer[] = [];
    const answer = await many.finder.find('copper lead', {}, false, {
      early: (first) => Promise.resolve(void early.push(first)),
    });
    expect(early.map((first) => first.articles.length)).toEqual([6]);
    expect(answer.articles).toHaveLength(10);
    expect(answer.articles.slice(0, 6)).toEqual(early[0]!.articles);
    expect(early[0]!.articles.every(({ without }) => without.length === 0)).toBe(true);
    await many.remove();
  });

  it('says when it was typed on another keyboard, and can leave it as typed', async () => {
    expect((await finder.find('шзефидуы')).corrected).toBe('iptables');
    for (const [typed, asTyped] of [
      ['шзефидуы', true],
      ['монтирование', false],
      ['qwertyuiop', false],
    ] as const)
      expect(await finder.find(typed, {}, asTyped)).toMatchObject({ corrected: undefined, unknown: [typed] });
  });

  it('gives nothing early if that may not be the answer', async () => {
    const early: Answer[] = [];
    const course = { early: (first: Answer) => Promise.resolve(void early.push(first)) };
    for (const query of ['iptables -F', 'iptabels -F', 'rsync qwertyuiop'])
      await finder.find(query, {}, false, course);
    expect(early).toEqual([]);
  });

  it('can be ended between two steps, and nothing is broken afterwards', async () => {
    const pause = (): Promise<void> => Promise.reject(new Error('enough'));
    await expect(finder.find('iptabels -F', {}, false, { pause })).rejects.toThrow('enough');
    expect((await finder.find('iptabels -F')).corrected).toBe('iptables -F');
  });
});

describe('choices', () => {
  it('narrow down by kind, tag and program', async () => {
    expect(await found('rm', { kind: 'guide' })).toEqual([]);
    expect((await found('rm', { kind: 'note' }))[0]).toBe('rm /var/tmp/old');
    expect(await found('chains', { tag: 'network' })).toContain('iptables -F');
    expect(await found('chains', { tag: 'storage' })).toEqual([]);
    expect(await found('web2', { program: 'getent' })).toEqual(['getent hosts web2']);
  });
});

describe('any query', () => {
  it.each([
    '',
    '   ',
    '\0\x1B[31m',
    '((((([[[[*+?',
    '<img src=x onerror=alert(1)>',
    '--',
    '$ ',
    '"rm',
    '"rm -rf"',
    'a',
    '🐧',
    '\uD800',
    '防',
    'x'.repeat(10_000),
    'rm '.repeat(3000),
    '__proto__ constructor',
    '___PAGEFIND_ANCHOR___h2:0:x',
  ])('%j gets an answer', async (query) => {
    const { commands, articles } = await finder.find(query);
    expect(commands.length + articles.length).toBeLessThan(21);
  });

  it('never fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (query) => {
        expect((await finder.find(query)).typed).toBe(query);
      }),
      { numRuns: 60 },
    );
  });
});
