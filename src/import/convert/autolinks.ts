import type { Link, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** The characters of an address, up to where a sentence in another script continues: `https://a.example)、` */
const ADDRESS = /^(?:https?:\/\/|www\.)[\w.:-]+(?:[/?#][\w!#$%&*+,./:;=?@~-]*)?/i;

/** Ends bare links where the address ends. Parsers differ in what they include. */
export function trimAutolinks(tree: Root): void {
  visit(tree, 'link', (node: Link, index, parent) => {
    const [text] = node.children;
    if (parent === undefined || index === undefined || text?.type !== 'text' || node.children.length > 1)
      return;
    if (!/^(?:https?:\/\/|www\.)/i.test(text.value) || !node.url.endsWith(text.value)) return;
    const kept = ADDRESS.exec(text.value)?.[0].replace(/[.,:;!?]+$/, '') ?? '';
    if (kept === text.value) return;
    const rest: RootContent = { type: 'text', value: text.value.slice(kept.length) };
    const isLink = /^(?:https?:\/\/|www\.)[^/]*\.[^/]/i.test(kept);
    node.url = node.url.slice(0, node.url.length - rest.value.length);
    text.value = kept;
    (parent.children as RootContent[]).splice(index, 1, ...(isLink ? [node as RootContent] : [text]), rest);
  });
}
