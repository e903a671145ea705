import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitDays } from '../../../src/content/commit-days.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsnotes-commits-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function git(at: string, ...command: string[]): void {
  const who = ['user.name=A', 'user.email=a@example.test'].flatMap((setting) => ['-c', setting]);
  const { status, stderr } = spawnSync('git', ['-C', at, ...who, ...command], {
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_COMMITTER_DATE: `${date}T23:30:00+0300`,
      GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z',
    },
  });
  expect(stderr, command.join(' ')).not.toMatch(/fatal|error/);
  expect(status).toBe(0);
}

let date: string;

function commit(day: string, files: Record<string, string>): void {
  date = day;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=A');
}

test('a file is as old as its last commit, in the committer’s time zone, whatever its modification time', () => {
  date = '2010-05-01';
  git(folder, 'init', '--quiet');
  commit('2010-05-01', {
    'content/a.mdx': '1',
    'content/b b.mdx': '1',
    'content/ж\nz.mdx': '1',
    'c.md': '1',
  });
  commit('2011-06-02', { 'content/a.mdx': '2', 'c.md': '2' });
  utimesSync(join(folder, 'content/b b.mdx'), 2e9, 2e9);
  writeFileSync(join(folder, 'content/new.mdx'), '1');
  const content = join(folder, 'content');
  expect(commitDays(content).get(join(content, 'a.mdx'))).toBe('2011-06-02');
  expect(commitDays(content).get(join(content, 'b b.mdx'))).toBe('2010-05-01');
  expect(commitDays(content).has(join(content, 'new.mdx'))).toBe(false);
  expect([...commitDays(content).keys()].some((path) => path.endsWith('c.md'))).toBe(false);
});

test('outside a repository, and in one without commits, nothing has a day', () => {
  expect(commitDays(folder).size).toBe(0);
  date = '2010-05-01';
  git(folder, 'init', '--quiet');
  expect(commitDays(folder).size).toBe(0);
});

test('in a shallow clone nothing has a day, because everything would look new', () => {
  date = '2010-05-01';
  git(folder, 'init', '--quiet');
  commit('2010-05-01', { 'a.mdx': '1' });
  commit('2011-06-02', { 'b.mdx': '1' });
  git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, join(folder, 'shallow'));
  expect(commitDays(join(folder, 'shallow')).size).toBe(0);
});
