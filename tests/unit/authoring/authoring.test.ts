import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { withNames } from '../../../src/authoring/named-schema.ts';
import { complete } from '../../../src/authoring/questions.ts';
import { renameInArticle } from '../../../src/authoring/tag-edits.ts';
import { checkFolder } from '../../../src/checks/folder.ts';
import { KINDS } from '../../../src/content/schemas/article.ts';
import { aFolder, filesOf } from '../import/an-import.ts';

/** Runs a command of `src/cli/` on a content folder, without a terminal. */
function run(name: string, folder: string, ...words: string[]) {
  return spawnSync(process.execPath, [resolve(`src/cli/${name}.ts`), ...words], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, OPSNOTES_CONTENT: folder },
  });
}

const TAG = 'label: Linux\ndescription: The system.\n';

/** An article with some tags, as YAML. */
function article(tags: string): string {
  return `---\nkind: note\ntitle: A # title\ndescription: A text. # Not a comment\npublished: 2026-01-31\ntags: ${tags}\n---\n\nSee [it](/tags/linux/).\n`;
}

describe('npm run new', () => {
  it.each(KINDS)('writes a %s that has no faults in an empty knowledge base', async (kind) => {
    const folder = aFolder();
    const { status, stdout } = run('new', folder, kind, 'my-article');
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([0, join(folder, 'articles/my-article.mdx')]);
    expect((await checkFolder(folder)).faults).toEqual([]);
  });

  it('writes a title on one line, and says if it has no letters for an address', async () => {
    const folder = aFolder();
    expect(run('new', folder, 'note', '--title', 'RAID:\n  one or five?').status).toBe(0);
    expect((await checkFolder(folder)).faults).toEqual([]);
    const { status, stderr } = run('new', folder, 'note', '--title', '?!');
    expect(status).toBe(2);
    expect(stderr).toContain(
      'Unexpected title `?!`, expected letters for an address, or a SLUG after the kind.',
    );
  });

  it('takes title, tags and source as options, and creates missing tags', async () => {
    const folder = aFolder({
      'tags/linux.yaml': TAG,
      'sources/a.yaml': 'name: A\nauthor: Anna\nurl: https://a.example\n',
    });
    const { status } = run(
      'new',
      folder,
      'note',
      '--title',
      'RAID: one or five?',
      '--tags',
      'Linux, Software RAID',
      '--source',
      'a',
      '--relation',
      'translation',
    );
    expect(status).toBe(0);
    const text = readFileSync(join(folder, 'articles/raid-one-or-five.mdx'), 'utf8');
    expect(text).toContain('title: "RAID: one or five?"\n');
    expect(text).toContain('tags: [linux, software-raid]\n');
    expect(text).toContain('  source: a\n  relation: translation\n');
    expect((await checkFolder(folder)).faults).toEqual([]);
  });

  it('refuses to overwrite, in either place', () => {
    const folder = aFolder({ 'articles/a.mdx': 'x', 'articles/b/index.mdx': 'x' });
    for (const slug of ['a', 'b'])
      expect(run('new', folder, 'note', slug)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/duplicate-slug {2}Unexpected slug/) as string,
      });
    expect(readFileSync(join(folder, 'articles/a.mdx'), 'utf8')).toBe('x');
  });

  it.each([
    [['essay', 'a']],
    [['note']],
    [['note', 'A b']],
    [['note', 'a', 'b']],
    [['note', 'a', '--source', 'gone']],
  ])('exits with 2 for %j, and writes nothing', (words) => {
    const folder = aFolder();
    expect(run('new', folder, ...words)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Usage: npm run new') as string,
    });
    expect(filesOf(folder)).toEqual({});
  });

  it('completes the last tag of a list', () => {
    expect(complete('linux, sto', ['storage', 'linux', 'Stone'])).toEqual([['storage', 'Stone'], 'sto']);
    expect(complete('', ['storage'])).toEqual([['storage'], '']);
  });
});

describe('npm run init', () => {
  it.each(['en', 'ru'])('creates a knowledge base without faults, in %s', async (lang) => {
    const folder = join(aFolder(), 'notes');
    const { status } = run(
      'init',
      '',
      folder,
      '--lang',
      lang,
      '--title',
      'Notes',
      '--url',
      'https://n.example/a',
      '--author',
      'Anna',
      '--licence',
      'Own https://n.example/licence',
    );
    expect(status).toBe(0);
    const { 'site.yaml': site, 'deploy/nginx.conf': nginx } = filesOf(folder);
    expect(site).toContain('url: https://n.example/a/\n');
    expect(site).toMatch(/^idAuthority: n\.example,\d{4}$/m);
    expect(nginx).toContain('server_name n.example;');
    expect((await checkFolder(folder)).faults).toEqual([]);
  });

  it('writes nothing to a folder that is not empty', () => {
    const folder = aFolder({ 'a.txt': 'x' });
    expect(run('init', '', folder)).toMatchObject({ status: 1 });
    expect(Object.keys(filesOf(folder))).toEqual(['a.txt']);
  });

  it.each([[[]], [['a', '--url', 'nowhere']], [['a', '--lang', 'tlh']], [['a', '--licence', 'whatever']]])(
    'exits with 2 for %j',
    (words) => {
      expect(run('init', '', ...words)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('Usage: npm run init') as string,
      });
      expect(existsSync('a')).toBe(false);
    },
  );
});

describe('npm run tags', () => {
  const files = {
    'tags/linux.yaml': TAG,
    'tags/linux-kernel.yaml': 'label: Linux kernel\ndescription: Its kernel. # mine\naliases: [kernels]\n',
    'articles/a.mdx': article('[linux, linux-kernel]'),
    'articles/b.mdx': article('\n  - linux-kernel # first\n  - linux'),
  };

  it('lists them with the number of articles', () => {
    const { stdout } = run('tags', aFolder(files));
    expect(stdout).toBe('    2  linux         Linux\n    2  linux-kernel  Linux kernel\n\n2 tags.\n');
  });

  it('renames one in all articles, and changes nothing else in them', async () => {
    const folder = aFolder(files);
    expect(run('tags', folder, 'rename', 'linux-kernel', 'kernel').status).toBe(0);
    expect(filesOf(folder)).toEqual({
      'articles/a.mdx': article('[linux, kernel]'),
      'articles/b.mdx': article('\n  - kernel # first\n  - linux'),
      'tags/kernel.yaml':
        'label: Linux kernel\ndescription: Its kernel. # mine\naliases: [kernels]\nformerly: [linux-kernel]\n',
      'tags/linux.yaml': TAG,
    });
    expect((await checkFolder(folder)).faults).toEqual([]);
  });

  it('merges several into one, each article having it once', async () => {
    const folder = aFolder(files);
    expect(run('tags', folder, 'merge', 'linux-kernel', 'linux').status).toBe(0);
    expect(filesOf(folder)).toEqual({
      'articles/a.mdx': article('[linux]'),
      'articles/b.mdx': article('[linux]'),
      'tags/linux.yaml': `${TAG}aliases: [Linux kernel, kernels]\nformerly: [linux-kernel]\n`,
    });
    expect((await checkFolder(folder)).faults).toEqual([]);
  });

  it('redirects the old page to the new one, and lets nobody else have it', async () => {
    const folder = aFolder({
      'tags/kernel.yaml': `${TAG}formerly: [linux]\n`,
      'articles/a.mdx': article('[kernel]'),
    });
    expect((await checkFolder(folder)).faults).toEqual([]);
    const taken = aFolder({
      'tags/kernel.yaml': `${TAG}formerly: [linux]\n`,
      'tags/linux.yaml': TAG.replace('Linux', 'Other'),
      'articles/a.mdx': article('[kernel, linux]'),
    });
    // The new tag also keeps the old name, so that readers find it.
    expect(new Set((await checkFolder(taken)).faults.map(({ code }) => code))).toEqual(
      new Set(['duplicate-path', 'tag-clash']),
    );
  });

  it('changes nothing if a tag is missing, a name is taken, or with --dry-run', () => {
    for (const words of [
      ['rename', 'gone', 'a'],
      ['rename', 'linux', 'linux-kernel'],
      ['rename', 'linux', 'A b'],
      ['merge', 'linux', 'gone'],
      ['drop', 'linux'],
      ['rename', 'linux', 'a', '--dry-run'],
    ]) {
      const folder = aFolder(files);
      expect(run('tags', folder, ...words).status).toBe(words.includes('--dry-run') ? 0 : 2);
      expect(filesOf(folder)).toEqual(files);
    }
  });

  it('rewrites a block list without touching what follows', () => {
    const merged = renameInArticle(
      article('\n  - linux\n  - linux-kernel # last\ndraft: true'),
      new Map([['linux-kernel', 'linux']]),
    );
    expect(merged).toContain('tags: [linux]\ndraft: true\n---\n');
  });

  it('quotes a name that YAML would not read as a string', () => {
    expect(renameInArticle(article('[linux]'), new Map([['linux', '2010']]))).toBe(article('["2010"]'));
  });
});

describe('npm run check', () => {
  const faulty = {
    'tags/linux.yaml': TAG,
    'articles/a.mdx': article('[linux, gone]').replace('See', '{/* todo: say more */}\n\nSee'),
  };

  it('reports as JSON', () => {
    const { status, stdout } = run('check', aFolder(faulty), '--format', 'json', '--todo');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { line: 6, code: 'unknown-tag', severity: 'fault' },
      { line: 9, code: 'to-do', severity: 'todo', message: 'say more' },
    ]);
  });

  it('reports for GitHub, one line each', () => {
    const { stdout } = run('check', aFolder(faulty), '--format', 'github');
    expect(stdout).toMatch(
      /^::error file=[^,]*a\.mdx,line=6,title=unknown-tag::Unexpected tag `gone`, expected [^\n]*\n$/,
    );
  });

  it('lists what is left to do, which is not a fault', () => {
    const folder = aFolder({ ...faulty, 'articles/a.mdx': faulty['articles/a.mdx'].replace(', gone', '') });
    expect(run('check', folder)).toMatchObject({
      status: 0,
      stdout: '1 article, 1 tag, 0 sources: no faults.\n1 to do: npm run check -- --todo\n',
    });
    expect(run('check', folder, '--todo').stdout).toContain(':9  to-do  say more\n');
  });

  it('counts each fault that it has fixed, also several in one line', async () => {
    const hidden = article('[linux]').replace('See', 'S\u200bee\u200b \u2066this.\n\nS\u200bee');
    const folder = aFolder({ 'tags/linux.yaml': TAG, 'articles/a.mdx': hidden });
    const { faults } = await checkFolder(folder);
    const fixable = faults.filter(({ fix }) => fix !== undefined);
    expect(new Set(fixable.map(({ line }) => line)).size).toBeLessThan(fixable.length);
    expect(run('check', folder, '--fix')).toMatchObject({
      status: 0,
      stderr: `${fixable.length} faults fixed.\n`,
    });
    expect(run('check', folder, '--fix').stderr).toBe('0 faults fixed.\n');
    const one = aFolder({
      'tags/linux.yaml': TAG,
      'articles/a.mdx': article('[linux]').replace('See', 'S\u200bee'),
    });
    expect(run('check', one, '--fix').stderr).toBe('1 fault fixed.\n');
  });

  it('exits with 2 for a format that it doesn’t know', () => {
    expect(run('check', aFolder(), '--format', 'xml')).toMatchObject({ status: 2 });
  });
});

describe('The problem matchers for VS Code', () => {
  // JSON with comments.
  const tasks = parseDocument(
    readFileSync('.vscode/tasks.json', 'utf8').replace(/^ *\/\/.*$/gm, ''),
  ).toJS() as {
    tasks: {
      problemMatcher: { pattern: Record<'file' | 'line' | 'code' | 'message', number> & { regexp: string } };
    }[];
  };

  /** What VS Code finds in an output, line by line. */
  function problems(index: number, output: string): string[][] {
    const { regexp, file, line, code, message } = tasks.tasks[index]!.problemMatcher.pattern;
    return output.split('\n').flatMap((text) => {
      const found = new RegExp(regexp).exec(text);
      return found === null ? [] : [[file, line, code, message].map((group) => found[group]!)];
    });
  }

  const files = {
    'tags/linux.yaml': TAG,
    'articles/a.mdx': article('[linux, gone]').replace(
      'See',
      '{/* todo: say more */}\n\n```console\n$ echo “a”\n```\n\nSee',
    ),
    'articles/b c.mdx': article('[linux]'),
  };

  it('find every fault in what the check prints, with its file and line', async () => {
    const folder = aFolder(files);
    const { stdout, stderr } = run('check', folder);
    const { faults, warnings } = await checkFolder(folder);
    const found = problems(0, `${stdout}${stderr}`).map((parts) => parts.join('|'));
    const printed = [...faults, ...warnings].map(({ file, line, code, message }) =>
      [file, line, code, message].join('|'),
    );
    expect(printed.length).toBeGreaterThan(3);
    expect(found.sort()).toEqual(printed.sort());
  });

  it('find everything that is left to do', () => {
    const folder = aFolder(files);
    const { stdout, stderr } = run('check', folder, '--todo');
    expect(problems(1, `${stdout}${stderr}`)).toEqual([
      [join(folder, 'articles/a.mdx'), '9', 'to-do', 'say more'],
    ]);
  });
});

describe('The schema for editors', () => {
  it('has the names of tags, sources and articles', () => {
    const schema = {
      oneOf: [
        {
          properties: {
            tags: { type: 'array', items: {} },
            supersededBy: {},
            attribution: { properties: { source: {}, relation: {} } },
            talks: { items: { properties: { source: {} } } },
          },
        },
      ],
    };
    expect(withNames(schema, { tags: ['linux'], sources: [], articles: ['a'] })).toEqual({
      oneOf: [
        {
          properties: {
            tags: { type: 'array', items: { type: 'string', enum: ['linux'] } },
            supersededBy: { type: 'string', enum: ['a'] },
            attribution: { properties: { source: { type: 'string' }, relation: {} } },
            talks: { items: { properties: { source: {} } } },
          },
        },
      ],
    });
  });
});
