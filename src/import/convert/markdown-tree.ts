import type { Element, Root } from 'hast';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type { Nodes, Paragraph, PhrasingContent, Root as MarkdownRoot, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { phrasing } from 'mdast-util-phrasing';
import { CODE_ATTRIBUTE, type Conversion } from './conversion.ts';
import { elementsIn } from './pre.ts';

type Flow = MdxJsxFlowElement['children'];

/** Converts clean HTML without code to Markdown, with MDX elements for what Markdown can't express. */
export function toMarkdownTree(tree: Root, { drop }: Conversion): MarkdownRoot {
  const handlers: Record<string, Handle> = {
    pre: (_state, { properties }: Element) => ({
      type: 'code',
      value: '',
      data: { opsnotesCode: Number(properties[CODE_ATTRIBUTE]) },
    }),
    figure,
    dl: (state, node: Element) => flowElement('dl', state, node),
    dt: (state, node: Element) => textInFlow('dt', state, node),
    dd: (state, node: Element) => flowElement('dd', state, node),
    details: (state, node: Element) => flowElement('details', state, node),
    summary: (state, node: Element) => textInFlow('summary', state, node),
    table,
    'opsnotes-aside': aside,
    'opsnotes-tab': tab,
    'opsnotes-drop': (_state, { properties }: Element) => {
      drop(String(properties['what']));
      return undefined;
    },
    'opsnotes-footnote': (_state, { properties }: Element) => {
      const label = String(properties.label);
      return { type: 'footnoteReference', identifier: label.toLowerCase(), label };
    },
    q: (state, node: Element) => [
      { type: 'text', value: '"' },
      ...(state.all(node) as PhrasingContent[]),
      { type: 'text', value: '"' },
    ],
    ...Object.fromEntries(
      INLINE.map((name) => [name, (state: State, node: Element) => textElement(name, state, node)]),
    ),
    ...Object.fromEntries(
      ['u', 'ins', 'small', 'big', 'font', 'label', 'time', 'cite', 'span', 'dfn', 'acronym'].map((name) => [
        name,
        (state: State, node: Element) => state.all(node) as PhrasingContent[],
      ]),
    ),
    menu: defaultHandlers.ul,
    wbr: () => undefined,
  };
  const result = toMdast(tree, { handlers, document: true });
  return result.type === 'root' ? result : { type: 'root', children: [result] };
}

/** Inline elements that Markdown can't express and our pages can have. */
const INLINE = ['kbd', 'sub', 'sup', 'mark', 'abbr'];

declare module 'mdast' {
  interface CodeData {
    /** The number of the code that was taken out. */
    opsnotesCode?: number;
  }
}

function textElement(name: string, state: State, node: Element): MdxJsxTextElement | PhrasingContent[] {
  const children = state.all(node) as PhrasingContent[];
  if (!children.every((child) => phrasing(child)) || children.length === 0) return children;
  const title =
    name === 'abbr' && typeof node.properties.title === 'string'
      ? [attribute('title', node.properties.title)]
      : [];
  return { type: 'mdxJsxTextElement', name, attributes: title, children };
}

function attribute(name: string, value: string): MdxJsxTextElement['attributes'][number] {
  return { type: 'mdxJsxAttribute', name, value };
}

/** An element on its own lines, with blocks inside. */
function flowElement(name: string, state: State, node: Element): MdxJsxFlowElement | undefined {
  const children = state.toFlow(state.all(node)) as Flow;
  return children.length === 0 ? undefined : { type: 'mdxJsxFlowElement', name, attributes: [], children };
}

/** An element on its own line with inline text, such as `<summary>`. It is inline so that it gets no paragraph. */
function textInFlow(name: string, state: State, node: Element): Paragraph | undefined {
  const children = phrases(state.all(node));
  return children.length === 0 ? undefined : inLine(name, [], children);
}

function inLine(
  name: string,
  attributes: MdxJsxTextElement['attributes'],
  children: PhrasingContent[],
): Paragraph {
  return { type: 'paragraph', children: [{ type: 'mdxJsxTextElement', name, attributes, children }] };
}

/** One picture with a caption becomes a `<Figure>`; otherwise only the content stays. */
function figure(state: State, node: Element): ReturnType<Handle> {
  const elements = elementsIn(node);
  const pictures = elements.filter(({ tagName }) => tagName === 'img');
  const caption = elements.find(({ tagName }) => tagName === 'figcaption');
  const others = elements.some(({ tagName }) => /^(?:pre|table|blockquote|ul|ol)$/.test(tagName));
  const [picture] = pictures;
  if (picture === undefined || pictures.length > 1 || caption === undefined || others) return state.all(node);
  const children = state.toFlow(state.all(caption)) as Flow;
  if (children.length === 0) return state.all(node);
  const alt = typeof picture.properties.alt === 'string' ? picture.properties.alt : '';
  const attributes = [attribute('src', String(picture.properties.src)), attribute('alt', alt)];
  return { type: 'mdxJsxFlowElement', name: 'Figure', attributes, children };
}

/** Converts admonitions: those about the loss of data or access become warnings, all others notes. */
function aside(state: State, node: Element): MdxJsxFlowElement | undefined {
  const { kind: written } = node.properties;
  const kind = typeof written === 'string' ? written : 'note';
  const title = node.properties.title;
  const inner = state.toFlow(state.all(node)) as Flow;
  const made = asideElement(kind, typeof title === 'string' ? title : '', inner);
  return made.children.length === 0 ? undefined : made;
}

/** Our component for an admonition of any tool. */
export function asideElement(kind: string, title: string, inner: Flow): MdxJsxFlowElement {
  const name = WARNINGS.test(kind) ? 'Warning' : 'Note';
  return { type: 'mdxJsxFlowElement', name, attributes: [], children: [...labels(title), ...inner] };
}

const WARNINGS =
  /^(?:warn(?:ing)?|caution|danger|attention|error|bug|fail(?:ure)?|critical|alert|destructive)$/i;

/** Tabs are put one below the other, each under its name. */
function tab(state: State, node: Element): RootContent[] {
  const title = node.properties.title;
  const inner = state.toFlow(state.all(node)) as RootContent[];
  return [...labels(typeof title === 'string' ? title : ''), ...inner];
}

function labels(title: string): Paragraph[] {
  const text: PhrasingContent = { type: 'text', value: title.trim() };
  return text.value === '' ? [] : [{ type: 'paragraph', children: [{ type: 'strong', children: [text] }] }];
}

/** Markdown tables need one line per cell and equally long rows; other tables stay HTML. */
function table(state: State, node: Element): ReturnType<Handle> {
  const elements = elementsIn(node);
  const cells = elements.filter(({ tagName }) => /^t[dh]$/.test(tagName));
  // A table with a single cell only arranges its content.
  if (cells.length < 2) return cells.flatMap((cell) => state.toFlow(state.all(cell)) as RootContent[]);
  const hasBlocks = elements.some(({ tagName }) =>
    /^(?:pre|ul|ol|table|blockquote|h\d|hr|dl|br|opsnotes-.*)$/.test(tagName),
  );
  const spans = cells.some(
    ({ properties }) => Number(properties.colSpan ?? 1) > 1 || Number(properties.rowSpan ?? 1) > 1,
  );
  const paragraphs = cells.some(
    ({ children }) =>
      children.filter((child) => child.type === 'element' && /^(?:p|div)$/.test(child.tagName)).length > 1,
  );
  return hasBlocks || spans || paragraphs ? htmlTable(state, node) : plainTable(state, node);
}

function plainTable(state: State, node: Element): ReturnType<Handle> {
  const caption = elementsIn(node).find(({ tagName }) => tagName === 'caption');
  const rows = elementsIn(node)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) =>
      row.children.filter(
        (child): child is Element => child.type === 'element' && /^t[dh]$/.test(child.tagName),
      ),
    )
    .filter((row) => row.length > 0);
  if (rows.length === 0) return undefined;
  const width = Math.max(...rows.map(({ length }) => length));
  const isHead =
    rows[0]!.every(({ tagName }) => tagName === 'th') ||
    elementsIn(node).some(({ tagName }) => tagName === 'thead');
  const cell = (element: Element | undefined) => ({
    type: 'tableCell' as const,
    children: element === undefined ? [] : phrases(state.all(element)),
  });
  const row = (elements: readonly (Element | undefined)[]) => ({
    type: 'tableRow' as const,
    children: Array.from({ length: width }, (_, index) => cell(elements[index])),
  });
  const align = rows[0]!.map(({ properties }) =>
    /^(?:left|right|center)$/.test(String(properties.align)) ? (properties.align as 'left') : null,
  );
  const head = isHead ? rows : [[], ...rows];
  return [
    ...(caption === undefined
      ? []
      : [
          {
            type: 'paragraph' as const,
            children: [{ type: 'strong' as const, children: phrases(state.all(caption)) }],
          },
        ]),
    {
      type: 'table',
      align: Array.from({ length: width }, (_, index) => align[index] ?? null),
      children: head.map(row),
    },
  ];
}

/** A cell's content without its paragraphs. */
function phrases(nodes: readonly Nodes[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (phrasing(node)) return [node];
    return 'children' in node ? phrases(node.children) : [];
  });
}

const TABLE_PARTS = /^(?:thead|tbody|tfoot|tr|td|th|caption)$/;

/** A table as MDX elements, each part on its own line. */
function htmlTable(state: State, node: Element): MdxJsxFlowElement | Paragraph {
  const attributes = (['colSpan', 'rowSpan'] as const).flatMap((name) =>
    Number(node.properties[name] ?? 1) > 1
      ? [attribute(name.toLowerCase(), String(Number(node.properties[name])))]
      : [],
  );
  if (/^(?:td|th|caption)$/.test(node.tagName)) return tableCell(state, node, attributes);
  const parts = node.children.filter(
    (child): child is Element => child.type === 'element' && TABLE_PARTS.test(child.tagName),
  );
  return {
    type: 'mdxJsxFlowElement',
    name: node.tagName,
    attributes,
    children: parts.map((part) => htmlTable(state, part)),
  };
}

function tableCell(
  state: State,
  node: Element,
  attributes: MdxJsxTextElement['attributes'],
): MdxJsxFlowElement | Paragraph {
  const flow = state.toFlow(state.all(node)) as Flow;
  const [only] = flow;
  if (only === undefined) return inLine(node.tagName, attributes, []);
  if (flow.length === 1 && only.type === 'paragraph' && !only.children.some(({ type }) => type === 'break'))
    return inLine(node.tagName, attributes, only.children);
  return { type: 'mdxJsxFlowElement', name: node.tagName, attributes, children: flow };
}
