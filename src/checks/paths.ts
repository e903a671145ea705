import { feedPaths, FIXED_PATHS, kindFolder, tagPath } from '../articles/paths.ts';
import { articlePath, pagePath } from '../content/text-paths.ts';
import type { Content, YamlEntry } from '../content/read-content.ts';
import { KINDS } from '../content/schemas/article.ts';
import { stringsAt } from './raw.ts';
import type { Fault } from '../content/fault.ts';

/** No two articles with one slug, no alias and no page where another page already is. */
export function pathFaults(content: Content): Fault[] {
  const taken = new Map<string, string>(FIXED_PATHS.map((path) => [place(path), 'a page of the site']));
  for (const { slug } of content.tags) {
    for (const path of [tagPath(slug), ...feedPaths(tagPath(slug))]) taken.set(place(path), 'a tag');
  }
  const faults = content.tags.flatMap((entry) => formerNames(entry, taken));
  for (const path of KINDS.flatMap((kind) => feedPaths(kindFolder(kind))))
    taken.set(place(path), 'a feed of the site');
  faults.push(
    ...content.articles.flatMap((entry) => claim(entry, articlePath(entry.slug), 'duplicate-slug', taken)),

    ...content.pages.flatMap((entry) => claim(entry, pagePath(entry.slug), 'duplicate-path', taken)),
  );
  for (const entry of content.articles) {
    stringsAt(entry.raw, 'aliases').forEach((alias, index) => {
      const path = alias.endsWith('/') ? alias : `${alias}/`;
      faults.push(...claim(entry, path, 'duplicate-path', taken, ['aliases', index]));
    });
  }
  return faults;
}

/** The pages of a tag's former names: no other tag has one of them. */
function formerNames(entry: Content['tags'][number], taken: Map<string, string>): Fault[] {
  return stringsAt(entry.raw, 'formerly').flatMap((name, index) => [
    ...claim(entry, tagPath(name), 'duplicate-path', taken, ['formerly', index]),
    ...feedPaths(tagPath(name)).flatMap((path) =>
      claim(entry, path, 'duplicate-path', taken, ['formerly', index]),
    ),
  ]);
}

/** A file and a folder of one name cannot lie side by side: `/rss.xml/` is where `/rss.xml` is. */
function place(path: string): string {
  return path.replace(/\/$/, '');
}

/** Takes a path for a file, or says who has it. */
function claim(
  entry: YamlEntry<unknown>,
  path: string,
  code: 'duplicate-slug' | 'duplicate-path',
  taken: Map<string, string>,
  at: readonly PropertyKey[] = [],
): Fault[] {
  const owner = taken.get(place(path));
  if (owner === undefined) {
    taken.set(place(path), `\`${entry.file.split('/').slice(-2).join('/')}\``);
    return [];
  }
  const line = at.length === 0 ? 1 : entry.lineOf(at);
  const what = code === 'duplicate-slug' ? `slug \`${entry.slug}\`` : `path \`${path}\``;
  const message = `Unexpected ${what}, expected one that is free: ${owner} has it.`;
  return [{ file: entry.file, line, code, message }];
}
