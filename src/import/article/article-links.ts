import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { nodesIn } from '../convert/nodes.ts';
import { articleUrl, encoded, followLink } from '../links.ts';
import { anchorOf } from './anchors.ts';
import type { Desk } from './workshop.ts';

/** A link to a heading of another article, which can only be resolved once that one is converted. */
export interface WaitingLink {
  slug: string;
  fragment: string;
  url: string;
}

/** Lets each link of a text lead where its target is now. Of a link without a target, the text is kept. */
export function followLinks(tree: Root, desk: Desk): WaitingLink[] {
  const waiting: WaitingLink[] = [];
  visit(tree, (node, index, parent) => {
    if (node.type !== 'link' || parent === undefined || index === undefined) return undefined;
    const url = urlOf(node.url, desk, waiting);
    if (url === undefined) {
      (parent.children as RootContent[]).splice(index, 1, ...(node.children as RootContent[]));
      return [SKIP, index];
    }
    node.url = url;
    if (toString(node).trim() === '' && !nodesIn(node).some(({ type }) => type === 'image'))
      node.children = [{ type: 'text', value: node.title ?? node.url }];
    return undefined;
  });
  return waiting;
}

function urlOf(written: string, desk: Desk, waiting: WaitingLink[]): string | undefined {
  const target = followLink(written, desk.entry, desk.around);
  switch (target.to) {
    case 'address':
      return target.url;
    case 'heading':
      return headingUrl(target.fragment, desk);
    case 'article': {
      const { slug, fragment } = target;
      const url = articleUrl(slug, fragment);
      if (fragment !== undefined) waiting.push({ slug, fragment, url });
      return url;
    }
    case 'file':
      return attach(target.path, desk);
    case 'nowhere':
      desk.notes.tell(
        'dropped',
        'dead-link',
        `Unexpected ${target.why}, expected an address that exists; the link's text was kept.`,
      );
      return undefined;
  }
}

function headingUrl(fragment: string, { anchors, notes }: Desk): string | undefined {
  const id = anchorOf(fragment, anchors);
  if (id !== undefined) return `#${encoded(id)}`;
  if (!/^(?:top|_top)?$/.test(fragment))
    notes.tell(
      'dropped',
      'dead-anchor',
      `Unexpected link to \`#${fragment.slice(0, 80)}\`, expected a heading of this text; the link's text was kept.`,
    );
  return undefined;
}

/** Puts a linked file next to the article. */
function attach(path: string, { attachments, readFile, notes }: Desk): string | undefined {
  const known = attachments.addressOf(path);
  if (known !== undefined) return known;
  const bytes = readFile(path);
  if (bytes !== undefined && bytes.length > 0) return attachments.add(path, bytes);
  notes.tell(
    'dropped',
    'unreadable-file',
    `Unexpected file \`${path}\`, which cannot be read, is empty or has more than 32 MB, expected one to link to; the link's text was kept.`,
  );
  return undefined;
}
