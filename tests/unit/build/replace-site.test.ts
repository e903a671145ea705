import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn } from '../../../src/content/files-in.ts';
import { replaceSite, type Replaced } from '../../../src/build/replace-site.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsnotes-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('new files of a site', () => {
  it('become the site if there was none, readable by everybody', () => {
    write('new', { 'index.html': 'new' });
    replace();
    expect(read()).toEqual({ 'index.html': 'new' });
    expect(statSync(join(folder, 'site')).mode & 0o777).toBe(0o755);
  });

  it('replace old ones next to what is kept; files that are gone are deleted, with their folders', () => {
    write('site', { 'index.html': 'old', 'a/index.html': 'a', 'b/c/d.txt': 'gone', 'b/e.txt': 'stays' });
    write('new', { 'index.html': 'new', 'f/index.html': 'f' });
    expect(replace('a/index.html', 'b/e.txt').removed).toEqual(['b/c/d.txt']);
    expect(read()).toEqual({
      'a/index.html': 'a',
      'b/e.txt': 'stays',
      'f/index.html': 'f',
      'index.html': 'new',
    });
    expect(() => statSync(join(folder, 'site/b/c'))).toThrow('ENOENT');
  });

  it('leave unchanged files and their times alone', () => {
    write('site', { 'index.html': 'same' });
    write('new', { 'index.html': 'same' });
    utimesSync(join(folder, 'site/index.html'), 1, 1);
    expect(replace()).toEqual({ fresh: ['index.html'], written: [], removed: [] });
    expect(statSync(join(folder, 'site/index.html')).mtimeMs).toBe(1000);
  });

  it('may be folders where files were, and files where folders were', () => {
    write('site', { a: 'file', 'b/c': 'file', d: 'same' });
    write('new', { 'a/index.html': 'page', b: 'file', d: 'same' });
    expect(replace().written.toSorted()).toEqual(['a/index.html', 'b']);
    expect(read()).toEqual({ 'a/index.html': 'page', b: 'file', d: 'same' });
  });

  it('leave the repository alone that publishes the site', () => {
    write('site', { '.git/HEAD': 'ref', 'old.html': 'old' });
    write('new', { '.nojekyll': '', 'new.html': 'new' });
    replace();
    expect(read()).toEqual({ '.git/HEAD': 'ref', '.nojekyll': '', 'new.html': 'new' });
  });
});

function replace(...stays: string[]): Replaced {
  return replaceSite(join(folder, 'site'), join(folder, 'new'), new Set(stays));
}

function write(name: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
}

function read(): Record<string, string> {
  const site = join(folder, 'site');
  return Object.fromEntries(filesIn(site).map((path) => [path, readFileSync(join(site, path), 'utf8')]));
}
