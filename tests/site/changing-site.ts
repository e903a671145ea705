import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { cacheFolder } from '../../src/build/build-cache.ts';
import { CACHE, CONTENT, runBuild } from './build-sites.ts';
import { filesBelow } from './built-files.ts';

/** A content folder that a test changes, and the site built from it. Absolute paths. */
export interface ChangingSite {
  /** The folder that contains both. */
  folder: string;
  content: string;
  out: string;
  /** Builds the site without errors. @returns the output of the build */
  build(options?: string[]): Promise<string>;
  /** Changes a file of the content, given by its path in that folder. */
  edit(file: string, change: (text: string) => string): void;
  /** Replaces a text in every content file that has it. */
  replaceInAll(from: string, to: string): void;
  /** Fails unless the site equals, byte for byte, that of a build without any cache. */
  expectAsClean(): Promise<void>;
  /** Deletes the site and its caches. */
  remove(): void;
}

/** A copy of the small site, built for the first time. */
export async function changingSite(): Promise<ChangingSite> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'changing-'));
  const content = join(folder, 'content');
  const out = join(folder, 'out');
  const textOf = (file: string): string => readFileSync(join(content, file), 'utf8');
  const site: ChangingSite = {
    folder,
    content,
    out,
    build: (options) => build(content, out, options),
    edit: (file, change) => {
      const changed = change(textOf(file));
      expect(changed, file).not.toBe(textOf(file));
      writeFileSync(join(content, file), changed);
    },
    replaceInAll: (from, to) => {
      const texts = filesBelow(content).filter((name) => /\.(?:mdx|yaml)$/.test(name));
      for (const file of texts.filter((file) => textOf(file).includes(from)))
        site.edit(file, (text) => text.replaceAll(from, to));
    },
    expectAsClean: () => expectAsClean(site),
    remove: () => {
      rmSync(folder, { recursive: true });
      rmSync(cacheFolder(content), { recursive: true });
    },
  };
  cpSync(CONTENT.small, content, { recursive: true });
  expect(await site.build()).toMatch(/: [1-9]\d* files written, 0 unchanged/);
  return site;
}

/** Each file of a site with its content, byte for byte. */
export function bytesOf(out: string): Map<string, string> {
  return new Map(filesBelow(out).map((file) => [file, readFileSync(join(out, file), 'latin1')]));
}

/** Working folders of builds that are left next to a site. */
export function remains({ folder }: ChangingSite): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.out-'));
}

async function build(content: string, out: string, options: string[] = []): Promise<string> {
  const { status, printed } = await runBuild(content, out, {}, options);
  expect(status, printed).toBe(0);
  return printed;
}

/** Builds a copy of the content elsewhere, without any cache. */
async function expectAsClean({ folder, content, out }: ChangingSite): Promise<void> {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(content, join(copy, 'content'), { recursive: true });
  await build(join(copy, 'content'), join(copy, 'out'));
  const [made, clean] = [bytesOf(out), bytesOf(join(copy, 'out'))];
  expect([...made.keys()]).toEqual([...clean.keys()]);
  expect([...made].filter(([file, bytes]) => clean.get(file) !== bytes).map(([file]) => file)).toEqual([]);
  rmSync(cacheFolder(resolve(copy, 'content')), { recursive: true });
}
