import { getCollection, type CollectionEntry } from 'astro:content';
import { resolve } from 'node:path';
import { outline, type Outline } from '../markdown/outline.ts';
import type { ArticleData, Kind } from '../schemas/article.ts';
import { commentsByArticle, sourcesBySlug, tagsBySlug } from './collections.ts';
import type { ReaderComment } from './comments.ts';
import { articlePath } from './paths.ts';
import { site } from './site.ts';
import type { NamedSource } from './sources.ts';
import type { NamedTag } from './tags.ts';

/** An article as pages, feeds and search see it. */
export interface Article {
  slug: string;
  /** Its address from the site's root. */
  path: string;
  kind: Kind;
  title: string;
  description: string;
  published: Date;
  updated: Date | undefined;
  /** BCP 47. */
  lang: string;
  tags: NamedTag[];
  /** The publication that it draws on. */
  source: NamedSource | undefined;
  comments: ReaderComment[];
  /** Minutes to read, at least one. */
  minutes: number;
  /** The frontmatter, for what only one kind has. */
  data: ArticleData;
  outline: Outline;
  /** Its MDX, and the file that it is from (absolute). */
  mdx: string;
  file: string;
}

/** Words that are read in a minute. */
const WORDS_A_MINUTE = 200;

/** Said by the command that runs, not by `import.meta.env.DEV`: that follows variables that happen to be in a shell. */
const isDev = process.env['OPSNOTES_COMMAND'] === 'dev';

let articles: Promise<Article[]> | undefined;

/** Every article but drafts, newest first; of two of one instant the slug decides. Read once a build. */
export function allArticles(): Promise<Article[]> {
  if (isDev) return readArticles();
  articles ??= readArticles();
  return articles;
}

async function readArticles(): Promise<Article[]> {
  const [entries, tags, sources, comments] = await Promise.all([
    getCollection('articles'),
    tagsBySlug(),
    sourcesBySlug(),
    commentsByArticle(),
  ]);
  return entries
    .filter((entry) => isDev || !entry.data.draft)
    .map((entry) => asArticle(entry, tags, sources, comments.get(entry.id) ?? []))
    .sort(newestFirst);
}

function asArticle(
  { id, data, body = '', filePath = '' }: CollectionEntry<'articles'>,
  tags: Map<string, NamedTag>,
  sources: Map<string, NamedSource>,
  comments: ReaderComment[],
): Article {
  const parsed = outline(body);
  return {
    slug: id,
    path: articlePath(id),
    kind: data.kind,
    title: data.title,
    description: data.description,
    published: data.published,
    updated: data.updated,
    lang: data.lang ?? site.locale,
    tags: data.tags.flatMap((slug) => tags.get(slug) ?? []),
    source: data.attribution && sources.get(data.attribution.source),
    comments,
    minutes: Math.max(1, Math.round(parsed.words / WORDS_A_MINUTE)),
    data,
    outline: parsed,
    mdx: body,
    file: resolve(filePath),
  };
}

function newestFirst(a: Article, b: Article): number {
  return b.published.getTime() - a.published.getTime() || (a.slug < b.slug ? -1 : 1);
}
