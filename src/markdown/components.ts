import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** What MDX hands to a component. */
export type Properties = Record<string, unknown>;

type Children = ElementContent | ElementContent[] | string | undefined;

/** What an article can use without an import: `<Note>`, `<Warning>`, `<Figure>`. */
export const components = {
  /** `<Note>Something good to know.</Note>` */
  Note: (properties: Properties): Element => callout('note', properties),

  /** `<Warning>Something that can cost data or access.</Warning>` */
  Warning: (properties: Properties): Element => callout('warning', properties),

  /** `<Figure src="./graph.png" alt="…">A caption in Markdown.</Figure>` */
  Figure: ({ src, alt, children }: Properties): Element =>
    h('figure', { className: 'picture' }, [
      h('img', { src: String(src), alt: typeof alt === 'string' ? alt : '' }),
      h('figcaption', children as Children),
    ]),
};

export type ComponentName = keyof typeof components;

/** The label is put in by the page, in the interface's language. */
function callout(kind: 'note' | 'warning', { children }: Properties): Element {
  return h('aside', { className: ['callout', kind], dataCallout: kind }, children as Children);
}
