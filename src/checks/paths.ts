import { basename } from 'node:path';
import { feedPaths, FIXED_PATHS, kindFolder, plainPath, scriptPath, tagPath } from '../articles/paths.ts';
import { hostsWithWork } from '../articles/runbook.ts';
import { filesIn } from '../content/files-in.ts';
import { attachment } from '../content/outline/attachments.ts';
import { PUBLIC_FOLDER } from '../content/outline/public-files.ts';
import { articlePath, pagePath } from '../content/text-paths.ts';
import type { Content, MdxEntry, YamlEntry } from '../content/read-content.ts';
import { KINDS } from '../content/schemas/article.ts';
import { stringsAt } from './raw.ts';
import type { Fault } from '../content/fault.ts';

/** No two published things may have the same path: articles, pages, old paths, the files next to them, `public/`. */
export function pathFaults(content: Content): Fault[] {
  const taken = ownPlaces(content);
  return [
    ...content.tags.flatMap((entry) => formerNames(entry, taken)),
    ...content.articles.flatMap((entry) => claim(entry, articlePath(entry.slug), 'duplicate-slug', taken)),
    ...content.articles.flatMap((entry) => ownFiles(entry, taken)),
    ...content.pages.flatMap((entry) => claim(entry, pagePath(entry.slug), 'duplicate-path', taken)),
    ...[...content.articles, ...content.pages].flatMap((entry) => besideFiles(content, entry, taken)),
    ...publicFiles(taken),
    ...content.articles.flatMap((entry) => aliases(entry, taken)),
  ];
}

/** Maps each path to its owner. */
type Taken = Map<string, string>;

/** Folders that a build creates. */
const RESERVED = ['/_astro', '/pagefind', '/search-index', '/cards', '/kinds'];

function ownPlaces(content: Content): Taken {
  const taken: Taken = new Map(
    [...FIXED_PATHS, '/404.html', '/404/', ...RESERVED].map((path) => [place(path), 'a page of the site']),
  );
  for (const { slug } of content.tags)
    for (const path of [tagPath(slug), ...feedPaths(tagPath(slug))]) taken.set(place(path), 'a tag');
  for (const path of KINDS.flatMap((kind) => feedPaths(kindFolder(kind))))
    taken.set(place(path), 'a feed of the site');
  return taken;
}

/** The pages of a tag's former names; no other tag may use them. */
function formerNames(entry: Content['tags'][number], taken: Taken): Fault[] {
  return stringsAt(entry.raw, 'formerly').flatMap((name, index) =>
    [tagPath(name), ...feedPaths(tagPath(name))].flatMap((path) =>
      claim(entry, path, 'duplicate-path', taken, ['formerly', index]),
    ),
  );
}

/** An article's Markdown version and its scripts. */
function ownFiles({ slug, outline, raw }: MdxEntry<unknown>, taken: Taken): Fault[] {
  taken.set(place(plainPath(slug)), `the plain text of \`${slug}\``);
  for (const host of outline === undefined ? [] : hostsWithWork(outline.blocks, stringsAt(raw, 'hosts')))
    taken.set(place(scriptPath(slug, host)), `the script for \`${host}\``);
  return [];
}

/** Files next to a text are published in the folder of its page. */
function besideFiles({ articles }: Content, entry: MdxEntry<unknown>, taken: Taken): Fault[] {
  const page = (articles as MdxEntry<unknown>[]).includes(entry)
    ? articlePath(entry.slug)
    : pagePath(entry.slug);
  const seen = new Set<string>();
  return [...(entry.outline?.resources ?? []), ...(entry.outline?.links ?? [])].flatMap(({ text, line }) => {
    const name = attachment(text, entry.file)?.name;
    if (name === undefined || seen.has(name)) return [];
    seen.add(name);
    const path = `${page}${name}`;
    const owner = name === 'index.html' ? 'the page itself' : taken.get(place(path));
    taken.set(place(path), owner ?? `\`${name}\` beside \`${entry.slug}\``);
    return owner === undefined ? [] : [duplicate(entry.file, line, `path \`${path}\``, owner)];
  });
}

/** Files in `public/` that would be overwritten. */
function publicFiles(taken: Taken): Fault[] {
  return filesIn(PUBLIC_FOLDER).flatMap((name) => {
    const path = `/${name}`;
    const owner = taken.get(place(path.replace(/\/index\.html$/, ''))) ?? blocked(path, taken);
    taken.set(place(path), owner ?? `\`public/${name}\``);
    return owner === undefined ? [] : [duplicate(`${PUBLIC_FOLDER}/${name}`, 1, `path \`${path}\``, owner)];
  });
}

function aliases(entry: YamlEntry<unknown>, taken: Taken): Fault[] {
  return stringsAt(entry.raw, 'aliases').flatMap((alias, index) => {
    const path = alias.endsWith('/') ? alias : `${alias}/`;
    const wrong = wrongCharacters(alias);
    if (wrong === undefined) return claim(entry, path, 'duplicate-path', taken, ['aliases', index]);
    const message = `Unexpected \`${wrong}\` in the path \`${alias}\`, expected letters, digits and \`._~-\` as they are.`;
    const hint = wrong === '%' ? `Write \`${decoded(alias)}\`.` : undefined;
    return [{ file: entry.file, line: entry.lineOf(['aliases', index]), code: 'wrong-value', message, hint }];
  });
}

/** Characters that no folder name should have: escapes, spaces, and what Windows or a shell treats specially. */
function wrongCharacters(alias: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return /[%\s\\<>:"|*?\u0000-\u001f\u007f]/.exec(alias)?.[0];
}

function decoded(path: string): string {
  try {
    return decodeURI(path).replaceAll(' ', '-');
  } catch {
    return path.replaceAll('%', '');
  }
}

/** A file and a folder can't have the same name: `/rss.xml/` collides with `/rss.xml`. On macOS, case doesn't count either. */
function place(path: string): string {
  return path.replace(/\/$/, '').normalize('NFC').toLowerCase();
}

/** The owner of a file where a path needs a folder: `/rss.xml` for `/rss.xml/x/`. */
function blocked(path: string, taken: Taken): string | undefined {
  const parts = place(path).split('/').slice(1, -1);
  for (let count = 1; count <= parts.length; count++) {
    const above = `/${parts.slice(0, count).join('/')}`;
    if (basename(above).includes('.') || RESERVED.includes(above)) {
      const owner = taken.get(above);
      if (owner !== undefined) return owner;
    }
  }
  return undefined;
}

/** Claims a path for a file, or reports who already has it. */
function claim(
  entry: YamlEntry<unknown>,
  path: string,
  code: 'duplicate-slug' | 'duplicate-path',
  taken: Taken,
  at: readonly PropertyKey[] = [],
): Fault[] {
  const owner = taken.get(place(path)) ?? blocked(path, taken);
  if (owner === undefined) {
    taken.set(place(path), `\`${entry.file.split('/').slice(-2).join('/')}\``);
    return [];
  }
  const line = at.length === 0 ? 1 : entry.lineOf(at);
  const what = code === 'duplicate-slug' ? `slug \`${entry.slug}\`` : `path \`${path}\``;
  return [{ ...duplicate(entry.file, line, what, owner), code }];
}

function duplicate(file: string, line: number, what: string, owner: string): Fault {
  const message = `Unexpected ${what}, expected one that is free: ${owner} has it.`;
  return { file, line, code: 'duplicate-path', message };
}
