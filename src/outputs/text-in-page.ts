import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { htmlToHast } from 'satteri';
import { EXIT, visit } from 'unist-util-visit';

/** Extracts the HTML of an article's text from a page that Astro has rendered. */
export function textInPage(page: string): string {
  const found: Element[] = [];
  visit(htmlToHast(page, { fragment: false }) as Root, 'element', (element) => {
    const { className } = element.properties;
    if (element.tagName !== 'div' || !Array.isArray(className) || !className.includes('text'))
      return undefined;
    found.push(element);
    return EXIT;
  });
  if (found[0] === undefined)
    throw new Error('Unexpected page without a text, expected `<div class="text">`.');
  return toHtml({ type: 'root', children: found[0].children });
}
