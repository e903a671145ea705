import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/search/build-index.ts';
import type { CommandRecord } from '../../../src/search/format.ts';
import { indexedArticle, type SearchedArticle } from '../../../src/search/indexed-article.ts';
import type { ReadFile } from '../../../src/search/index-reader.ts';
import { Search, type Answer } from '../../../src/search/search.ts';

function command(text: string, programs: string[], introduction: string): CommandRecord {
  return {
    anchor: `step-${text.length}`,
    command: text,
    introduction,
    hosts: [],
    sign: '#',
    programs,
    destructive: false,
  };
}

function article(
  slug: string,
  title: string,
  text: string,
  commands: CommandRecord[],
  kind = 'guide',
): SearchedArticle {
  return {
    alsoFoundBy: slug === 'volume' ? ['gluster'] : [],
    record: {
      path: `/articles/${slug}/`,
      title,
      description: `About ${title}.`,
      kind,
      year: 2010,
      lang: 'en',
      tags: slug === 'volume' ? [['glusterfs', 'GlusterFS']] : [['network', 'Network']],
      commands,
      sections: [{ id: '', title: '', text }],
    },
  };
}

const ARTICLES = [
  article('volume', 'A replicated volume', 'Mirror files on two nodes.', [
    command(
      'glusterfs-volgen --name store1 --raid 1 gluster1:/export gluster2:/export',
      ['glusterfs-volgen'],
      'Mirror files on two nodes.',
    ),
    command('mount -t glusterfs gluster1:/store1 /mnt', ['mount'], 'Mount the volume.'),
  ]),
  article('firewall', 'Firewall rules', 'Which rules a server needs.', [
    command('iptables -F', ['iptables'], 'Clear the rules.'),
    command('iptables -f -A INPUT -j DROP', ['iptables'], 'Drop fragments.'),
    command('FOO=1 make && make install', ['make'], 'Build it.'),
  ]),
  article('summit', 'Xen Summit', 'The hypervisor and its driver domains.', [], 'conference'),
];

const FILES = buildIndex(ARTICLES.map(indexedArticle));

function reader(asked: string[] = []): ReadFile {
  return (name) => {
    asked.push(name);
    const file = FILES.get(name);
    return file === undefined ? Promise.reject(new Error(name)) : Promise.resolve(file);
  };
}

async function find(query: string, ...rest: [object?, boolean?]): Promise<Answer> {
  return new Search(reader()).find(query, ...rest);
}

async function firstCommand(query: string): Promise<string | undefined> {
  return (await find(query)).commands[0]?.command.command;
}

describe('a command is found by', () => {
  it.each([
    ['--raid 1', 'glusterfs-volgen'],
    ['volgen', 'glusterfs-volgen'],
    ['gluster1:/export', 'glusterfs-volgen'],
    ['mirror files on two nodes', 'glusterfs-volgen'],
    ['[root@web ~]# sudo glusterfs-volgen --name x --raid 1 a:/b', 'glusterfs-volgen'],
    ['iptables -F', 'iptables -F'],
    ['iptables -f', 'iptables -f'],
    ['iptab', 'iptables'],
    ['FOO=1', 'FOO=1'],
    ['make && make', 'FOO=1'],
  ])('%s', async (query, beginning) => {
    expect(await firstCommand(query)).toMatch(new RegExp(`^${beginning.replace(/[-+]/g, '\\$&')}`));
  });
});

describe('an answer', () => {
  it('has commands first where the query looks like one, and for a program', async () => {
    expect((await find('--raid')).commandsFirst).toBe(true);
    expect((await find('iptables')).commandsFirst).toBe(true);
    expect((await find('driver domains')).commandsFirst).toBe(false);
  });

  it('has the articles of its commands and those that speak of it', async () => {
    expect((await find('hypervisor')).articles.map(({ article: { path } }) => path)).toEqual([
      '/articles/summit/',
    ]);
    expect((await find('iptables')).articles[0]?.article.title).toBe('Firewall rules');
  });

  it('finds an article by another spelling of its tag', async () => {
    expect((await find('gluster')).articles[0]?.article.title).toBe('A replicated volume');
  });

  it('puts a slip right and says so', async () => {
    const answer = await find('iptabels -F');
    expect(answer.corrected).toBe('iptables -F');
    expect(answer.commands[0]?.command.command).toBe('iptables -F');
  });

  it('leaves what was typed alone where the reader wants it', async () => {
    const answer = await find('iptabels', {}, true);
    expect([answer.corrected, answer.commands.length]).toEqual([undefined, 0]);
  });

  it.each([
    [{ tag: 'network' }, ['/articles/firewall/']],
    [{ kind: 'conference' }, []],
    [{ program: 'make' }, ['/articles/firewall/']],
    [{ program: 'make', tag: 'glusterfs' }, []],
  ])('is narrowed down by %j', async (choices, paths) => {
    const { commands } = await find('rules build make mount', choices);
    expect([...new Set(commands.map((hit) => hit.article.path))]).toEqual(paths);
  });

  it('is empty for nothing, blanks and quotes', async () => {
    for (const query of ['', '   ', '"\'']) expect((await find(query)).commands).toEqual([]);
  });

  it('comes for anything that can be typed', async () => {
    const search = new Search(reader());
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (query) => {
        expect((await search.find(query)).query).toBe(query);
      }),
    );
  });
});

describe('the index', () => {
  it('has another folder when anything in it changes', () => {
    const changed = buildIndex(ARTICLES.slice(1).map(indexedArticle));
    expect([...changed.keys()].filter((name) => FILES.has(name))).toEqual(['directory']);
  });

  it('is asked for a file once, and again only where it did not come', async () => {
    const asked: string[] = [];
    const read = reader(asked);
    let fails = true;
    const search = new Search((name) => {
      if (!fails) return read(name);
      fails = false;
      return Promise.reject(new Error('no network'));
    });
    await expect(search.find('iptables')).rejects.toThrow('no network');
    await search.find('iptables');
    await search.find('iptables');
    expect(asked.length).toBe(new Set(asked).size);
  });

  it('of another version is refused', async () => {
    const search = new Search(() => Promise.resolve('{"version":999}'));
    await expect(search.find('x')).rejects.toThrow('version');
  });

  it('of no article at all has no answer and no fault', async () => {
    const empty = buildIndex([]);
    const search = new Search((name) => Promise.resolve(empty.get(name)!));
    expect((await search.find('iptables')).articles).toEqual([]);
  });
});
