import type { Element, Root } from 'hast';
import { Fragment, jsx as createElement } from 'hastscript/jsx-runtime';
import { defineMdastPlugin, evaluate, type EvaluateOptions } from 'satteri';
import type { Dictionary } from '../i18n/dictionary.ts';
import { components, type Properties } from './components.ts';
import { features } from '../content/outline/features.ts';

declare module 'hast' {
  interface Data {
    /** The number of a heading among those of the outline, from 0; a heading written as an element has none. */
    heading?: number;
  }
}

/** The element that stands for the nth fence until it is drawn. */
export const BLOCK_TAG = 'opsnotes-block';

type Component = (properties: Properties) => unknown;

/** Fences are drawn by us, not by the Markdown engine: each becomes an empty element with its number. */
function blockMarkers(): ReturnType<typeof defineMdastPlugin> {
  let count = 0;
  return defineMdastPlugin({
    name: 'opsnotes-block-markers',
    code(node, context) {
      const hProperties = { number: String(count++) };
      context.replaceNode(node, {
        type: 'opsnotesBlock',
        children: [],
        data: { hName: BLOCK_TAG, hProperties },
      });
    },
  });
}

/** Headings by the number that they have in the outline: in the page they may stand elsewhere, as those of footnotes do. */
function headingMarkers(): ReturnType<typeof defineMdastPlugin> {
  let count = 0;
  return defineMdastPlugin({
    name: 'opsnotes-heading-markers',
    heading(node, context) {
      context.setProperty(node, 'data', { hProperties: { [HEADING_NUMBER]: String(count++) } });
    },
  });
}

const HEADING_NUMBER = 'data-opsnotes-heading';

/** A JSX runtime that builds a tree of HTML (hast): components are called, everything else is an element. */
function jsx(type: unknown, properties: unknown): unknown {
  if (typeof type === 'function') return (type as Component)(properties as Properties);
  const { [HEADING_NUMBER]: heading, ...others } = properties as Properties;
  // The page's title is its only heading of the first level.
  const tag = type === 'h1' ? 'h2' : (type as string);
  const element = createElement(tag, others as Parameters<typeof createElement>[1]);
  return heading === undefined ? element : { ...element, data: { heading: Number(heading) } };
}

const runtime: EvaluateOptions = {
  Fragment,
  jsx,
  jsxs: jsx,
  elementAttributeNameCase: 'html',
  stylePropertyNameCase: 'css',
};

/**
 * MDX → a tree of HTML. The components of `components.ts` can be used without an import.
 *
 * The same engine as `@astrojs/mdx` uses, but each article is evaluated here instead of being two Vite modules of its
 * own: half of a large build's time went there. One tree serves page, feeds and search.
 *
 * @param t the language of the label and the links back that footnotes get; English by default
 * @throws on a syntax error and on a name that isn't there; `mdxFault` reads the place from the message.
 */
export async function evaluateMdx(source: string, t?: FootnoteTexts): Promise<Root> {
  const mdastPlugins = [blockMarkers(), headingMarkers()];
  const gfm = t === undefined || { footnotes: { label: t.footnotes, backLabel: t.backToReference } };
  const module = await evaluate(source, { ...runtime, features: { ...features, gfm }, mdastPlugins });
  const content = (module['default'] as Component)({ components });
  return asRoot(content as Root | Element | null);
}

type FootnoteTexts = Pick<Dictionary, 'footnotes' | 'backToReference'>;

function asRoot(content: Root | Element | null): Root {
  if (content === null) return { type: 'root', children: [] };
  return content.type === 'root' ? content : { type: 'root', children: [content] };
}
