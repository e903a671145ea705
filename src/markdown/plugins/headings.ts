import type { Element } from 'hast';
import { h } from 'hastscript';
import { defineHastPlugin } from 'satteri';
import type { Heading, Outline } from '../../content/outline/outline.ts';

/**
 * Gives each heading an anchor and a link to itself: `## Hosts` → `<h2 id="hosts">Hosts<a href="#hosts">`. The link's sign is
 * added by the style sheet, because Astro would include it in the text of its own list of headings.
 *
 * @param isTitled whether the text's page shows a title, which must be its only first-level heading
 */
export function headings(outline: Outline, isTitled: boolean) {
  const byLine = headingsByLine(outline);
  return defineHastPlugin({
    name: 'opsnotes-headings',
    options: { position: true },
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node: Readonly<Element>) {
        const heading = byLine.get(node.position?.start.line ?? 0);
        return heading && anchored(node, heading, isTitled);
      },
    },
  });
}

/** The headings of a text by the line where they begin; no line has two. */
export function headingsByLine(outline: Outline): ReadonlyMap<number, Heading> {
  return new Map(outline.headings.map((heading) => [heading.line, heading]));
}

/** A heading with its anchor. */
export function anchored(node: Readonly<Element>, { id, text }: Heading, isTitled: boolean): Element {
  const anchor = h('a', { className: 'anchor', href: `#${id}`, ariaLabel: `# ${text}` });
  return {
    ...node,
    tagName: node.tagName === 'h1' && isTitled ? 'h2' : node.tagName,
    properties: { ...node.properties, id },
    children: [...node.children, anchor],
  };
}
