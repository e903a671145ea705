import type { Link, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** What an address can hold, up to where a sentence in another script goes on: `https://a.example)、` */
const ADDRESS = /^(?:https?:\/\/|www\.)[\w.:-]+(?:[/?#][\w!#$%&*+,./:;=?@~-]*)?/i;

/** Addresses that are links by themselves end where they must; parsers differ in what else they take along. */
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
