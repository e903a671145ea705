import { formsOf } from './forms.ts';
import {
  textOf,
  type SearchedArticle,
  type SearchedBlock,
  type SearchedSection,
} from './searched-article.ts';
import { ownText, type Shown, type ShownArticle } from './shown.ts';

/** What Pagefind indexes for an article: a page made only for it, which readers never get. */
export interface SearchRecord {
  url: string;
  content: string;
}

/** The anchor of the element that describes the article. No heading can have it. */
const ARTICLE = '@article';

/**
 * Turns an article into its record: title and description, then each section's heading and prose, followed by its
 * commands and listings. Each of these is an element with an anchor, and its title holds what the results show of it.
 */
export function recordOf(article: SearchedArticle): SearchRecord {
  const { path, title, description, sections } = article;
  const blocks = sections.flatMap((section) => section.blocks);
  const parts = [
    `<h1 data-pagefind-weight="1">${text(title)}</h1>`,
    mark(ARTICLE, shownArticle(article)),
    `<p>${text(description)}</p>`,
    ...sections.flatMap(sectionParts),
    meta('program', programsOf(blocks)),
    meta('facts', article.facts.join(' ')),
    meta('also', [...formsOf([textOf(article), ...article.facts].join(' '))].join(' ')),
    ...[['kind', article.kind] as const, ...article.tags.map(([slug]) => ['tag', slug] as const)].map(
      ([name, value]) => `<i data-pagefind-ignore data-pagefind-filter="${name}:${text(value)}"></i>`,
    ),
  ];
  return { url: path, content: `<html><body>${parts.join('')}</body></html>` };
}

function sectionParts({ id, title, depth, text: prose, blocks }: SearchedSection): string[] {
  const heading =
    id === '' ? '' : `<h${depth} id="${text(id)}" data-pagefind-weight="1">${text(title)}</h${depth}>`;
  const paragraphs = prose.split('\n').map((line) => `<p>${text(line)}</p>`);
  return [heading, ...paragraphs, ...blocks.map((block) => blockPart(block, prose))];
}

/** Text before a block is already in the prose; the title of its fence isn't. */
function blockPart({ id, shown }: SearchedBlock, prose: string): string {
  const about = prose.includes(shown.about) ? '' : `${shown.about} `;
  return `${mark(id, shown)}<pre>${text(about + ownText(shown))}</pre>`;
}

/**
 * The element is empty, or its text would be kept twice. Only single spaces survive in a title, so others are
 * escaped.
 */
function mark(id: string, shown: Shown): string {
  const title = JSON.stringify(shown).replace(/[^\S ]|\u200B| (?= )/g, escaped);
  return `<i id="${text(id)}" data-pagefind-title="${quoted(title)}"></i>`;
}

function meta(name: string, value: string): string {
  return value === '' ? '' : `<i data-pagefind-ignore data-pagefind-meta="${name}:${text(value)}"></i>`;
}

function shownArticle({ description, kind, year, lang, tags }: SearchedArticle): ShownArticle {
  return { type: 'article', description, kind, year, lang, tags };
}

function programsOf(blocks: readonly SearchedBlock[]): string {
  const names = blocks.flatMap(({ shown }) => (shown.type === 'command' ? shown.programs : []));
  return [...new Set(names)].join(' ');
}

/** ` ` → `\\u0020` */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Text for the record, without half characters, which Pagefind rejects, and without anything it would take for its
 * own markup.
 */
function text(value: string): string {
  return quoted(value.toWellFormed().replaceAll('___PAGEFIND', '__PAGEFIND'));
}

function quoted(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
