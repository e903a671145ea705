/**
 * What takes the place of something that an entry doesn't have: a title, a text.
 */
import type { PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Entry } from '../entry.ts';
import { encoded } from '../links.ts';
import type { PlannedArticle } from '../plan.ts';
import type { EntryNotes } from './entry-notes.ts';

/** The article's title; without one, the beginning of its text. */
export function titleOf({ title, entry, slug }: PlannedArticle, tree: Root, notes: EntryNotes): string {
  if (title !== undefined) return title.slice(0, 300);
  const heading = tree.children.find(({ type }) => type === 'heading');
  const text =
    heading ?? tree.children.find((node) => node.type === 'paragraph' && toString(node).trim() !== '');
  const words = text === undefined ? '' : toString(text).replace(/\s+/g, ' ').trim();
  const found = words === '' ? (entry.summary ?? nameOfAddress(entry.address) ?? slug) : words;
  const short = found.length > 80 ? `${found.slice(0, 79).replace(/\s+\S*$/, '')}…` : found;
  notes.tell(
    'assumed',
    'no-title',
    `Unexpected entry without a title, expected one; it is called «${short}» after its text.`,
  );
  return short;
}

/** An entry may only have a title. Then its text becomes its summary or a link. */
export function fillEmpty(tree: Root, { summary, address }: Entry, title: string, notes: EntryNotes): void {
  if (tree.children.length > 0) return;
  const link: PhrasingContent =
    address === undefined
      ? { type: 'text', value: title }
      : { type: 'link', url: encoded(address), children: [{ type: 'text', value: title }] };
  tree.children.push({
    type: 'paragraph',
    children: summary === undefined ? [link] : [{ type: 'text', value: summary }],
  });
  notes.tell(
    'assumed',
    'no-text',
    'Unexpected entry without a text, expected one; its summary or a link took its place.',
  );
}

/** Adds files that belong to the entry but that its text doesn't link to. */
export function addEnclosures(tree: Root, { enclosures, body }: Entry): void {
  for (const url of enclosures) {
    if (body.text.includes(url)) continue;
    const name = nameOfAddress(url) ?? url;
    tree.children.push({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', value: name }] }],
    });
  }
}

/** The first paragraph that says something, for a description. */
export function firstWords(tree: Root): string | undefined {
  const paragraph = tree.children.find(
    (node) =>
      node.type === 'paragraph' &&
      toString(node).replace(/[^\p{L}]/gu, '').length > 15 &&
      !/^https?:\S+$/.test(toString(node).trim()),
  );
  const text = paragraph && toString(paragraph, { includeImageAlt: false }).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

function nameOfAddress(address: string | undefined): string | undefined {
  return address === undefined
    ? undefined
    : new URL(address).pathname.split('/').findLast(Boolean)?.replace(/[-_]+/g, ' ');
}
