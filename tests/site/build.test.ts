import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { CACHE, CONTENT, runBuild } from './build-sites.ts';
import { filesBelow } from './built-files.ts';
import { bytesOf } from './changing-site.ts';

const SMALL = 'tests/fixtures/sites/small';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(CACHE, 'build-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a build of the same content on another machine, in another time zone, gives the same bytes', async () => {
  const content = join(folder, 'copied');
  const out = join(folder, 'again');
  const home = join(folder, 'home');
  mkdirSync(home);
  cpSync(SMALL, content, { recursive: true });
  const { status, printed } = await runBuild(content, out, {
    TZ: 'Pacific/Auckland',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    USER: 'somebody',
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
  });
  expect(status, printed).toBe(0);
  // Nothing is written there, such as the settings of Astro's telemetry.
  expect(readdirSync(home)).toEqual([]);
  const first = bytesOf(inject('sites').small);
  const second = bytesOf(out);
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...second].filter(([file, bytes]) => first.get(file) !== bytes).map(([file]) => file)).toEqual([]);
});

test('builds of several folders at once wait for each other', async () => {
  const names = ['small', 'olemskoi'] as const;
  const results = await Promise.all(
    names.map((name) => runBuild(CONTENT[name], join(folder, `at-once-${name}`))),
  );
  expect(results.map(({ status }) => status)).toEqual([0, 0]);
  for (const name of names)
    expect([...bytesOf(join(folder, `at-once-${name}`))]).toEqual([...bytesOf(inject('sites')[name])]);
});

test('no file names the machine on which it was built', () => {
  const { small } = inject('sites');
  const telling = filesBelow(small).filter((file) => readFileSync(join(small, file)).includes(process.cwd()));
  expect(telling).toEqual([]);
});

describe('a folder with faults', () => {
  test('stops the build with status 1, names every fault, and leaves the earlier site as it was', async () => {
    const { content, out, before } = faultySite('faulty', {
      'articles/nftables-basics.mdx': (text) =>
        text.replace('tags: [firewall]', 'tags: [firewal]\ncolour: red'),
      'articles/storage-day.mdx': (text) =>
        text.replace('published: 2023-05-06\n', 'published: 2023-05-36\n'),
      'articles/replace-a-disk.mdx': (text) => text.replace('host="store2"', 'host="store3"'),
    });
    const { status, printed } = await runBuild(content, out);
    expect(status).toBe(1);
    expect(printed).toMatch(/nftables-basics\.mdx:6 {2}\S*unknown-tag\S* {2}Unexpected .*firewal/);
    expect(printed).toMatch(/nftables-basics\.mdx:7 {2}\S*unknown-key\S* {2}Unexpected .*colour/);
    expect(printed).toMatch(/storage-day\.mdx:5 {2}.*2023-05-36/);
    expect(printed).toMatch(/replace-a-disk\.mdx:\d+ {2}.*store3/);
    expect(printed).toContain('4 faults');
    expect(printed).not.toMatch(/\n\s+at /);
    expect(bytesOf(out)).toEqual(before);
  });

  test('makes no site if there was none, and leaves nothing behind', async () => {
    const { content } = faultySite('first', {
      'articles/nftables-basics.mdx': (text) => text.replace('title:', 'titel:'),
    });
    const out = join(folder, 'never');
    expect((await runBuild(content, out)).status).toBe(1);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

test('a folder outside of the project gets the same site, even if its path begins like one inside', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'opsnotes-'));
  symlinkSync(outside, join(folder, 'outside'));
  const out = join(folder, 'outside', 'site');
  const { status, printed } = await runBuild(SMALL, out);
  expect(status, printed).toBe(0);
  expect([...bytesOf(out)]).toEqual([...bytesOf(inject('sites').small)]);
  expect(readdirSync(outside)).toEqual(['site']);
  rmSync(outside, { recursive: true });
});

test('a missing folder stops the build, and the message names it', async () => {
  const { status, printed } = await runBuild(join(folder, 'nowhere'), join(folder, 'none'));
  expect(status).toBe(1);
  expect(printed).toContain('nowhere');
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

test('an unknown argument ends the command with status 2 and its help', async () => {
  const { status, printed } = await runBuild(SMALL, join(folder, 'none'), {}, ['--colour']);
  expect(status).toBe(2);
  expect(printed).toContain('--colour');
  expect(printed).toContain('Usage: npm run build');
});

/** A copy of `small` with changed files, and a site that was built before they were changed. */
function faultySite(name: string, changes: Record<string, (text: string) => string>) {
  const content = join(folder, name);
  const out = join(folder, `${name}-out`);
  cpSync(SMALL, content, { recursive: true });
  cpSync(inject('sites').small, out, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const text = readFileSync(join(content, file), 'utf8');
    const changed = change(text);
    expect(changed, file).not.toBe(text);
    writeFileSync(join(content, file), changed);
  }
  return { content, out, before: bytesOf(out) };
}
