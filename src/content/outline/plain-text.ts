import type { MdastNode } from 'satteri';
import { literalText } from './jsx-attributes.ts';

/** The words in a Markdown tree, for search and introductions; of expressions, only strings. Cells and lines stay separated. */
export function plainText(node: MdastNode): string {
  switch (node.type) {
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return literalText(node.value) ?? '';
    case 'footnoteReference':
      return '';
    case 'break':
      return ' ';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'tableRow':
      return node.children.map(plainText).join(' ');
    case 'mdxJsxTextElement':
      return node.name === 'br' ? ' ' : textOf(node.children);
    default:
      return 'value' in node ? node.value : 'children' in node ? textOf(node.children) : '';
  }
}

function textOf(nodes: readonly MdastNode[]): string {
  return nodes.map(plainText).join('');
}
