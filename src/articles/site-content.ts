import { resolve } from 'node:path';
import { getCollection } from 'astro:content';
import { knownTexts, outlineOf } from '../content/known-texts.ts';
import type { Entry, TextEntry } from './collections.ts';
import { shapedContent, type SiteContent } from './shaped-content.ts';

/** Set by the command that runs. `import.meta.env.DEV` won't do: it depends on variables that happen to be set in the shell. */
const isDev = process.env['OPSNOTES_COMMAND'] === 'dev';

let made: Promise<SiteContent> | undefined;

/**
 * The site's articles, pages and sources, for pages. A build makes them once; the dev server makes them anew for each request.
 */
export function siteContent(): Promise<SiteContent> {
  return isDev ? shape() : (made ??= shape());
}

async function shape(): Promise<SiteContent> {
  const [articles, pages, tags, sources, comments, verifications] = await Promise.all([
    getCollection('articles'),
    getCollection('pages'),
    getCollection('tags'),
    getCollection('sources'),
    getCollection('comments'),
    getCollection('verifications'),
  ]);
  // Astro takes a store that it can't read for an empty one.
  const found = articles.length + pages.length;
  if (!isDev && found !== knownTexts.size)
    throw new Error(`Unexpected ${found} texts in Astro's store, expected ${knownTexts.size}.`);
  const collections = {
    articles: articles.map(asText),
    pages: pages.map(asText),
    tags: tags.map(asEntry),
    sources: sources.map(asEntry),
    comments: comments.map(asEntry),
    verifications: verifications.map(asEntry),
  };
  return shapedContent(collections, { drafts: isDev });
}

/** An entry as the loader stores it, with its file and digest. */
interface Stored<Data> {
  id: string;
  data: Data;
  filePath?: string;
  digest?: string | number;
}

function asEntry<Data>({ id, data, filePath = '', digest = '' }: Stored<Data>): Entry<Data> {
  return { id, data, file: resolve(filePath), digest: String(digest) };
}

function asText<Data>(entry: Stored<Data>): TextEntry<Data> {
  const known = asEntry(entry);
  return { ...known, outline: outlineOf(known.file) };
}
