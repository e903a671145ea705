import type { Element } from 'hast';
import { h } from 'hastscript';
import { defineHastPlugin } from 'satteri';
import { isComponent } from '../../content/outline/components.ts';
import { attributeText } from '../../content/outline/jsx-attributes.ts';
import type { Outline } from '../../content/outline/outline.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import type { Place } from '../../articles/addresses.ts';
import { chartOf } from '../../articles/charts/chart-file.ts';
import { callout, figure } from '../callouts.ts';
import { chartFigure } from '../chart-figure.ts';
import { onElements, type JsxElement } from '../jsx-element.ts';
import { anchored, headingsByLine } from './headings.ts';

/**
 * Turns elements written in the text, such as `<kbd>Ctrl</kbd>`, into the HTML elements that Markdown produces, so that other
 * plug-ins see them too. `<Note>`, `<Warning>`, `<Figure>` and `<Chart>`, which need no import, are replaced with what they stand
 * for. An element with a computed attribute stays a component.
 */
export function elements(outline: Outline, t: Dictionary, place: Place | undefined) {
  const headings = headingsByLine(outline);
  // Charts come in the same order as in the outline, so a chart's number is also that of its picture.
  let charts = 0;
  const visit = async (node: JsxElement): Promise<Element | undefined> => {
    if (node.name === 'Chart') return chartElement(node, ++charts, place, t);
    const element = asElement(node, t);
    const heading = headings.get(node.position?.start.line ?? 0);
    return element && heading && /^h[1-6]$/.test(element.tagName)
      ? anchored(element, heading, place !== undefined)
      : element;
  };
  return defineHastPlugin({
    name: 'opsnotes-elements',
    options: { position: true },
    ...onElements(visit),
  });
}

/** Undefined if the check has already reported a fault in it. */
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
      // The component around an element with a slot has to find it.
      if (isComponent(node.name) || 'slot' in attributes) return undefined;
      return h(node.name, attributes, children);
  }
}

/** The attributes, if all of them are plain text; one without a value is `true`. */
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
