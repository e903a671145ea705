import type { Nodes } from 'hast';
import { htmlToHast } from 'satteri';
import type { Article } from '../articles/articles.ts';
import { isComputed } from '../content/outline/computed.ts';
import type { Texts } from './texts.ts';

/**
 * Text that articles compute, which their outlines don't have, for the search: by article slug, plain text by the anchor of its
 * section.
 */
export async function computedSections(
  articles: readonly Article[],
  texts: Texts,
): Promise<Map<string, Map<string, string>>> {
  const computed = articles.filter(({ outline }) => isComputed(outline));
  await texts.load(computed);
  return new Map(computed.map((article) => [article.slug, sectionTexts(texts.html(article))]));
}

/**
 * From the HTML that Astro made of a text, collects the paragraphs that have a computed part, by section: a word may be computed
 * only in part. Blocks are left out.
 */
export function sectionTexts(html: string): Map<string, string> {
  const found = new Map<string, string[]>();
  let section = '';
  let part: string | undefined;
  let paragraph = { text: '', isComputed: false };
  const end = (): void => {
    const text = paragraph.text.replace(/\s+/g, ' ').trim();
    if (paragraph.isComputed && text !== '') found.set(section, [...(found.get(section) ?? []), text]);
    paragraph = { text: '', isComputed: false };
  };
  const add = (text: string): void => {
    paragraph.text += text;
    if (part !== undefined && text.trim() !== '') paragraph.isComputed = true;
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'comment') part = markedPart(node.value, part);
    if (node.type === 'text') add(node.value);
    if (!('children' in node)) return;
    const isParagraph = node.type === 'element' && !PHRASES.has(node.tagName);
    if (node.type === 'element') {
      const { tagName, properties } = node;
      if (UNSEEN.has(tagName) || isBlock(properties.className)) return;
      if (isParagraph) end();
      if (tagName === 'img' || tagName === 'br') add(` ${properties.alt ?? ''} `);
      if (/^h[1-6]$/.test(tagName) && typeof properties.id === 'string') section = properties.id;
    }
    for (const child of node.children) walk(child);
    if (isParagraph) end();
  };
  walk(htmlToHast(html, { fragment: true }));
  end();
  return new Map([...found].map(([id, texts]) => [id, texts.join('\n')]));
}

/** Elements within a paragraph; all others stand for themselves. */
const PHRASES = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** `part 120` begins a part, `/part 120` ends it; any other comment changes nothing. */
function markedPart(comment: string, part: string | undefined): string | undefined {
  if (/^part \d+$/.test(comment)) return part ?? comment;
  return comment === `/${part ?? ''}` ? undefined : part;
}

const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);

function isBlock(className: unknown): boolean {
  return Array.isArray(className) && className.includes('block');
}
