import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { mapRuns } from './paragraphs.ts';

/** Elements that hold paragraphs. */
const CONTAINERS = new Set(['div', 'section', 'article', 'main', 'blockquote', 'center', 'body']);

/** `a<br><br>b` → `<p>a</p><p>b</p>`: editors without paragraphs, such as Blogger's, separate them by empty lines. */
export function partAtDoubleBreaks(parent: Root | Element): void {
  const children = parent.children as ElementContent[];
  for (const child of children) if (child.type === 'element') partAtDoubleBreaks(child);
  if (parent.type === 'root' || CONTAINERS.has(parent.tagName)) {
    parent.children = children.flatMap((child) =>
      child.type === 'element' && child.tagName === 'p' ? (paragraphsOf(child.children) ?? [child]) : [child],
    );
    // Lines of text among blocks become paragraphs, if an empty line separates them.
    parent.children = mapRuns(parent.children as ElementContent[], (run) => paragraphsOf(run) ?? run);
  }
}

/** Undefined if there is only one. */
function paragraphsOf(children: readonly ElementContent[]): Element[] | undefined {
  const parts = split(children);
  return parts.length < 2 ? undefined : parts.map((part) => h('p', part));
}

/** The pieces between two or more breaks with only spaces between them; empty pieces are left out. */
function split(children: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  for (const child of children) {
    const isBreak = child.type === 'element' && child.tagName === 'br';
    if (isBreak || (breaks.length > 0 && child.type === 'text' && child.value.trim() === ''))
      breaks.push(child);
    else {
      const count = breaks.filter(({ type }) => type === 'element').length;
      if (count > 1) parts.push([]);
      else parts.at(-1)!.push(...breaks);
      breaks = [];
      parts.at(-1)!.push(child);
    }
  }
  return parts.filter((part) => part.some((node) => node.type !== 'text' || node.value.trim() !== ''));
}
