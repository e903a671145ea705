import { formsOf } from './forms.ts';
import {
  textOf,
  type SearchedArticle,
  type SearchedBlock,
  type SearchedSection,
} from './searched-article.ts';
import type { Shown, ShownArticle } from './shown.ts';

/** What Pagefind indexes of an article: a page made for it alone, which no reader gets. */
export interface SearchRecord {
  url: string;
  content: string;
}

/** The element that says what the article is, by an anchor that no heading can have. */
const ARTICLE = '@article';

/**
 * An article → its record: title, description, then each section's heading and prose and after that its commands and
 * listings, each an element with an anchor and, in its title, with what results show of it.
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
    meta('also', [...article.facts, ...formsOf(textOf(article))].join(' ')),
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

/** What stands before a block is in the prose already; the title of its fence is not. */
function blockPart({ id, shown }: SearchedBlock, prose: string): string {
  const about = prose.includes(shown.about) ? '' : `${shown.about} `;
  const own = shown.type === 'command' ? shown.command : `${shown.file} ${shown.text}`;
  return `${mark(id, shown)}<pre>${text(about + own)}</pre>`;
}

/** An empty element, or its text would be kept twice. Of blanks only single ones stay as they are. */
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

/** Text within the record, without half characters, which Pagefind refuses, and what it takes for marks of its own. */
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
