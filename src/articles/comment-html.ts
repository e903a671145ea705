import type { Properties, Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { markdownToHast } from 'satteri';
import { visit } from 'unist-util-visit';
import { commentFeatures } from '../content/outline/features.ts';
import { SAFE_SCHEMES } from '../content/outline/links.ts';
import { resolveAddress, type Place } from './addresses.ts';

/** Markdown aligns a table column with this style. */
const ALIGNMENT: [string, RegExp] = ['style', /^text-align: (?:left|center|right)$/];

/** Everything a comment may contain: what Markdown produces, without pictures. */
const ALLOWED: Schema = {
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'pre', 'hr', 'br'],
    ...['ul', 'ol', 'li', 'input', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['a', 'code', 'em', 'strong', 'del'],
  ],
  attributes: {
    a: ['href', 'title'],
    code: [['className', /^language-./]],
    input: ['checked', ['disabled', true], ['type', 'checkbox']],
    li: [['className', 'task-list-item']],
    ol: ['start', ['className', 'contains-task-list']],
    td: [ALIGNMENT],
    th: [ALIGNMENT],
    ul: [['className', 'contains-task-list']],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
  protocols: { href: [...SAFE_SCHEMES] },
  // Other elements lose their tags but keep their text; these are removed with everything in them.
  strip: ['script', 'style'],
};

/**
 * Turns a comment's Markdown into HTML. The checks already refuse HTML, pictures and dangerous addresses, with the line; they are
 * dropped here as well, so that readers' safety doesn't depend on a single check.
 *
 * @param place the article's path, and the comment's own file
 */
export function commentHtml(markdown: string, place: Place): string {
  const tree = sanitize(markdownToHast(markdown, { features: commentFeatures }), ALLOWED) as Root;
  visit(tree, 'element', (element) => {
    element.tagName = lowered(element.tagName);
    if (element.tagName === 'a') addressLink(element.properties, place);
  });
  return `${toHtml(tree)}\n`;
}

/** Comments stand below a second-level heading, so their own headings start at the third level. */
function lowered(tag: string): string {
  return tag.replace(/^h([1-6])$/, (_, level: string) => `h${Math.min(6, Number(level) + 2)}`);
}

/** Gives a link its final address, and marks it as user-generated for search engines. */
function addressLink(properties: Properties, place: Place): void {
  if (typeof properties.href !== 'string') return;
  properties.href = resolveAddress(properties.href, place);
  properties.rel = ['nofollow', 'ugc', 'noopener'];
}
