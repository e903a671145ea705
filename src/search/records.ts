import type { ArticleBlock } from '../content/outline/article-blocks.ts';
import type { Outline } from '../content/outline/outline.ts';
import type { ArticleData } from '../content/schemas/article.ts';
import type { CommandRecord } from './format.ts';
import type { SearchedArticle } from './indexed-article.ts';

/** What the search takes from an article. */
export interface ArticleSource {
  /** Its address from the site's root. */
  path: string;
  data: ArticleData;
  outline: Outline;
  blocks: ArticleBlock[];
  /** BCP 47. */
  lang: string;
  /** Its tags, in the site's language and in other spellings. */
  tags: { slug: string; label: string; spellings: string[] }[];
}

/** An article, its sections and each of its commands, as the index takes them. */
export function searchedArticle({ path, data, outline, blocks, lang, tags }: ArticleSource): SearchedArticle {
  return {
    alsoFoundBy: [...facts(data), ...tags.flatMap(({ spellings }) => spellings)],
    record: {
      path,
      title: data.title,
      description: data.description,
      kind: data.kind,
      year: data.published.getUTCFullYear(),
      lang,
      tags: tags.map(({ slug, label }) => [slug, label]),
      commands: blocks.flatMap(commandRecords),
      sections: outline.sections.map(({ heading, text }) => ({
        id: heading?.id ?? '',
        title: heading?.text ?? '',
        text,
      })),
    },
  };
}

function commandRecords({ fence, steps }: ArticleBlock): CommandRecord[] {
  return steps.map(({ step, anchor }) => ({
    anchor,
    command: step.command,
    introduction: fence.introduction,
    hosts: step.hosts,
    sign: step.prompt === '' ? '' : step.root ? '#' : '$',
    programs: step.programs,
    destructive: step.destructive.length > 0,
  }));
}

/** What stands in the frontmatter and on the page, but not in the text. */
function facts(data: ArticleData): string[] {
  const products = data.appliesTo.flatMap(({ product, version, system }) => [product, version, system]);
  const own =
    data.kind === 'conference'
      ? [
          data.event.name,
          data.event.place,
          ...data.talks.flatMap((talk) => [talk.title ?? talk.topic ?? '', ...talk.speakers]),
        ]
      : data.kind === 'benchmark'
        ? [...data.testbed, ...data.method]
        : [];
  return [...products, ...own].filter((text) => text !== undefined);
}
