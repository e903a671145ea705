import type { Outline } from '../content/outline/outline.ts';
import type { ArticleData, Kind } from '../content/schemas/article.ts';
import type { Verification } from '../content/schemas/verification.ts';
import { dayOf } from '../content/schemas/instant.ts';
import { articlePath } from '../content/text-paths.ts';
import { digestOf } from '../content/digest.ts';
import { attachedFiles, type AttachedFile } from './attached-files.ts';
import type { TextEntry } from './collections.ts';
import type { ReaderComment } from './comments.ts';
import { proofOf, type Proof } from './proof.ts';
import { site } from './site.ts';
import type { NamedSource } from './sources.ts';
import type { NamedTag } from './named-tags.ts';

/** An article as pages, feeds and search see it. */
export interface Article {
  slug: string;
  /** Its address from the site's root. */
  path: string;
  kind: Kind;
  title: string;
  description: string;
  published: Date;
  /** The day as its author wrote it, in their time zone; the same goes for `updatedDay`. */
  publishedDay: string;
  updated: Date | undefined;
  updatedDay: string | undefined;
  /** A BCP 47 language tag. */
  lang: string;
  tags: NamedTag[];
  /** The publication the article draws on. */
  source: NamedSource | undefined;
  comments: ReaderComment[];
  /** The record of a run of its steps, and whether the steps are still the same. */
  proof: Proof | undefined;
  /** Reading time in minutes, at least one. */
  minutes: number;
  /** The frontmatter, for fields that only one kind has. */
  data: ArticleData;
  outline: Outline;
  /** The absolute path of its file. */
  file: string;
  /** The files published along with it. */
  attached: AttachedFile[];
  /** Covers everything above: whatever shows only this article is unchanged as long as the digest is. */
  digest: string;
}

/** Average reading speed, in words per minute. */
const WORDS_A_MINUTE = 200;

/** What an article's own entry doesn't contain. */
interface Related {
  tags: ReadonlyMap<string, NamedTag>;
  sources: ReadonlyMap<string, NamedSource>;
  comments: ReadonlyMap<string, ReaderComment[]>;
  /** Verification records by article slug. */
  records: ReadonlyMap<string, Verification>;
}

/** Builds the articles, newest first; articles published at the same instant are ordered by slug. */
export function articlesOf(entries: readonly TextEntry<ArticleData>[], related: Related): Article[] {
  return entries.map((entry) => asArticle(entry, related)).sort(newestFirst);
}

function asArticle(
  { id: slug, data, outline, file, digest }: TextEntry<ArticleData>,
  related: Related,
): Article {
  const known = {
    lang: data.lang ?? site.locale,
    tags: data.tags.flatMap(({ id }) => related.tags.get(id) ?? []),
    source: data.attribution && related.sources.get(data.attribution.source.id),
    comments: related.comments.get(slug) ?? [],
    proof: proofOf(outline.blocks, data, related.records.get(slug)),
    attached: attachedFiles(outline, file, data.kind === 'benchmark' ? data.data : undefined),
  };
  const { kind, title, description, published, updated, written } = data;
  return {
    slug,
    path: articlePath(slug),
    kind,
    title,
    description,
    published,
    publishedDay: dayOf(written.published),
    updated,
    updatedDay: written.updated && dayOf(written.updated),
    ...known,
    minutes: Math.max(1, Math.round(outline.words / WORDS_A_MINUTE)),
    data,
    outline,
    file,
    digest: digestOf([slug, digest, known]),
  };
}

function newestFirst(a: Article, b: Article): number {
  return b.published.getTime() - a.published.getTime() || (a.slug < b.slug ? -1 : 1);
}
