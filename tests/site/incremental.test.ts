import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/build/build-cache.ts';
import { CACHE, runBuild } from './build-sites.ts';
import { filesBelow } from './built-files.ts';

const SMALL = 'tests/fixtures/sites/small';

let folder: string;
let content: string;
let out: string;

beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(join(CACHE, 'incremental-'));
  content = join(folder, 'content');
  out = join(folder, 'out');
  cpSync(SMALL, content, { recursive: true });
  expect(await build()).toMatch(/: \d+ files written, 0 unchanged/);
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(cacheFolder(content), { recursive: true });
});

describe('after changes, what a build makes is byte for byte what a clean build makes', () => {
  test('of texts, tags, comments, dates and names', async () => {
    edit('articles/nftables-basics.mdx', (text) => `${text}\nOne more line.\n`);
    edit('articles/replace-a-disk.mdx', (text) =>
      text.replace(/^title: .*$/m, 'title: A disk that had to go').replace(/^tags: .*$/m, 'tags: [shell]'),
    );
    edit('articles/iptables-basics.mdx', (text) => text.replace(/^published: .*$/m, 'published: 2031-01-02'));
    edit('tags/firewall.yaml', (text) => text.replace(/^label: .*$/m, 'label: Walls of fire'));
    edit('comments/nftables-basics/first.yaml', (text) => text.replace(/^author: .*$/m, 'author: Somebody'));
    renameSync(
      join(content, 'articles/timers-instead-of-cron.mdx'),
      join(content, 'articles/timers-and-cron.mdx'),
    );
    rmSync(join(content, 'comments/timers-instead-of-cron'), { recursive: true });
    replaceInAll('timers-instead-of-cron', 'timers-and-cron');
    expect(await build()).toMatch(/: \d+ files written, [1-9]\d* unchanged/);
    await expectAsClean();
  });

  test('of articles that come and go, files beside them, pages and settings', async () => {
    rmSync(join(content, 'articles/rsync-po-shagam.mdx'));
    replaceInAll('/articles/rsync-po-shagam/', '/articles/nftables-basics/');
    const disk = readFileSync(join(content, 'articles/replace-a-disk.mdx'), 'utf8');
    writeFileSync(
      join(content, 'articles/another-disk.mdx'),
      disk
        .replace(/^title: .*$/m, 'title: Another disk')
        .replace(/^aliases:[^]*?(?=^\w)/m, '')
        .replace(/^id: .*\n/m, ''),
    );
    const attached = filesBelow(join(content, 'articles/copy-times')).find((file) => !file.endsWith('.mdx'))!;
    const beside = join(content, 'articles/copy-times', attached);
    writeFileSync(beside, `${readFileSync(beside, 'utf8')}9,9,9\n`);
    edit('pages/about.mdx', (text) => `${text}\nMore about it.\n`);
    edit('site.yaml', (text) => text.replace('locale: en', 'locale: ru'));
    expect(await build()).toMatch(/files made/);
    await expectAsClean();
    expect(filesBelow(out).filter((file) => file.includes('rsync-po-shagam'))).toEqual([]);
  });
});

test('a file outside of the content folder that an article shows is noticed too', async () => {
  const outside = join(folder, 'outside.txt');
  writeFileSync(outside, 'one');
  edit('articles/nftables-basics.mdx', (text) => `${text}\n[A file](../../outside.txt)\n`);
  await build();
  writeFileSync(outside, 'two');
  await build();
  expect(readFileSync(join(out, 'articles/nftables-basics/outside.txt'), 'utf8')).toBe('two');
  edit('articles/nftables-basics.mdx', (text) => text.replace('\n[A file](../../outside.txt)\n', ''));
  await build();
});

describe('where is up to date', () => {
  test('a build makes nothing, and a clean build everything, of the same bytes', async () => {
    const before = bytesOf(out);
    expect(await build()).toMatch(/is up to date/);
    expect(await build(['--clean'])).toMatch(/: [1-9]\d* files written, 0 unchanged/);
    expect(bytesOf(out)).toEqual(before);
  });
});

describe('the next build is right', () => {
  test('after files of the site and of the cache were damaged', async () => {
    const before = bytesOf(out);
    truncateSync(join(out, 'articles/nftables-basics/index.html'), 100);
    rmSync(join(out, 'articles/nftables-basics.md'));
    writeFileSync(join(out, 'rss.xml'), 'nonsense');
    for (const file of cacheFiles()) truncateSync(file, statSync(file).size >> 1);
    expect(await build()).toMatch(/files made/);
    expect(bytesOf(out)).toEqual(before);
  });

  test('after a build was killed, whose remains it removes', async () => {
    const before = bytesOf(out);
    edit('articles/nftables-basics.mdx', (text) => `${text}\nAnd one more.\n`);
    await killedBuild();
    expect(bytesOf(out)).toEqual(before);
    expect(remains()).not.toEqual([]);
    await build();
    expect(remains()).toEqual([]);
    await expectAsClean();
  });
});

async function build(options: string[] = []): Promise<string> {
  const { status, printed } = await runBuild(content, out, {}, options);
  expect(status, printed).toBe(0);
  return printed;
}

/** Builds a copy of the content elsewhere, where nothing is known of it. */
async function expectAsClean(): Promise<void> {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(content, join(copy, 'content'), { recursive: true });
  const { status, printed } = await runBuild(join(copy, 'content'), join(copy, 'out'));
  expect(status, printed).toBe(0);
  const [made, clean] = [bytesOf(out), bytesOf(join(copy, 'out'))];
  expect([...made.keys()]).toEqual([...clean.keys()]);
  expect([...made].filter(([file, bytes]) => clean.get(file) !== bytes).map(([file]) => file)).toEqual([]);
  rmSync(cacheFolder(resolve(copy, 'content')), { recursive: true });
}

/** Starts a build and kills it when it has begun to write. */
async function killedBuild(): Promise<void> {
  const started = spawn(process.execPath, ['src/cli/build.ts', '--out', out], {
    env: { ...process.env, OPSNOTES_CONTENT: content, NODE_ENV: 'production' },
    stdio: 'ignore',
  });
  const ended = new Promise((done) => started.on('close', done));
  const hasBegun = (): boolean => remains().some((name) => readdirSync(join(folder, name)).length > 0);
  while (started.exitCode === null && !hasBegun()) await setTimeout(10);
  started.kill('SIGKILL');
  await ended;
}

/** The folders beside the site in which builds work. */
function remains(): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.out-'));
}

function cacheFiles(): string[] {
  const files = readdirSync(cacheFolder(content)).filter((name) => /^(?:content|site-)/.test(name));
  expect(files.length).toBeGreaterThan(1);
  return files.map((name) => join(cacheFolder(content), name));
}

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(join(content, file), 'utf8');
  const changed = change(text);
  expect(changed, file).not.toBe(text);
  writeFileSync(join(content, file), changed);
}

/** Replaces a text in every text of the content. */
function replaceInAll(from: string, to: string): void {
  for (const file of filesBelow(content).filter((name) => /\.(?:mdx|yaml)$/.test(name))) {
    const text = readFileSync(join(content, file), 'utf8');
    if (text.includes(from)) writeFileSync(join(content, file), text.replaceAll(from, to));
  }
}

/** Each file with its content, byte for byte. */
function bytesOf(site: string): Map<string, string> {
  return new Map(filesBelow(site).map((file) => [file, readFileSync(join(site, file), 'latin1')]));
}
