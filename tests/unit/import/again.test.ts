import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importSource } from '../../../src/import/import.ts';
import { dies } from './a-death.ts';
import { aFolder, filesOf, importFrom, item, options, rss, write } from './an-import.ts';

const COMMAND = resolve('src/cli/import.ts');

/** A feed with a number of entries, each with some code. */
function feedOf(count: number, text = 'Text'): string {
  const entries = Array.from({ length: count }, (_, index) =>
    item(`<p>${text} ${index}.</p><pre>$ uptime</pre>`)
      .replaceAll('post/', `post-${index}/`)
      .replace('?p=1', `?p=${index}`)
      .replace('<title>Post', `<title>Post ${index}`),
  );
  return rss(entries.join(''));
}

function aFeed(text: string): string {
  return join(aFolder({ 'feed.xml': text }), 'feed.xml');
}

/** All files of a folder, including the import's own. */
function everything(folder: string): Record<string, string> {
  const own = ['imported.jsonl', 'report.md'].map((name) => join(folder, '.import', name)).filter(existsSync);
  return { ...filesOf(folder), ...Object.fromEntries(own.map((file) => [file, readFileSync(file, 'utf8')])) };
}

describe('A second import', () => {
  it('changes nothing', async () => {
    const feed = aFeed(feedOf(3));
    const { folder } = await importFrom(feed, { relation: 'reprint' });
    const before = everything(folder);
    const again = await importFrom(feed, { relation: 'reprint', date: '2030-01-01' }, folder);
    expect(again.articles).toMatchObject({ new: 0, changed: 0, same: 3 });
    expect(again.hasChanged).toBe(false);
    expect(everything(folder)).toEqual(before);
  });

  it('changes nothing if two entries have the same id', async () => {
    const other = item('<p>Other.</p>').replace('<title>Post', '<title>Other').replace('/post/', '/other/');
    const feed = aFeed(rss(item('<p>A.</p>') + other));
    const { folder } = await importFrom(feed);
    expect(filesOf(folder)['articles/other/index.mdx']).toContain('  - /2010/05/other/');
    const before = everything(folder);
    const again = await importFrom(feed, {}, folder);
    expect(again.articles).toMatchObject({ new: 0, changed: 0, same: 2 });
    expect(everything(folder)).toEqual(before);
  });

  it('keeps the day that an entry without a date got the first time', async () => {
    const feed = aFeed(
      rss('<item><title>A</title><link>https://a.example/a-b</link><description>Text.</description></item>'),
    );
    const { folder } = await importFrom(feed, { date: '2026-01-31' });
    const again = await importFrom(feed, { date: '2026-02-28' }, folder);
    expect(again.articles.same).toBe(1);
  });

  it('keeps an article that was edited since, and says so', async () => {
    const feed = aFeed(feedOf(2));
    const { folder } = await importFrom(feed);
    const file = join(folder, 'articles/post-0/index.mdx');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nMy own words.\n`);
    const again = await importFrom(aFeed(feedOf(2, 'Changed')), {}, folder);
    expect(again.articles).toMatchObject({ edited: 1, changed: 1 });
    expect(again.codes).toContain('kept: edited-since');
    expect(again.files['articles/post-0/index.mdx']).toContain('Text 0.');
    expect(again.files['articles/post-0/index.mdx']).toContain('My own words.');
    expect(again.files['articles/post-1/index.mdx']).toContain('Changed 1.');
  });

  it('does not restore an article that was deleted since, unless asked to', async () => {
    const feed = aFeed(feedOf(2));
    const { folder } = await importFrom(feed);
    rmSync(join(folder, 'articles/post-0'), { recursive: true });
    expect((await importFrom(feed, {}, folder)).codes).toEqual(['kept: deleted-since']);
    expect(existsSync(join(folder, 'articles/post-0'))).toBe(false);
    expect((await importFrom(feed, { restore: true }, folder)).articles).toMatchObject({ new: 1, same: 1 });
  });

  it('adds new entries, under another name if theirs is taken', async () => {
    const { folder } = await importFrom(aFeed(feedOf(1)));
    const other = feedOf(1).replaceAll('blog.example', 'other.example');
    const again = await importFrom(aFeed(other), {}, folder);
    expect(Object.keys(again.files).filter((path) => path.endsWith('.mdx'))).toEqual([
      'articles/post-0-2/index.mdx',
      'articles/post-0/index.mdx',
    ]);
    expect(again.faults).toEqual([]);
  });
});

describe('An import that is killed', () => {
  /** Two texts with a picture each. In the other version the words differ, and so does the first text's picture. */
  const texts = async (words: string, picture: string, colour: string) => {
    const png = (background: string) =>
      sharp({ create: { width: 2, height: 2, channels: 3, background } })
        .png()
        .toBuffer();
    const text = (title: string, name: string) =>
      `---\ntitle: ${title}\ndate: 2010-05-28\ntags: [linux]\n---\n\n${words}\n\n![A picture](${name}.png)\n`;
    return {
      'one.md': text('One', picture),
      'two.md': text('Two', 'b'),
      [`${picture}.png`]: await png('white'),
      'b.png': await png(colour),
    };
  };

  it.each([false, true])('leaves nothing duplicated or half-written, at any point (%j)', async (half) => {
    const versions = [await texts('Before.', 'a', 'red'), await texts('After.', 'c', 'blue')] as const;
    const source = aFolder();
    const become = (version: number) => {
      rmSync(source, { recursive: true });
      write(source, versions[version]!);
    };
    for (const version of [0, 1] as const) {
      become(version);
      const { files: wanted } = await importFrom(source);
      for (let number = 1, isOver = false; !isOver; number++) {
        const folder = aFolder();
        become(0);
        if (version === 1) await importFrom(source, {}, folder);
        become(version);
        isOver = !(await dies(() => importSource(options(source, folder)), { folder, number, half }));
        if (isOver) expect(number).toBeGreaterThan(10);
        const after = await importFrom(source, {}, folder);
        expect(after.files, `killed before change ${number}`).toEqual(wanted);
        expect(after.codes).toEqual([]);
        const { articles } = await importFrom(source, {}, folder);
        expect(articles, `killed before change ${number}`).toMatchObject({ same: 2, new: 0, edited: 0 });
        expect(readdirSync(join(folder, '.import'))).toEqual(['imported.jsonl']);
      }
    }
  });
});

it('A dry run writes nothing, and reports everything', async () => {
  const { folder, articles, blocks } = await importFrom(aFeed(feedOf(3)), { dryRun: true });
  expect(articles.new).toBe(3);
  expect(blocks.sessions).toBe(3);
  expect(everything(folder)).toEqual({});
  expect(existsSync(join(folder, '.import'))).toBe(false);
});

describe('The command', () => {
  const run = (feed: string, folder: string, ...more: string[]) =>
    spawnSync(process.execPath, [COMMAND, feed, ...more], {
      encoding: 'utf8',
      env: { ...process.env, OPSNOTES_CONTENT: folder },
    });

  it('says what it did, writes a report, and finds no faults', () => {
    const folder = aFolder();
    const { status, stdout } = run(aFeed(feedOf(2).replace('$ uptime', '$ echo “a”')), folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Imported 2 of 2 entries of /);
    expect(stdout).toContain('       2  articles  2 notes\n');
    expect(stdout).toContain('       1  repaired  unsafe-character 1\n');
    expect(stdout).toContain('The content has no faults');
    expect(readFileSync(join(folder, '.import/report.md'), 'utf8')).toContain(
      'articles/post-0/index.mdx:16  unsafe-character  ',
    );
  });

  it('exits with 1 if something could not be read', () => {
    const { status, stderr } = run(aFeed(feedOf(1).replace('<title>Post 0', '<title>A & b')), aFolder());
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^feed\.xml:4 {2}broken-xml {2}Unexpected `&`, expected `&amp;`\.\n/),
    ]);
  });

  it.each([
    [[]],
    [['a', 'b']],
    [['a', '--relation', 'stolen']],
    [['a', '--source', 'b']],
    [['a', '--date', 'yesterday']],
    [['a', '--what']],
  ])('exits with 2 for %j', (words) => {
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...words], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('Usage: npm run import')]);
  });

  it('leaves no half-written article when stopped, and continues from there', async () => {
    const [feed, folder] = [aFeed(feedOf(400)), aFolder()];
    const child = spawn(process.execPath, [COMMAND, feed], {
      env: { ...process.env, OPSNOTES_CONTENT: folder },
    });
    const ended = new Promise((done) => child.once('exit', done));
    const first = join(folder, '.import/imported.jsonl');
    await expect.poll(() => existsSync(first), { timeout: 20_000, interval: 5 }).toBe(true);
    child.kill('SIGKILL');
    await ended;
    const some = Object.entries(filesOf(folder)).filter(([path]) => path.endsWith('.mdx'));
    for (const [path, text] of some)
      expect(text, path).toMatch(/^---\n[^]*\n---\n\nText \d+\.\n\n```console\n\$ uptime\n```\n$/);
    const again = await importFrom(feed, {}, folder);
    expect(again.articles.new + again.articles.same).toBe(400);
    expect(Object.keys(again.files).filter((path) => path.endsWith('.mdx'))).toHaveLength(400);
    expect(existsSync(join(folder, '.import/unfinished'))).toBe(false);
    expect(again.faults).toEqual([]);
  }, 40_000);

  // To a program, a limit on file sizes looks just like a full disk.
  it.skipIf(process.platform === 'win32')(
    'reports each article that a full disk has no room for, and writes the others completely',
    () => {
      const folder = aFolder();
      const feed = aFeed(
        rss(
          item('<p>Small.</p>') +
            item(`<p>${'Large. '.repeat(20_000)}</p>`)
              .replaceAll('post/', 'large/')
              .replace('?p=1', '?p=2'),
        ),
      );
      const { status, stderr } = spawnSync(
        'sh',
        ['-c', `ulimit -f 16; exec "${process.execPath}" "${COMMAND}" "${feed}"`],
        { encoding: 'utf8', env: { ...process.env, OPSNOTES_CONTENT: folder } },
      );
      expect(stderr).toMatch(
        /^feed\.xml:\d+ {2}not-written {2}Unexpected [^\n]*, expected room for «Post»; nothing of it was written\.$/m,
      );
      expect(status).toBe(75);
      expect(Object.keys(filesOf(folder))).toEqual(['articles/post/index.mdx', 'tags/linux.yaml']);
    },
  );
});

describe('An address', () => {
  it('is read, with its pictures if --fetch-images is given', async () => {
    const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const server = createServer((request, response) => {
      if (request.url === '/a.png') response.end(png);
      else if (request.url === '/feed')
        response
          .setHeader('content-type', 'application/rss+xml')
          .end(
            rss(item('<p><img src="/a.png" alt="A"> <img src="/gone.png" alt="B"></p>')).replaceAll(
              'https://blog.example',
              `http://localhost:${port}`,
            ),
          );
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, done));
    const { port } = server.address() as AddressInfo;
    onTestFinished(() => {
      server.close();
    });
    const imported = await importFrom(`http://localhost:${port}/feed`, { fetchImages: true });
    expect(imported.text).toBe(`![A](./a.png) [B](http://localhost:${port}/gone.png)\n`);
    expect(imported.codes).toEqual(['dropped: missing-picture']);
    expect(imported.faults).toEqual([]);
  });

  it('at which nothing answers is reported', async () => {
    const { codes } = await importFrom('http://127.0.0.1:1/feed');
    expect(codes).toEqual(['refused: unreadable-address']);
  });
});
