import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { SEARCH_INDEX } from '../../src/articles/paths.ts';
import { Finder } from '../../src/search/plan/find.ts';
import { openFolder } from '../../src/search/plan/node.ts';
import { BASES, SITES, type SiteName } from './build-sites.ts';
import { readablePages } from './built-files.ts';
import { openPage, readBuilt } from './open-page.ts';
import { filesOf } from './page-files.ts';

/** A typical article: about 600 words and five blocks, with hosts, placeholders, tags and an attribution. */
const MEDIAN = '/articles/nightly-copies/';

describe.each(SITES)('a page of "%s"', (site) => {
  const pages = (): string[] => readablePages(site);

  test('is three requests: itself, a script that all pages share, and its icon', () => {
    const files = new Set(pages().map((path) => filesOf(openPage(site, path)).toSorted().join(' ')));
    expect([...files]).toEqual([expect.stringMatching(/^\S*\/_astro\/Base\.\S+\.js \S*\/favicon\.svg$/)]);
  });

  test('waits for no script or style sheet before it is drawn', () => {
    const blocking = 'link[rel~=stylesheet], script[src]:not([type=module], [defer], [async])';
    for (const path of pages()) {
      const page = openPage(site, path);
      expect(page(blocking).length, path).toBe(0);
      const first = page('script:not([src], [type])').text();
      expect(first.length, path).toBeLessThan(300);
      expect(page('script[type=module]:not([src])').length, path).toBe(0);
    }
  });

  test('loads one script for the search, another for anything else a reader does, and neither loads a third', () => {
    const scripts = readdirSync(join(inject('sites')[site], '_astro')).toSorted();
    expect(scripts).toEqual([
      expect.stringMatching(/^Base\..+\.js$/),
      expect.stringMatching(/^on-demand\..+\.js$/),
      expect.stringMatching(/^search-panel\..+\.js$/),
    ]);
    const [ofPages, demand, panel] = scripts.map((name) => readBuilt(site, `/_astro/${name}`));
    expect(demand!.match(/\bimport\b/g)).toBeNull();
    expect(panel!.match(/\bimport\b.{14}/g)).toEqual([expect.stringMatching(/^import\(/)]);
    expect(readdirSync(join(inject('sites')[site], SEARCH_INDEX))).toContain('pagefind.js');
    for (const name of scripts.slice(1)) expect(ofPages).toContain(`\`${BASES[site]}_astro/${name}\``);
  });

  test('has a place for the copy buttons if there is something to copy, and only then', () => {
    for (const path of pages()) {
      const page = openPage(site, path);
      const copies = page('figure.block, a[data-copy]').length > 0;
      expect(page('copy-buttons').length, path).toBe(copies ? 1 : 0);
    }
  });
});

describe('an article of 600 words and five blocks', () => {
  test('is what it claims to be', () => {
    const page = openPage('small', MEDIAN);
    const text = page('.text').clone();
    expect(text.find('figure.block').length).toBe(5);
    text.find('figure.block').remove();
    const words = text.text().trim().split(/\s+/).length;
    expect(words).toBeGreaterThan(590);
    expect(words).toBeLessThan(630);
    for (const part of ['placeholder-panel', '.host', '.attribution', '.related', '.tag-list'])
      expect(page(part).length, part).toBeGreaterThan(0);
  });

  test('is at most 14,000 bytes as Brotli sends it: HTML, styles, scripts and the hashes of its security policy', () => {
    const scripts = filesOf(openPage('small', MEDIAN)).filter(
      (address) => !/\.(?:svg|ico|png)$/.test(address),
    );
    const files = [fileAt(MEDIAN), ...scripts.map((address) => fileOf('small', address))];
    expect(sum(files.map((file) => sent(readBuilt('small', file))))).toBeLessThanOrEqual(14_000);
  });
});

test.each(['--raid 1', '/etc/glusterfs/glusterfsd.vol', 'iptabels -F', 'benchmark'])(
  'a first search of our own site, "%s", is at most 115,000 bytes, with its script',
  async (query) => {
    const dist = inject('sites').own;
    const folder = join(dist, SEARCH_INDEX);
    const files: string[] = [];
    const index = await openFolder(folder, (file) => {
      files.push(file);
      return readFile(file);
    });
    await new Finder(index).find(query);
    const scripts = readdirSync(join(dist, '_astro'))
      .filter((name) => name.startsWith('search-panel.'))
      .map((name) => sent(readBuilt('own', `/_astro/${name}`)));
    expect(files.length).toBeGreaterThan(4);
    expect(sum([...scripts, ...[...new Set(files)].map(sentFile)])).toBeLessThanOrEqual(115_000);
  },
);

/** The file of a page's address. */
function fileAt(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}

/** The built file that an address on a page refers to. */
function fileOf(site: SiteName, address: string): string {
  return `/${address.slice(BASES[site].length)}`;
}

function sent(text: string): number {
  return brotliCompressSync(text).length;
}

/** Pagefind's own files are already compressed. */
function sentFile(file: string): number {
  const bytes = readFileSync(file);
  return /\.(?:js|json|txt)$/.test(file) ? brotliCompressSync(bytes).length : bytes.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
