import type { Root } from 'hast';
import { h } from 'hastscript';
import type { Heading } from '../content/outline/outline.ts';
import { eachElement } from './each-element.ts';

/** Gives each heading its anchor and a link to itself: `<h2>Hosts</h2>` → `<h2 id="hosts">Hosts <a href="#hosts">…`. */
export function anchorHeadings(tree: Root, headings: readonly Heading[]): void {
  eachElement(tree, (node) => {
    const heading = headings[node.data?.heading ?? -1];
    if (heading === undefined) return;
    node.properties.id = heading.id;
    node.children.push(
      h('a', { className: 'anchor', href: `#${heading.id}`, ariaLabel: `# ${heading.text}` }, '#'),
    );
  });
}
