import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../articles/articles.ts';
import { SEARCH_INDEX } from '../../articles/paths.ts';
import { searchedArticle, type RenderedText } from './searched-article.ts';
import { indexInput, writeIndex, type IndexInput } from './write-index.ts';

/** Where the index goes, and whether it has to be written. */
export interface IndexTarget {
  /** The site's folder, absolute. */
  folder: string;
  /**
   * Called with the index's folder, relative to the site's root, and a digest of its input. If it returns true, the
   * folder is left as it is.
   */
  stays: (folder: string, digest: string) => boolean;
  /** Text of articles that only a renderer knows, by article slug. */
  rendered?: ReadonlyMap<string, RenderedText>;
}

/**
 * Writes a site's search index.
 *
 * @returns a digest for each file written, by its path from the site's root; all files have the same one
 * @throws if Pagefind fails, so that the old site stays
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

/** Everything in a site's articles that is searched, in the order of their file names. */
export function siteIndexInput(
  articles: readonly Article[],
  rendered?: ReadonlyMap<string, RenderedText>,
): IndexInput {
  const sorted = articles.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return indexInput(sorted.map((article) => searchedArticle(article, rendered?.get(article.slug))));
}
