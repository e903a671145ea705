import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptHtml } from '../../../src/content/kept-html.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsnotes-'));
  file = join(folder, 'articles-html');
  const kept = new KeptHtml(file);
  kept.set('/a.mdx', 'first', '<p>A</p>');
  kept.set('/b.mdx', 'first', '');
  kept.write();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the HTML of the last build', () => {
  it('is found by file and digest', () => {
    const kept = new KeptHtml(file);
    expect(kept.get('/a.mdx', 'first')).toBe('<p>A</p>');
    expect(kept.get('/b.mdx', 'first')).toBe('');
    expect(kept.get('/a.mdx', 'second')).toBeUndefined();
    expect(kept.get('/c.mdx', 'first')).toBeUndefined();
  });

  it('is replaced by that of this build', () => {
    const second = new KeptHtml(file);
    second.set('/a.mdx', 'second', '<p>Another</p>');
    second.write();
    const third = new KeptHtml(file);
    expect(third.get('/a.mdx', 'second')).toBe('<p>Another</p>');
    expect(third.get('/b.mdx', 'first')).toBeUndefined();
  });

  it('is written again only if it is different', () => {
    const second = new KeptHtml(file);
    for (const text of ['/a.mdx', '/b.mdx']) second.set(text, 'first', second.get(text, 'first')!);
    rmSync(file);
    second.write();
    expect(existsSync(file)).toBe(false);
  });

  it('loses what a text has lost', () => {
    const second = new KeptHtml(file);
    second.set('/a.mdx', 'first', second.get('/a.mdx', 'first')!);
    second.write();
    expect(new KeptHtml(file).get('/b.mdx', 'first')).toBeUndefined();
  });

  it('is missing if its file is damaged', () => {
    writeFileSync(file, 'damaged');
    expect(new KeptHtml(file).get('/a.mdx', 'first')).toBeUndefined();
  });
});

describe('a collection without texts', () => {
  it('has no file', () => {
    const other = join(folder, 'tags-html');
    new KeptHtml(other).write();
    expect(existsSync(other)).toBe(false);
  });
});
