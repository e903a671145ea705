import type { Element, Root } from 'hast';
import { Fragment, jsx as createElement } from 'hastscript/jsx-runtime';
import { defineMdastPlugin, evaluate, type EvaluateOptions } from 'satteri';
import { components, type Properties } from './components.ts';
import { features } from './features.ts';

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

/** A JSX runtime that builds a tree of HTML (hast): components are called, everything else is an element. */
function jsx(type: unknown, properties: unknown): unknown {
  if (typeof type === 'function') return (type as Component)(properties as Properties);
  return createElement(type as string, properties as Parameters<typeof createElement>[1]);
}

const runtime: EvaluateOptions = { Fragment, jsx, jsxs: jsx, elementAttributeNameCase: 'html', features };

/**
 * MDX → a tree of HTML. The components of `components.ts` can be used without an import.
 *
 * The same engine as `@astrojs/mdx` uses, but each article is evaluated here instead of being two Vite modules of its
 * own: half of a large build's time went there. One tree serves page, feeds and search.
 *
 * @throws on a syntax error and on a name that isn't there; `mdxFault` reads the place from the message.
 */
export async function evaluateMdx(source: string): Promise<Root> {
  const module = await evaluate(source, { ...runtime, mdastPlugins: [blockMarkers()] });
  const content = (module['default'] as Component)({ components });
  return asRoot(content as Root | Element | null);
}

function asRoot(content: Root | Element | null): Root {
  if (content === null) return { type: 'root', children: [] };
  return content.type === 'root' ? content : { type: 'root', children: [content] };
}
