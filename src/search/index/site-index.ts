import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../articles/articles.ts';
import { SEARCH_INDEX } from '../../articles/paths.ts';
import { searchedArticle, type RenderedText } from './searched-article.ts';
import { indexInput, writeIndex, type IndexInput } from './write-index.ts';

/** Where the index goes, and whether it must. */
export interface IndexTarget {
  /** The site's folder, absolute. */
  folder: string;
  /** Asked with the index's folder, from the site's root, and a digest of all that is in it: true leaves all as it is. */
  stays: (folder: string, digest: string) => boolean;
  /** Text of articles that only a renderer knows, by slug. */
  rendered?: ReadonlyMap<string, RenderedText>;
}

/**
 * Writes the search index of a site beside what else becomes of its articles.
 *
 * @returns the digest of each file that was written, by its path from the site's root; the same for all
 * @throws where Pagefind fails, so that the old site stays
 */
export async function writeSearchIndex(
  articles: readonly Article[],
  { folder, stays, rendered }: IndexTarget,
): Promise<Map<string, string>> {
  const input = siteIndexInput(articles, rendered);
  const path = SEARCH_INDEX.slice(1);
  if (stays(path, input.digest)) return new Map();
  const target = join(folder, path);
  await mkdir(target, { recursive: true });
  await writeIndex(input, target);
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), input.digest]));
}

/** What of a site's articles is searched, in the order of their files' names. */
export function siteIndexInput(
  articles: readonly Article[],
  rendered?: ReadonlyMap<string, RenderedText>,
): IndexInput {
  const sorted = articles.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return indexInput(sorted.map((article) => searchedArticle(article, rendered?.get(article.slug))));
}
