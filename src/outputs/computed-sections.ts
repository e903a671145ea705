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
 * From the HTML that Astro made of a text, collects what is between the marks of computed parts, by section; blocks are left out.
 */
export function sectionTexts(html: string): Map<string, string> {
  const found = new Map<string, string>();
  let section = '';
  let part: string | undefined;
  const walk = (node: Nodes): void => {
    if (node.type === 'comment') part = markedPart(node.value, part);
    if (node.type === 'text' && part !== undefined)
      found.set(section, (found.get(section) ?? '') + node.value);
    if (!('children' in node)) return;
    if (node.type === 'element') {
      const { tagName, properties } = node;
      if (UNSEEN.has(tagName) || isBlock(properties.className)) return;
      if (/^h[1-6]$/.test(tagName) && typeof properties.id === 'string') section = properties.id;
    }
    for (const child of node.children) walk(child);
    // Keep the words of neighbouring elements apart.
    if (part !== undefined && node.type === 'element') found.set(section, `${found.get(section) ?? ''} `);
  };
  walk(htmlToHast(html, { fragment: true }));
  return new Map([...found].map(([id, text]) => [id, text.replace(/\s+/g, ' ').trim()]));
}

/** `part 120` begins a part, `/part 120` ends it; any other comment changes nothing. */
function markedPart(comment: string, part: string | undefined): string | undefined {
  if (/^part \d+$/.test(comment)) return part ?? comment;
  return comment === `/${part ?? ''}` ? undefined : part;
}

const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);

function isBlock(className: unknown): boolean {
  return Array.isArray(className) && className.includes('block');
}
