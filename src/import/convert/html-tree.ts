import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Child = DefaultTreeAdapterTypes.ChildNode;

/** Deeper elements are unwrapped: nobody writes them, and walking the tree would overflow the stack. */
const DEEPEST = 100;

/** Parses HTML like a browser. */
export function htmlTree(html: string): Root {
  return toTree(parseFragment(withoutTowers(html), { scriptingEnabled: false }));
}

/** Parses a whole page. */
export function pageTree(html: string): Root {
  return toTree(parse(withoutTowers(html), { scriptingEnabled: false }));
}

/** Hundreds of elements that contain only each other. */
const TOWER = /(?:<(?!(?:img|br|hr|input|wbr|col|area|source|pre|code)\b)[a-z][^<>]*>\s*){300,}/gi;

/** Shortens such a tower, because the parser would search all of it again for each tag. */
function withoutTowers(html: string): string {
  return html.replace(TOWER, (tower) => (tower.match(/<[^<>]*>/g) ?? []).slice(0, DEEPEST).join(''));
}

function toTree(document: DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment): Root {
  flatten(document);
  const tree = fromParse5(document);
  return tree.type === 'root' ? tree : { type: 'root', children: [tree] };
}

/** Replaces the elements below the deepest level by their content. */
function flatten(root: Parent): void {
  const stack: { node: Parent; depth: number }[] = [{ node: root, depth: 0 }];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.depth === DEEPEST) at.node.childNodes = leavesOf(at.node);
    else
      for (const child of at.node.childNodes)
        if ('childNodes' in child) stack.push({ node: child, depth: at.depth + 1 });
  }
}

function leavesOf(parent: Parent): Child[] {
  const [stack, leaves]: [Child[], Child[]] = [[...parent.childNodes].reverse(), []];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    // Code stays code, at any depth.
    if (node.nodeName === 'pre' && 'childNodes' in node) {
      node.childNodes = leavesOf(node);
      leaves.push(node);
    } else if ('childNodes' in node && node.childNodes.length > 0)
      stack.push(...[...node.childNodes].reverse());
    else leaves.push(node);
  }
  for (const leaf of leaves) leaf.parentNode = parent;
  return leaves;
}
