import type { Element, ElementContent, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** Elements in which WordPress makes paragraphs. */
const CONTAINERS = new Set(['blockquote', 'div', 'section', 'article', 'figure', 'aside', 'details']);

/** Inline elements. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark meter q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/**
 * Does what WordPress does when it displays a text (`wpautop`): blank lines separate paragraphs, line ends are
 * breaks. Exports contain the text from before that.
 */
export function makeParagraphs(tree: Root): void {
  tree.children = paragraphs(tree.children);
}

/** An address alone in a paragraph or a frame, which WordPress replaces by what it leads to, becomes a link. */
export function linkLoneAddresses(tree: Root): void {
  visit(tree, 'element', (node) => {
    const [text, ...others] = node.children.filter(
      (child) => !(child.type === 'text' && child.value.trim() === ''),
    );
    if (!/^(?:p|div|figure)$/.test(node.tagName) || text?.type !== 'text' || others.length > 0) return;
    const address = text.value.trim();
    if (/^https?:\/\/[^\s<>"]+$/.test(address)) node.children = [h('a', { href: address }, address)];
  });
}

function paragraphs(children: readonly (RootContent | ElementContent)[]): ElementContent[] {
  const contents = children.filter((child) => child.type !== 'doctype');
  for (const child of contents)
    if (child.type === 'element' && CONTAINERS.has(child.tagName))
      child.children = paragraphs(child.children);
  return mapRuns(contents as ElementContent[], splitRun);
}

/** Changes each run of text and inline elements between blocks. */
export function mapRuns(
  children: readonly ElementContent[],
  change: (run: ElementContent[]) => ElementContent[],
): ElementContent[] {
  const runs: ElementContent[][] = [[]];
  for (const child of children) {
    if (child.type !== 'element' || INLINE.has(child.tagName)) runs.at(-1)!.push(child);
    else runs.push([child], []);
  }
  // Every second one is a block.
  return runs.flatMap((run, index) => (index % 2 === 0 ? change(run) : run));
}

/** Splits text between blocks into paragraphs. */
function splitRun(run: readonly ElementContent[]): ElementContent[] {
  const all: ElementContent[][] = [[]];
  for (const node of run) {
    if (node.type !== 'text') {
      all.at(-1)!.push(withBreaksInCode(node));
      continue;
    }
    node.value
      .replace(/\r\n?/g, '\n')
      .split(/\n[ \t]*(?:\n[ \t]*)+/)
      .forEach((piece, index) => {
        if (index > 0) all.push([]);
        if (piece !== '') all.at(-1)!.push(...withBreaks(piece));
      });
  }
  return all.flatMap((children) => {
    const inner = trimmed(children);
    return inner.length === 0 ? [] : inner.every(({ type }) => type === 'comment') ? inner : [h('p', inner)];
  });
}

/** Within `<code>` too, each line end is displayed as a break. */
function withBreaksInCode(node: ElementContent): ElementContent {
  if (node.type !== 'element' || !/^(?:code|tt|samp)$/.test(node.tagName)) return node;
  return {
    ...node,
    children: node.children.flatMap((child) =>
      child.type === 'text'
        ? withBreaks(child.value.replace(/\r\n?/g, '\n').replace(/^\n|\n$/g, ''))
        : [child],
    ),
  };
}

function withBreaks(text: string): ElementContent[] {
  return text.split('\n').flatMap((line, index): ElementContent[] => {
    const value: ElementContent = { type: 'text', value: line };
    return index === 0 ? [value] : [h('br'), value];
  });
}

/** Drops breaks and spaces at the ends of a paragraph, and the breaks next to an explicit one. */
function trimmed(children: readonly ElementContent[]): ElementContent[] {
  const says = (node: ElementContent): boolean =>
    !isBreak(node) && !(node.type === 'text' && node.value.trim() === '');
  const first = children.findIndex(says);
  if (first === -1) return [];
  return children
    .slice(first, children.findLastIndex(says) + 1)
    .filter(
      (node, index, all) =>
        !isBreak(node) ||
        !isBreak(
          all.slice(0, index).findLast((other) => !(other.type === 'text' && other.value.trim() === '')),
        ),
    );
}

function isBreak(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'br';
}
