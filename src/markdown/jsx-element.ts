import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';

/** An element or component written in MDX. */
export type JsxElement = Readonly<MdxJsxFlowElementHast | MdxJsxTextElementHast>;

/** The part of a plug-in that visits all of them, whether on lines of their own or within a line. */
export function onElements<Visit>(visit: Visit) {
  const subscription = { filter: [], visit };
  return { mdxJsxFlowElement: subscription, mdxJsxTextElement: subscription };
}
