import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Dictionary } from '../i18n/dictionary.ts';

/** `<Note>Something good to know.</Note>`, `<Warning>Something that can cost data or access.</Warning>` */
export function callout(
  kind: 'note' | 'warning',
  children: ElementContent[],
  t: Pick<Dictionary, 'note' | 'warning'>,
): Element {
  const label = h('p', { className: 'callout-label' }, t[kind]);
  return h('aside', { className: ['callout', kind], role: 'note' }, [label, ...children]);
}

/** `<Figure src="./graph.png" alt="…">A caption in Markdown.</Figure>` */
export function figure(
  { src, alt }: Readonly<Record<string, string | boolean>>,
  children: ElementContent[],
): Element {
  const picture = h('img', { src: String(src), alt: typeof alt === 'string' ? alt : '' });
  return h('figure', { className: 'picture' }, [picture, h('figcaption', children)]);
}
