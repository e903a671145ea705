import type { Element, ElementContent, Nodes as HastNodes, Properties, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import {
  mdxFromMarkdown,
  type MdxFlowExpression,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
  type MdxTextExpression,
} from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { CODE_ATTRIBUTE, type Conversion } from './conversion.ts';
import { htmlToMarkdown } from './html.ts';
import { isHtmlName } from './html-names.ts';
import { numberCodes, throughHtml, withStandIns } from './markdown.ts';
import { nodesIn } from './nodes.ts';

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
type Expression = MdxFlowExpression | MdxTextExpression;

/**
 * Converts other tools' MDX (Docusaurus, Astro) to a tree of Markdown. Their components become ours if they mean the
 * same. Anything without a counterpart is dropped and reported, but the content between its tags stays.
 *
 * @throws if the text isn't MDX
 */
export function mdxTree(text: string, conversion: Conversion): Root {
  const tree = fromMarkdown(text, {
    extensions: [gfm(), mdxjs()],
    mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
  });
  numberCodes(tree, conversion.codes, text);
  if (!nodesIn(tree).some(({ type }) => type.startsWith('mdx'))) return tree;
  tree.children = tree.children.filter(({ type }) => type !== 'mdxjsEsm');
  return throughHtml(tree, (part) => {
    const hast = withStandIns(part, { passThrough: [...MDX_NODES] }) as HastRoot;
    hast.children = hast.children.flatMap((node) => plain(node as HastNodes | Jsx | Expression, conversion));
    return htmlToMarkdown(hast, conversion);
  });
}

const MDX_NODES = [
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxFlowExpression',
  'mdxTextExpression',
] as const;

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function plain(node: HastNodes | Jsx | Expression, conversion: Conversion): ElementContent[] {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return component(node as Jsx, conversion);
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return expression(node, conversion);
    case 'element':
      return [{ ...node, children: childrenOf(node, conversion) }];
    case 'text':
      return [node];
    default:
      return [];
  }
}

function childrenOf(node: { children: readonly unknown[] }, conversion: Conversion): ElementContent[] {
  return node.children.flatMap((child) => plain(child as HastNodes | Jsx | Expression, conversion));
}

/** `{' '}` and `{"text"}` are text, and comments are dropped. Other expressions have no value here. */
function expression({ value }: Expression, conversion: Conversion): ElementContent[] {
  if (/^\s*(?:\/\*[^]*\*\/\s*)?$/.test(value)) return [];
  const literal = literalOf(value);
  if (literal !== undefined) return [{ type: 'text', value: literal }];
  conversion.drop(`expression \`{${value.trim().slice(0, 40)}}\``);
  return [];
}

function literalOf(value: string): string | undefined {
  const text = /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\$]|\\.)*)`)\s*$/.exec(value);
  return text
    ?.slice(1)
    .find(Boolean)
    ?.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}

/** `src={require('./a.png').default}`, `src={useBaseUrl('/img/a.png')}` → the path in it. */
function pathInExpression(value: string): string | undefined {
  return /^(?:require|useBaseUrl|withBase)\(\s*["']([^"']+)["']\s*\)/.exec(value.trim())?.[1];
}

const ASIDES = /^(?:Admonition|Aside|Callout|Alert|Note|Tip|Info|Warning|Caution|Danger|Important|Notice)$/;

/** Components that only arrange their content. */
const QUIET =
  /^(?:Tabs|TabGroup|Steps|CardGrid|LinkCard|Cards?|CardGroup|Columns?|Col|Row|Grid|div|FileTree|Fragment)$/;

function component(node: Jsx, conversion: Conversion): ElementContent[] {
  const name = node.name ?? '';
  const properties = propertiesOf(node);
  const children = (): ElementContent[] => childrenOf(node, conversion);
  const title = text(properties.title);
  if (ASIDES.test(name))
    return [
      element(
        'opsnotes-aside',
        { kind: text(properties.type) ?? name.toLowerCase(), ...(title !== undefined && { title }) },
        children(),
      ),
    ];
  if (name === 'TabItem' || name === 'Tab')
    return [
      element(
        'opsnotes-tab',
        { title: text(properties.label) ?? text(properties.value) ?? title ?? '' },
        children(),
      ),
    ];
  if (name === 'Details')
    return [
      element('details', {}, [
        element('summary', {}, [{ type: 'text', value: title ?? text(properties.summary) ?? '…' }]),
        ...children(),
      ]),
    ];
  if (name === 'Image' || name === 'ThemedImage') return [element('img', properties, [])];
  if (name === 'Link')
    return [element('a', { ...properties, href: properties.to ?? properties.href ?? '' }, children())];
  if (name === 'LinkCard' && typeof properties.href === 'string')
    return [
      element('p', {}, [
        element('a', { href: properties.href }, [{ type: 'text', value: title ?? properties.href }]),
      ]),
    ];
  if (name === 'Card' && title !== undefined)
    return [element('p', {}, [element('strong', {}, [{ type: 'text', value: title }])]), ...children()];
  if (name === 'CodeBlock' || name === 'Code') return code(node, properties, conversion);
  if (name !== '' && !QUIET.test(name) && !isHtmlName(name)) {
    conversion.drop(`component \`<${name}>\``);
    return children();
  }
  return /^[a-z]/.test(name) ? [element(name, properties, children())] : children();
}

function text(value: Properties[string]): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function propertiesOf({ attributes }: Jsx): Properties {
  const entries = attributes.flatMap((attribute): [string, string][] => {
    if (attribute.type !== 'mdxJsxAttribute') return [];
    const { name, value } = attribute;
    const written =
      typeof value === 'string'
        ? value
        : value === null || value === undefined
          ? ''
          : (literalOf(value.value) ?? pathInExpression(value.value));
    return written === undefined ? [] : [[name, written]];
  });
  return Object.fromEntries(entries.filter(([name]) => name !== 'className' && name !== 'style'));
}

/** `<CodeBlock language="bash">{`…`}</CodeBlock>`, `<Code code="…" lang="sh">` */
function code(node: Jsx, properties: Properties, conversion: Conversion): ElementContent[] {
  const inner = node.children
    .map((child) => ('value' in child ? (literalOf(child.value) ?? child.value) : ''))
    .join('');
  const written = text(properties.code) ?? inner;
  if (written.trim() === '') {
    conversion.drop(`component \`<${node.name ?? ''}>\``);
    return [];
  }
  const language = text(properties.language) ?? text(properties.lang);
  const number =
    conversion.codes.push({
      text: written.replace(/^\n|\n$/g, ''),
      language,
      title: text(properties.title),
    }) - 1;
  return [element('pre', { [CODE_ATTRIBUTE]: String(number) }, [])];
}
