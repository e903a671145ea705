import type { GoodContent } from '../content/read-content.ts';
import { reading } from '../content/reading.ts';
import type { Outline } from '../content/outline/outline.ts';
import { once } from './once.ts';
import type { ArticleData, Kind } from '../content/schemas/article.ts';
import { attachedFiles, type AttachedFile } from './attached-files.ts';
import { commentsByArticle, sourcesBySlug, tagsBySlug } from './collections.ts';
import type { ReaderComment } from './comments.ts';
import { proofOf, type Proof } from './proof.ts';
import { digestOf } from './digest.ts';
import { articlePath } from '../content/text-paths.ts';
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
  /** That its steps were run, and whether they still are the same. */
  proof: Proof | undefined;
  /** Minutes to read, at least one. */
  minutes: number;
  /** The frontmatter, for what only one kind has. */
  data: ArticleData;
  outline: Outline;
  /** Its MDX, and the file that it is from (absolute). */
  mdx: string;
  file: string;
  /** The files that are published with it. */
  attached: AttachedFile[];
  /** Of all this: what shows the article, and nothing else, is the same for the same digest. */
  digest: string;
}

/** Words that are read in a minute. */
const WORDS_A_MINUTE = 200;

/** Said by the command that runs, not by `import.meta.env.DEV`: that follows variables that happen to be in a shell. */
const isDev = process.env['OPSNOTES_COMMAND'] === 'dev';

/** Every article but drafts, newest first; of two of one instant the slug decides. */
export async function allArticles(): Promise<Article[]> {
  return articlesOf(await reading());
}

/** Made once of what was read. */
const articlesOf = once(async ({ articles, verifications }: GoodContent): Promise<Article[]> => {
  const [tags, sources, comments] = await Promise.all([tagsBySlug(), sourcesBySlug(), commentsByArticle()]);
  const records = new Map(verifications.map(({ slug, data }) => [slug, data]));
  return articles
    .filter(({ data }) => isDev || !data.draft)
    .map((entry) => {
      const proof = proofOf(entry.outline.blocks, entry.data.hosts, records.get(entry.slug));
      return asArticle(entry, tags, sources, comments.get(entry.slug) ?? [], proof);
    })
    .sort(newestFirst);
});

function asArticle(
  { slug, data, outline, source: mdx, file, digest }: GoodContent['articles'][number],
  tags: Map<string, NamedTag>,
  sources: Map<string, NamedSource>,
  comments: ReaderComment[],
  proof: Proof | undefined,
): Article {
  const known = {
    lang: data.lang ?? site.locale,
    tags: data.tags.flatMap((tag) => tags.get(tag) ?? []),
    source: data.attribution && sources.get(data.attribution.source),
    comments,
    proof,
    attached: attachedFiles(outline, file, data.kind === 'benchmark' ? data.data : undefined),
  };
  return {
    slug,
    path: articlePath(slug),
    kind: data.kind,
    title: data.title,
    description: data.description,
    published: data.published,
    updated: data.updated,
    ...known,
    minutes: Math.max(1, Math.round(outline.words / WORDS_A_MINUTE)),
    data,
    outline,
    mdx,
    file,
    digest: digestOf([slug, digest, known]),
  };
}

function newestFirst(a: Article, b: Article): number {
  return b.published.getTime() - a.published.getTime() || (a.slug < b.slug ? -1 : 1);
}
