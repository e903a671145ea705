import type { MdastNode } from 'satteri';
import { isJsx, textOfAttribute } from '../../content/outline/jsx-attributes.ts';
import { plainText } from '../../content/outline/plain-text.ts';
import { lineOf, type Finding, type TextRule } from './rule.ts';

/**
 * A link must have a text that can be seen and heard, and an address.
 *
 * @example `[](https://example.org/)`, `[the manual]()` → `empty-link`
 */
export const linkTexts: TextRule = ({ nodes }) =>
  nodes.flatMap(({ node }) => {
    const address = addressOf(node);
    if (address === undefined) return [];
    if (/\)\[|\]\(/.test(address)) return [turned(node, address)];
    if (address.trim() === '') return [finding(node, 'without an address, expected where it leads')];
    return hasText(node) ? [] : [finding(node, `to \`${address}\` without a text, expected one to click on`)];
  });

function addressOf(node: MdastNode): string | undefined {
  if (node.type === 'link') return node.url;
  if (node.type === 'linkReference') return node.identifier;
  if (!isJsx(node) || node.name !== 'a') return undefined;
  if (node.attributes.some(({ type }) => type === 'mdxJsxExpressionAttribute')) return undefined;
  const isComputed = node.attributes.some((attribute) => 'name' in attribute && attribute.name === 'href');
  // Without `href`, it isn't a link at all.
  return textOfAttribute(node, 'href') ?? (isComputed ? undefined : '');
}

function hasText(node: MdastNode): boolean {
  if (plainText(node).trim() !== '') return true;
  return 'children' in node && node.children.some((child) => child.type.startsWith('mdx') || hasText(child));
}

/** An autolinked address includes what follows it: `(https://example.org/)[text]`. */
function turned(node: MdastNode, address: string): Finding {
  const message = `Unexpected link \`${address}\`, expected \`[text](address)\`.`;
  return { line: lineOf(node), code: 'foreign-markup', message };
}

function finding(node: MdastNode, what: string): Finding {
  return { line: lineOf(node), code: 'empty-link', message: `Unexpected link ${what}.` };
}
