import type { Root } from 'hast';
import { htmlToHast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { Article } from '../../articles/articles.ts';
import { harmsOf } from '../../commands/block.ts';
import type { ArticleBlock } from '../../content/outline/article-blocks.ts';
import { factsOf } from '../../articles/facts.ts';
import { t } from '../../articles/site.ts';
import type { Outline, Section } from '../../content/outline/outline.ts';
import { ownText, type ShownArticle, type ShownCommand, type ShownListing } from './shown.ts';

/** An article as the search sees it. */
export interface SearchedArticle extends Omit<ShownArticle, 'type'> {
  /** URL path from the site's root. */
  path: string;
  title: string;
  /** Text that finds the article although it doesn't contain it: other spellings of tags, facts of its kind. */
  facts: string[];
  sections: SearchedSection[];
}

/** The text below one heading and the blocks in it. The first section has no heading. */
export interface SearchedSection {
  /** The heading's anchor; empty above the first heading. */
  id: string;
  title: string;
  /** 2 to 6. */
  depth: number;
  text: string;
  blocks: SearchedBlock[];
}

/** A command or listing, with its anchor. */
export interface SearchedBlock {
  id: string;
  shown: ShownCommand | ShownListing;
}

/** Plain text that only a renderer knows, such as that of an imported component, by its section's anchor. */
export type RenderedText = ReadonlyMap<string, string>;

/** Collects what is searched and shown of an article. */
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
    facts: factTexts(article),
    sections: [
      ...outline.sections.map((section) => searchedSection(section, outline, rendered)),
      ...commentSections(article),
    ],
  };
}

function searchedSection(
  { heading, text }: Section,
  outline: Outline,
  rendered: RenderedText | undefined,
): SearchedSection {
  const id = heading?.id ?? '';
  const blocks = outline.blocks.filter(({ fence }) => fence.heading?.id === heading?.id);
  const texts = [text, rendered?.get(id) ?? '', ...labelsOf(heading, outline), ...blocks.flatMap(shownTexts)];
  return {
    id,
    title: heading?.text ?? '',
    depth: heading?.depth ?? 2,
    text: texts.filter(Boolean).join('\n'),
    blocks: blocks.flatMap(searchedBlocks),
  };
}

/** Texts in attributes between a heading and the next one. */
function labelsOf(heading: Section['heading'], { headings, labels }: Outline): string[] {
  const next = heading === undefined ? headings[0] : headings[headings.indexOf(heading) + 1];
  const own = labels.filter(
    ({ line }) => line >= (heading?.line ?? 0) && (next === undefined || line < next.line),
  );
  return own.map(({ text }) => text);
}

/**
 * How many characters of an output are searched, and how many of code that is no result of its own. A screen has 2,000.
 * Nearly every line of a log has words that occur nowhere else, and each makes the index larger for every reader: 1,000
 * articles with 300 such lines took 36 times as long to index, and the first answer twice as many bytes.
 */
const MOST_OUTPUT = 2000;
const MOST_CODE = 6000;

/** What a block shows that is no result of its own: other code, with its caption, and the output of commands. */
function shownTexts({ block, steps }: ArticleBlock): string[] {
  if (block.kind === 'code') return [onOneLine(block.meta.title ?? ''), shortened(block.text, MOST_CODE)];
  return steps.map(({ step }) => shortened(step.output, MOST_OUTPUT));
}

/** On one line; of a long text only whole words at the beginning and at the end, where errors are. */
function shortened(text: string, most: number): string {
  const line = onOneLine(text);
  if (line.length <= most) return line;
  const [start, end] = [line.slice(0, most / 2), line.slice(-most / 2)];
  return `${start.replace(/\S*$/, '')}${end.replace(/^\S*\s?/, '')}`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What readers have written below an article. */
function commentSections({ comments }: Article): SearchedSection[] {
  if (comments.length === 0) return [];
  const text = comments.map(({ author, html }) => onOneLine(`${author} ${textOfHtml(html)}`)).join('\n');
  return [{ id: 'comments', title: t.comments, depth: 2, text, blocks: [] }];
}

/** The text of HTML; words of neighbouring elements stay apart. */
function textOfHtml(html: string): string {
  const texts: string[] = [];
  visit(htmlToHast(html, { fragment: true }) as Root, (node) => {
    if (node.type === 'text') texts.push(node.value);
    else if (node.type === 'element' && !isPhrase(node.tagName)) texts.push(' ');
  });
  return texts.join('');
}

function isPhrase(tag: string): boolean {
  return ['a', 'b', 'code', 'del', 'em', 'i', 'strong'].includes(tag);
}

/** All the text of an article that is searched. */
export function textOf({ title, description, sections }: SearchedArticle): string {
  const parts = sections.flatMap((section) => [
    section.title,
    section.text,
    ...section.blocks.map(({ shown }) => `${shown.about} ${ownText(shown)}`),
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

/** Text that is on the page, but not in the body: from the frontmatter, and from what it refers to. */
function factTexts(article: Article): string[] {
  const { data, source, tags, outline } = article;
  const products = data.appliesTo.flatMap(({ product, version, system }) => [product, version, system]);
  const facts = factsOf(article, (path) => path);
  // Nobody searches for words of the interface, such as those for an unnamed speaker.
  const own = facts.flatMap(({ values }) => values.flat().flatMap(({ text, own }) => (own ? [text] : [])));
  const origin = [source?.name, source?.author, data.attribution?.title];
  const values = Object.values(data.placeholders).flatMap(({ label, example }) => [label, example]);
  const machines = outline.blocks.flatMap(({ block, steps }) => [
    ...(block.kind === 'listing' ? block.hosts : []),
    ...steps.flatMap(({ step }) => [...step.hosts, step.user]),
  ]);
  const names = tags.flatMap(({ slug, spellings }) => [slug, ...spellings]);
  const texts = [...products, ...own, ...origin, ...values, ...machines, ...names];
  return [...new Set(texts.filter((text) => text !== undefined).filter(Boolean))];
}
