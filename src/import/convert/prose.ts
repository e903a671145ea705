import type { Blockquote, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { repairCode } from '../code/repair.ts';
import type { Repair } from '../code/written-code.ts';
import { asideElement } from './markdown-tree.ts';
import { withoutInvisible } from '../read/plain-text.ts';

/** Cleans the text between blocks, and returns the repairs made in inline code. */
export function cleanProse(tree: Root): Repair[] {
  const repairs: Repair[] = [];
  openAlerts(tree);
  keepFootnotesThatAreThere(tree);
  visit(tree, (node) => {
    if (node.type === 'text') node.value = withoutInvisible(node.value);
    if (node.type === 'inlineCode') node.value = repairedInline(node.value, repairs);
    if (node.type === 'heading' || node.type === 'tableCell') withoutBreaks(node);
    if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link')
      node.children = merged(
        node.children.flatMap((child) => (child.type === node.type ? child.children : [child])),
      );
  });
  blanksOutside(tree);
  dropEmpty(tree);
  return repairs;
}

function repairedInline(value: string, repairs: Repair[]): string {
  const line = value.replace(/\s*\n\s*/g, ' ').replaceAll('\0', '');
  const { text } = repairCode(line, 'all');
  if (text !== line) repairs.push({ line: 0, before: line, after: text });
  return text.replaceAll('\n', ' ');
}

/** Headings and cells only have one line. */
function withoutBreaks(node: Parents): void {
  node.children = node.children.map((child) =>
    child.type === 'break' ? { type: 'text', value: ' ' } : child,
  ) as never;
}

function merged(children: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else result.push(child);
  }
  return result;
}

/** `<b>Warning: </b>`: moves spaces at the edge of emphasis outside, or Markdown wouldn't recognise it. */
function blanksOutside(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (
      parent === undefined ||
      index === undefined ||
      !(node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete')
    )
      return undefined;
    const [first, last] = [node.children[0], node.children.at(-1)];
    const before = first?.type === 'text' ? /^\s*/.exec(first.value)![0] : '';
    if (first?.type === 'text') first.value = first.value.slice(before.length);
    const after = last?.type === 'text' ? /\s*$/.exec(last.value)![0] : '';
    if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length);
    const around = [before, after].map((value): Text[] =>
      value === '' ? [] : [{ type: 'text', value: ' ' }],
    );
    const isEmpty = node.children.every((child) => child.type === 'text' && child.value === '');
    if (before + after === '' && !isEmpty) return undefined;
    (parent.children as RootContent[]).splice(
      index,
      1,
      ...around[0]!,
      ...(isEmpty ? [] : [node]),
      ...around[1]!,
    );
    return isEmpty ? index : index + around[0]!.length + 1;
  });
}

/** Removes empty paragraphs, lists and links. */
function dropEmpty(tree: Root): void {
  const isEmpty = (node: Nodes): boolean => {
    if (node.type === 'text') return node.value === '';
    if (node.type === 'paragraph')
      return node.children.every(
        (child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
      );
    return EMPTIED.test(node.type) && 'children' in node && node.children.length === 0;
  };
  const drop = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const child of node.children) drop(child);
    node.children = node.children.filter((child) => !isEmpty(child));
  };
  drop(tree);
}

const EMPTIED = /^(?:list|blockquote|link|emphasis|strong|delete|mdxJsxFlowElement|table|heading)$/;

const ALERT = /^\[!(?<kind>\w+)\][+-]?[ \t]*(?<title>[^\n]*)(?:\n|$)/;

/** GitHub's and Obsidian's alerts, `> [!WARNING]`. */
function openAlerts(tree: Root): void {
  visit(tree, 'blockquote', (node: Blockquote, index, parent) => {
    const [first] = node.children;
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    const groups = text?.type === 'text' ? ALERT.exec(text.value)?.groups : undefined;
    if (groups === undefined || parent === undefined || index === undefined) return undefined;
    (text as Text).value = (text as Text).value.replace(ALERT, '');
    if ((first as Paragraph).children[1]?.type === 'break' && (text as Text).value === '')
      (first as Paragraph).children.splice(1, 1);
    parent.children[index] = asideElement(groups['kind']!, groups['title']!, node.children);
    return [SKIP, index];
  });
}

/** A reference without a footnote becomes text, and a footnote without a reference becomes a paragraph. */
function keepFootnotesThatAreThere(tree: Root): void {
  const [defined, used] = [new Set<string>(), new Set<string>()];
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') defined.add(node.identifier);
    if (node.type === 'footnoteReference') used.add(node.identifier);
  });
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (node.type === 'footnoteReference' && !defined.has(node.identifier))
      parent.children[index] = { type: 'text', value: `[^${node.label ?? node.identifier}]` };
    if (node.type === 'footnoteDefinition' && !used.has(node.identifier))
      (parent.children as RootContent[]).splice(index, 1, ...node.children);
  });
}
