import { existsSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { Content, MdxEntry } from '../content/read-content.ts';
import { entriesBelow } from '../content/entries-below.ts';
import { importedModules, withoutQuery } from '../content/outline/javascript.ts';
import { isFile, linkTarget } from '../content/outline/links.ts';
import type { FaultCode } from '../content/fault-codes.ts';
import type { Fault } from '../content/fault.ts';
import { PARTS } from '../content/stray-files.ts';
import { dataFaults } from './files/data.ts';
import { pictureFaults } from './files/pictures.ts';
import { kilobytes, LIMITS } from './files/limits.ts';
import type { Use } from './files/use.ts';
import { stringAt } from './raw.ts';

/** Checks the files next to the texts: where they are, what they contain, and whether anything shows them. */
export async function fileFaults(content: Content): Promise<Fault[]> {
  const uses = [...content.articles, ...content.pages].flatMap(usesOf);
  const entries = Object.keys(PARTS).flatMap((part) => entriesBelow(join(content.folder, part)));
  const inside = uses.filter((use) => outside(content, use) === undefined);
  const faults = inside.map(async (use) => (use.as === 'picture' ? pictureFaults(use) : otherFaults(use)));
  return [
    ...linksOut(content, entries),
    ...uses.flatMap((use) => outside(content, use) ?? []),
    ...(await Promise.all(faults)).flat(),
    ...sameNames(content, entries, uses),
    ...unusedFiles(content, entries, uses),
  ];
}

function usesOf(entry: MdxEntry<unknown>): Use[] {
  const { outline, file: text } = entry;
  const seen = new Set<string>();
  const use = (address: string, line: number, as: Use['as']): Use[] => {
    const target = linkTarget(address, text);
    // `resources.ts` and `links.ts` report missing files; a file's first use stands for all of its uses.
    if (target.to !== 'file' || !isFile(target.file) || seen.has(target.file)) return [];
    seen.add(target.file);
    return [{ file: target.file, address, entry, line, as }];
  };
  const data = stringAt(entry.raw, 'data');
  return [
    ...(outline?.resources ?? []).flatMap(({ text: address, line }) =>
      use(address, line, /\.[ct]sv$/i.test(address) ? 'data' : 'picture'),
    ),
    ...(data === undefined ? [] : use(data, entry.lineOf(['data']), 'data')),
    ...(outline?.links ?? []).flatMap(({ text: address, line }) => use(address, line, 'link')),
  ];
}

/** A file is published with a text only if it is next to it, so that nothing is published by mistake. */
function outside({ folder }: Content, { file, address, entry, line }: Use): Fault | undefined {
  const own = dirname(entry.file);
  const isBeside = file.startsWith(own + sep) && !isOfAnother(own, file);
  if (isBeside && realpathSync(file).startsWith(realpathSync(folder) + sep)) return undefined;
  const message = `Unexpected file \`${address}\`, expected one next to the text.`;
  const hint = 'Copy it there, or into `public/` and write its path from the site’s root.';
  return { file: entry.file, line, code: 'outside-file', message, hint };
}

/** Whether a file is in another article's folder. */
function isOfAnother(own: string, file: string): boolean {
  const [first, ...rest] = relative(own, file).split(sep);
  return rest.length > 0 && existsSync(join(own, first!, 'index.mdx'));
}

/** Nothing in the content folder may lead out of it, and no folder may be a symbolic link, because those aren't read. */
function linksOut({ folder }: Content, entries: readonly Dirent[]): Fault[] {
  const real = realpathSync(folder);
  return entries
    .filter((entry) => entry.isSymbolicLink())
    .flatMap(({ parentPath, name }) => {
      const file = join(parentPath, name);
      // A dangling link is reported where it is read.
      if (!existsSync(file)) return [];
      const isFolder = statSync(file).isDirectory();
      if (!isFolder && realpathSync(file).startsWith(real + sep)) return [];
      const message = `Unexpected link \`${name}\` ${isFolder ? 'to a folder' : 'to a file elsewhere'}, expected a file in the content folder.`;
      return [{ file, line: 1, code: 'outside-file' as const, message }];
    });
}

/** Names that differ only in case are the same file on macOS and Windows; the file that nothing shows is reported. */
function sameNames({ folder }: Content, entries: readonly Dirent[], uses: readonly Use[]): Fault[] {
  const used = new Set(uses.map(({ file }) => file));
  const files = entries.map(({ parentPath, name }) => join(parentPath, name));
  return [...Map.groupBy(files, sameName).values()].flatMap((group) => {
    const [kept, ...others] = group.sort((a, b) => Number(used.has(b)) - Number(used.has(a)));
    return others.map((file) => {
      const message = `Unexpected name \`${relative(folder, file)}\`, expected one that differs from \`${relative(folder, kept!)}\` by more than upper and lower case.`;
      return { file, line: 1, code: 'duplicate-file' as const, message };
    });
  });
}

/** Equal for names that some file systems treat as the same. */
function sameName(file: string): string {
  return file.normalize('NFC').toLowerCase();
}

/** Files that a browser would run as part of our site. */
const RUNS = /^\.(?:[xsp]?html?|xht|mht(?:ml)?|m?js|cjs|wasm|swf|xml|xslt?|php\d?|jar|hta)$/i;

function otherFaults({ file, address, entry, line, as }: Use): Fault[] {
  const { size } = statSync(file);
  const bad = (what: string, expected: string, code: FaultCode = 'bad-file', hint?: string): Fault[] => [
    { file: entry.file, line, code, message: `Unexpected ${what}, expected ${expected}.`, hint },
  ];
  if (size === 0) return bad(`file \`${address}\` of 0 bytes`, 'content');
  if (basename(file).startsWith('.')) return bad(`hidden file \`${address}\``, 'one meant for readers');
  if (RUNS.test(extname(file))) {
    const hint = 'Show it in a fence, or publish it as `.txt`.';
    return bad(`file \`${address}\``, 'none that runs in a browser', 'bad-file', hint);
  }
  if (as === 'data') return dataFaults(file, readFileSync(file));
  if (size <= LIMITS.file) return [];
  return bad(`${kilobytes(size)} of \`${address}\``, `at most ${kilobytes(LIMITS.file)}`, 'large-file');
}

/** Files that belong to a text without being shown: components, what they import, and the record. */
const CODE = /\.(?:verification\.yaml|mdx?|markdown|[mc]?[jt]sx?|astro|css|json|svelte|vue)$/i;

/**
 * Files that nothing shows aren't published, and were usually left behind. If a text next to it is missing a file, this may be
 * the one, so only the missing file is reported.
 */
function unusedFiles(content: Content, entries: readonly Dirent[], uses: readonly Use[]): Fault[] {
  const { folder } = content;
  const texts = [...content.articles, ...content.pages];
  const used = new Set([...uses.map(({ file }) => file), ...texts.flatMap(importedFiles)].map(sameName));
  const doubtful = new Set(texts.filter(missesFiles).map(({ file }) => dirname(file)));
  return entries
    .filter((entry) => entry.isFile() && !CODE.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter(
      (file) =>
        /^(?:articles|pages)\//.test(relative(folder, file)) && !/(?:^|\/)\./.test(relative(folder, file)),
    )
    .filter((file) => !used.has(sameName(file)) && !doubtful.has(dirname(file)))
    .map((file) => ({
      file,
      line: 1,
      code: 'unused-file' as const,
      message: `Unexpected file \`${relative(folder, file)}\`, expected one that the text next to it shows or links to.`,
    }));
}

/** Files next to a text that it imports; Astro publishes whatever a page needs of them. */
function importedFiles({ outline, file }: MdxEntry<unknown>): string[] {
  return (outline?.statements ?? []).flatMap(({ text }) =>
    importedModules(text).map((module) => resolve(dirname(file), withoutQuery(module))),
  );
}

function missesFiles({ outline, broken, file, raw }: MdxEntry<unknown>): boolean {
  const addresses = [...(outline?.resources ?? []), ...(outline?.links ?? [])].map(({ text }) => text);
  const targets = [...addresses, stringAt(raw, 'data') ?? file].map((address) => linkTarget(address, file));
  return (
    broken || outline === undefined || targets.some((target) => target.to === 'file' && !isFile(target.file))
  );
}
