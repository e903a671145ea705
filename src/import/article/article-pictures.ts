import type { Parents, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { LIMITS } from '../../checks/files/limits.ts';
import { decode } from '../../content/outline/links.ts';
import { fileAt, followLink } from '../links.ts';
import { wordsOfName } from './attachments.ts';
import { pictureOf, replacePicture, type Picture } from './picture-nodes.ts';
import { checkPicture } from './pictures.ts';
import type { Desk } from './workshop.ts';

/** A picture's address next to the article, or else the one that it has elsewhere, if any. */
type Place = string | { elsewhere: string | undefined };

/** Puts a text's pictures next to the article. One that can't be had becomes a link or its text. */
export async function bringPictures(tree: Root, desk: Desk): Promise<void> {
  const found: { picture: Picture; ancestors: Parents[] }[] = [];
  visitParents(tree, (node, ancestors) => {
    const picture = pictureOf(node);
    if (picture !== undefined) found.push({ picture, ancestors: [...ancestors] as Parents[] });
  });
  for (const { picture, ancestors } of found) {
    const place = await placeOf(picture.url, desk);
    if (typeof place === 'string') picture.place(place, wordsOf(picture, desk));
    else replacePicture(picture, ancestors, place.elsewhere, wordsOf(picture, desk));
  }
}

function wordsOf({ alt, url, caption }: Picture, { notes }: Desk): string {
  const words = alt.replace(/\s+/g, ' ').trim();
  if (words !== '') return words;
  const other = caption ?? wordsOfName(url);
  notes.tell(
    'to do',
    'picture-without-words',
    `Unexpected picture \`${url.slice(0, 120)}\` without alternative text, expected a description; it was described as «${other}».`,
  );
  return other;
}

async function placeOf(written: string, desk: Desk): Promise<Place> {
  const { entry, around, readFile, attachments, notes } = desk;
  const known = attachments.addressOf(written);
  if (known !== undefined) return known;
  const { path: from } = entry;
  const isRemote = /^(?:https?:)?\/\//i.test(written);
  const path =
    from === undefined || isRemote
      ? undefined
      : fileAt(decode(written.replace(/[?#].*$/s, '').trim()), from, around);
  if (path !== undefined)
    return (await keep(written, readFile(path) ?? new Uint8Array(), desk)) ?? { elsewhere: undefined };
  const target = followLink(written, entry, { ...around, hasFile: () => false });
  if (target.to === 'address' && /^https?:/.test(target.url)) return fetched(written, target.url, desk);
  notes.tell(
    'dropped',
    'missing-picture',
    `Unexpected picture \`${written.slice(0, 120)}\`, expected a file that exists; its alternative text was kept.`,
  );
  return { elsewhere: undefined };
}

async function fetched(written: string, address: string, desk: Desk): Promise<Place> {
  const { fetchPicture, notes } = desk;
  if (fetchPicture === undefined) {
    notes.tell(
      'dropped',
      'remote-picture',
      `Unexpected remote picture, \`${address.slice(0, 160)}\`, expected a file; a link took its place.`,
      0,
      '--fetch-images fetches it, if its licence allows that.',
    );
    return { elsewhere: address };
  }
  const bytes = await fetchPicture(address);
  if ('fault' in bytes) {
    notes.tell(
      'dropped',
      'missing-picture',
      `Unexpected ${bytes.fault} at \`${address.slice(0, 160)}\`, expected a picture; a link took its place.`,
    );
    return { elsewhere: address };
  }
  return (await keep(written, bytes, desk)) ?? { elsewhere: address };
}

async function keep(written: string, bytes: Uint8Array, desk: Desk): Promise<string | undefined> {
  const { attachments, notes } = desk;
  const checked = await checkPicture(bytes);
  if ('fault' in checked) {
    notes.tell(
      'dropped',
      'bad-picture',
      `Unexpected ${checked.fault} in \`${written.slice(0, 120)}\`, expected a picture that browsers show.`,
    );
    return undefined;
  }
  if (checked.bytes !== bytes)
    notes.tell(
      'assumed',
      'large-picture',
      `Unexpected picture \`${written.slice(0, 120)}\` of more than ${LIMITS.pixels} pixels a side, expected a smaller one; it was reduced.`,
    );
  return attachments.add(written, checked.bytes, checked.ending);
}
