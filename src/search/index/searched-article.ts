import type { Article } from '../../articles/articles.ts';
import { harmsOf } from '../../commands/harms.ts';
import type { ArticleBlock } from '../../content/outline/article-blocks.ts';
import { factsOf } from '../../articles/facts.ts';
import { dictionary } from '../../i18n/dictionary.ts';
import type { ShownArticle, ShownCommand, ShownListing } from './shown.ts';

/** An article as the search takes it. */
export interface SearchedArticle extends Omit<ShownArticle, 'type'> {
  /** Its address from the site's root. */
  path: string;
  title: string;
  /** Found by these too, though they don't stand in the text: other spellings of tags, facts of its kind. */
  facts: string[];
  sections: SearchedSection[];
}

/** The text below one heading, and the blocks in it; the first section has no heading. */
export interface SearchedSection {
  /** The heading's anchor; empty above the first heading. */
  id: string;
  title: string;
  /** 2 to 6. */
  depth: number;
  text: string;
  blocks: SearchedBlock[];
}

/** A command or a listing, with its anchor. */
export interface SearchedBlock {
  id: string;
  shown: ShownCommand | ShownListing;
}

/** Plain text that only a renderer knows, such as that of an imported component, by the anchor of its section. */
export type RenderedText = ReadonlyMap<string, string>;

/** An article → what is searched and shown of it. */
export function searchedArticle(article: Article, rendered?: RenderedText): SearchedArticle {
  const { outline } = article;
  return {
    path: article.path,
    title: article.title,
    description: article.description,
    kind: article.kind,
    year: Number(article.publishedDay.slice(0, 4)),
    lang: article.lang,
    tags: article.tags.map(({ slug, label }) => [slug, label]),
    facts: [...factTexts(article), ...article.tags.flatMap(({ spellings }) => spellings)],
    sections: outline.sections.map(({ heading, text }) => {
      const id = heading?.id ?? '';
      return {
        id,
        title: heading?.text ?? '',
        depth: heading?.depth ?? 2,
        text: [text, rendered?.get(id) ?? ''].filter(Boolean).join('\n'),
        blocks: outline.blocks
          .filter(({ fence }) => fence.heading?.id === heading?.id)
          .flatMap(searchedBlocks),
      };
    }),
  };
}

/** All of an article's text that is searched. */
export function textOf({ title, description, sections }: SearchedArticle): string {
  const parts = sections.flatMap((section) => [
    section.title,
    section.text,
    ...section.blocks.map(({ shown }) =>
      shown.type === 'command'
        ? `${shown.about} ${shown.command}`
        : `${shown.about} ${shown.file} ${shown.text}`,
    ),
  ]);
  return [title, description, ...parts].join('\n');
}

function searchedBlocks({ fence, block, anchor, steps }: ArticleBlock): SearchedBlock[] {
  const about = block.meta.title ?? fence.introduction;
  if (block.kind === 'listing') {
    const { file, append, hosts, text } = block;
    return [
      { id: anchor, shown: { type: 'listing', file, append, about, hosts, text, harms: harmsOf(block) } },
    ];
  }
  return steps.map(({ step, anchor: id }) => ({
    id,
    shown: {
      type: 'command',
      command: step.command,
      about,
      sign: step.prompt === '' ? '' : step.root ? '#' : '$',
      user: step.user ?? '',
      hosts: step.hosts,
      programs: step.programs,
      harms: harmsOf(step),
    },
  }));
}

/** What stands in the frontmatter and on the page, but not in the text. */
function factTexts(article: Article): string[] {
  const products = article.data.appliesTo.flatMap(({ product, version, system }) => [
    product,
    version,
    system,
  ]);
  const facts = factsOf(article, { href: (path) => path, locale: 'en', t: dictionary('en') });
  // Words of the interface, such as those for a speaker who isn't named, are nothing to search for.
  const own = facts.flatMap(({ values }) => values.flat().flatMap(({ text, own }) => (own ? [text] : [])));
  return [...products.filter((text) => text !== undefined), ...own];
}
