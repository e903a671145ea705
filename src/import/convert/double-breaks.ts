import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { INLINE } from './paragraphs.ts';

/** Elements that hold paragraphs. */
const CONTAINERS = new Set(['div', 'section', 'article', 'main', 'blockquote', 'center', 'body']);

/** `a<br><br>b` → `<p>a</p><p>b</p>`: editors without paragraphs, such as Blogger's, separate them by empty lines. */
export function partAtDoubleBreaks(parent: Root | Element): void {
  const children = parent.children as ElementContent[];
  for (const child of children) if (child.type === 'element') partAtDoubleBreaks(child);
  if (parent.type === 'root' || CONTAINERS.has(parent.tagName)) {
    parent.children = children.flatMap((child) =>
      child.type === 'element' && child.tagName === 'p' ? partsOf(child) : [child],
    );
    parent.children = withParagraphs(parent.children as ElementContent[]);
  }
}

/** Lines of text among blocks become paragraphs, if an empty line separates them. */
function withParagraphs(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const end = (): void => {
    const parts = split(run);
    result.push(...(parts.length < 2 ? run : parts.map((part) => h('p', part))));
    run = [];
  };
  for (const child of children) {
    if (child.type !== 'element' || INLINE.has(child.tagName)) run.push(child);
    else {
      end();
      result.push(child);
    }
  }
  end();
  return result;
}

function partsOf(paragraph: Element): Element[] {
  const parts = split(paragraph.children);
  return parts.length < 2 ? [paragraph] : parts.map((part) => h('p', part));
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
