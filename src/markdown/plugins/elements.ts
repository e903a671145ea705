import type { Element } from 'hast';
import { h } from 'hastscript';
import { defineHastPlugin, type MdxJsxFlowElementHast, type MdxJsxTextElementHast } from 'satteri';
import { isComponent } from '../../content/outline/components.ts';
import { attributeText } from '../../content/outline/jsx-attributes.ts';
import type { Outline } from '../../content/outline/outline.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import type { Place } from '../../articles/addresses.ts';
import { chartOf } from '../../articles/charts/chart-file.ts';
import { callout, figure } from '../callouts.ts';
import { chartFigure } from '../chart-figure.ts';
import { anchored, headingsByLine } from './headings.ts';

type JsxElement = Readonly<MdxJsxFlowElementHast | MdxJsxTextElementHast>;

/**
 * Elements that the author wrote as such, `<kbd>Ctrl</kbd>`, become elements of HTML like those of Markdown, so that the other
 * plug-ins see them too. `<Note>`, `<Warning>`, `<Figure>` and `<Chart>`, which need no import, become what they stand for. One with an
 * attribute that has to be computed stays a component.
 */
export function elements(outline: Outline, t: Dictionary, place: Place | undefined) {
  const headings = headingsByLine(outline);
  // Their order is that of the outline, so the number of a chart is the number of its picture.
  let charts = 0;
  const visit = async (node: JsxElement): Promise<Element | undefined> => {
    if (node.name === 'Chart') return chartElement(node, ++charts, place, t);
    const element = asElement(node, t);
    const heading = headings.get(node.position?.start.line ?? 0);
    return element && heading && /^h[1-6]$/.test(element.tagName) ? anchored(element, heading) : element;
  };
  return defineHastPlugin({
    name: 'opsnotes-elements',
    options: { position: true },
    mdxJsxFlowElement: { filter: [], visit },
    mdxJsxTextElement: { filter: [], visit },
  });
}

/** Undefined where the check has told what is wrong with it. */
async function chartElement(
  node: JsxElement,
  number: number,
  place: Place | undefined,
  t: Dictionary,
): Promise<Element | undefined> {
  const attributes = textAttributes(node) as Record<string, string> | undefined;
  const chart = attributes && place && chartOf(attributes, place.file);
  return chart && chartFigure(chart, { number, data: attributes['data']!, t });
}

function asElement(node: JsxElement, t: Dictionary): Element | undefined {
  const attributes = textAttributes(node);
  if (attributes === undefined || node.name === null) return undefined;
  const children = node.children;
  switch (node.name) {
    case 'Note':
      return callout('note', children, t);
    case 'Warning':
      return callout('warning', children, t);
    case 'Figure':
      return figure(attributes, children);
    default:
      if (isComponent(node.name)) return undefined;
      return h(node.name, attributes, children);
  }
}

/** The attributes, where each is a plain text; one without a value is `true`. */
function textAttributes({ attributes }: JsxElement): Record<string, string | boolean> | undefined {
  const texts: Record<string, string | boolean> = {};
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') return undefined;
    const text = attribute.value === null || attribute.value === undefined ? true : attributeText(attribute);
    if (text === undefined) return undefined;
    texts[attribute.name] = text;
  }
  return texts;
}
