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
  /** The day that its author wrote, in their zone; so with `updatedDay`. */
  publishedDay: string;
  updated: Date | undefined;
  updatedDay: string | undefined;
  /** BCP 47. */
  lang: string;
  tags: NamedTag[];
  /** The publication that it draws on. */
  source: NamedSource | undefined;
  comments: ReaderComment[];
  /** That its steps were run, and whether they still are the same. */
  proof: Proof | undefined;
  /** Minutes to read, at least one. */
  minutes: number;
  /** The frontmatter, for what only one kind has. */
  data: ArticleData;
  outline: Outline;
  /** The file that it is from, absolute. */
  file: string;
  /** The files that are published with it. */
  attached: AttachedFile[];
  /** Of all this: what shows the article, and nothing else, is the same for the same digest. */
  digest: string;
}

/** Words that are read in a minute. */
const WORDS_A_MINUTE = 200;

/** What an article's own entry does not say. */
interface Related {
  tags: ReadonlyMap<string, NamedTag>;
  sources: ReadonlyMap<string, NamedSource>;
  comments: ReadonlyMap<string, ReaderComment[]>;
  /** That articles were run, by slug. */
  records: ReadonlyMap<string, Verification>;
}

/** Articles, newest first; of two of one instant the slug decides. */
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
  const { kind, title, description, published, updated } = data;
  return {
    slug,
    path: articlePath(slug),
    kind,
    title,
    description,
    published: published.time,
    publishedDay: dayOf(published),
    updated: updated?.time,
    updatedDay: updated && dayOf(updated),
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
