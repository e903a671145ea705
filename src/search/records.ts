import type { ArticleBlock } from '../markdown/article-blocks.ts';
import type { Outline } from '../markdown/outline.ts';
import { articlePath } from '../library/paths.ts';
import type { ArticleData } from '../schemas/article.ts';

/** What the search knows of an article. */
export interface SearchedArticle {
  slug: string;
  data: ArticleData;
  outline: Outline;
  blocks: ArticleBlock[];
  /** The labels and other spellings of its tags. */
  tagWords: string[];
  lang: string;
}

/** One thing that can be found, as Pagefind takes it. */
export interface SearchRecord {
  /** The address, from the site's root; no two records may share one. */
  url: string;
  /** The text that is searched. */
  content: string;
  /** What a result shows. */
  meta: Record<string, string>;
  /** What can be chosen: `type` is `command` or `article`. */
  filters: Record<string, string[]>;
}

/** An article and each of its commands as records. */
export function searchRecords(article: SearchedArticle): SearchRecord[] {
  return [articleRecord(article), ...article.blocks.flatMap((block) => commandRecords(article, block))];
}

function articleRecord({ slug, data, outline, tagWords, lang }: SearchedArticle): SearchRecord {
  const text = outline.sections.map(({ heading, text }) =>
    heading === undefined ? text : `${heading.text}\n${text}`,
  );
  return {
    url: articlePath(slug),
    content: [data.title, data.description, tagWords.join(' '), ...facts(data), ...text].join('\n'),
    meta: {
      title: data.title,
      description: data.description,
      kind: data.kind,
      year: String(data.published.getUTCFullYear()),
      lang,
    },
    filters: { type: ['article'], ...choices(data) },
  };
}

/** What stands in the frontmatter and on the page, but not in the text. */
function facts(data: ArticleData): string[] {
  const products = data.appliesTo.flatMap(({ product, version, system }) => [product, version, system]);
  const own =
    data.kind === 'conference'
      ? [data.event.name, data.event.place, ...data.talks.flatMap((talk) => [talk.title, ...talk.speakers])]
      : data.kind === 'benchmark'
        ? [...data.testbed, ...data.method]
        : [];
  return [...products, ...own].filter((text) => text !== undefined);
}

function commandRecords({ slug, data }: SearchedArticle, { fence, steps }: ArticleBlock): SearchRecord[] {
  return steps.map(({ step, anchor }) => ({
    url: `${articlePath(slug)}#${anchor}`,
    content: [step.command, fence.introduction].join('\n'),
    meta: {
      title: data.title,
      command: step.command,
      introduction: fence.introduction,
      hosts: step.hosts.join(' '),
      root: step.root ? 'yes' : 'no',
    },
    filters: { type: ['command'], program: step.programs, ...choices(data) },
  }));
}

function choices(data: ArticleData): Record<string, string[]> {
  return { kind: [data.kind], tag: data.tags };
}
