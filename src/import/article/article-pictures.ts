import type { Parents, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { LIMITS } from '../../checks/files/limits.ts';
import type { Entry } from '../entry.ts';
import { decoded, fileAt, followLink } from '../links.ts';
import type { Attachments } from './attachments.ts';
import type { EntryNotes } from './entry-notes.ts';
import { pictureOf, replacePicture, type Picture } from './picture-nodes.ts';
import { checkPicture, wordsOfName } from './pictures.ts';
import type { Workshop } from './workshop.ts';

/** A picture's address next to the article, or else the one that it has elsewhere, if any. */
type Place = string | { elsewhere: string | undefined };

/** Brings an article's pictures. */
export class ArticlePictures {
  readonly #entry: Entry;
  readonly #workshop: Workshop;
  readonly #attachments: Attachments;
  readonly #notes: EntryNotes;

  constructor(entry: Entry, workshop: Workshop, attachments: Attachments, notes: EntryNotes) {
    this.#entry = entry;
    this.#workshop = workshop;
    this.#attachments = attachments;
    this.#notes = notes;
  }

  /** Puts a text's pictures next to the article. One that can't be had becomes a link or its text. */
  async bring(tree: Root): Promise<void> {
    const found: { picture: Picture; ancestors: Parents[] }[] = [];
    visitParents(tree, (node, ancestors) => {
      const picture = pictureOf(node);
      if (picture !== undefined) found.push({ picture, ancestors: [...ancestors] as Parents[] });
    });
    for (const { picture, ancestors } of found) {
      const place = await this.#placeOf(picture.url);
      if (typeof place === 'string') picture.place(place, this.#words(picture));
      else replacePicture(picture, ancestors, place.elsewhere, this.#words(picture));
    }
  }

  #words({ alt, url, caption }: Picture): string {
    const words = alt.replace(/\s+/g, ' ').trim();
    if (words !== '') return words;
    const other = caption ?? wordsOfName(url);
    this.#notes.tell(
      'to do',
      'picture-without-words',
      `Unexpected picture \`${url.slice(0, 120)}\` without alternative text, expected a description; it was described as «${other}».`,
    );
    return other;
  }

  async #placeOf(written: string): Promise<Place> {
    const known = this.#attachments.addressOf(written);
    if (known !== undefined) return known;
    const { around, readFile } = this.#workshop;
    const { path: from } = this.#entry;
    const isRemote = /^(?:https?:)?\/\//i.test(written);
    const path =
      from === undefined || isRemote
        ? undefined
        : fileAt(decoded(written.replace(/[?#].*$/s, '').trim()), from, around);
    if (path !== undefined)
      return (await this.#keep(written, readFile(path) ?? new Uint8Array())) ?? { elsewhere: undefined };
    const target = followLink(written, this.#entry, { ...around, hasFile: () => false });
    if (target.to === 'address' && /^https?:/.test(target.url)) return this.#fetched(written, target.url);
    this.#notes.tell(
      'dropped',
      'missing-picture',
      `Unexpected picture \`${written.slice(0, 120)}\`, expected a file that exists; its alternative text was kept.`,
    );
    return { elsewhere: undefined };
  }

  async #fetched(written: string, address: string): Promise<Place> {
    const { fetchPicture } = this.#workshop;
    if (fetchPicture === undefined) {
      this.#notes.tell(
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
      this.#notes.tell(
        'dropped',
        'missing-picture',
        `Unexpected ${bytes.fault} at \`${address.slice(0, 160)}\`, expected a picture; a link took its place.`,
      );
      return { elsewhere: address };
    }
    return (await this.#keep(written, bytes)) ?? { elsewhere: address };
  }

  async #keep(written: string, bytes: Uint8Array): Promise<string | undefined> {
    const checked = await checkPicture(bytes);
    if ('fault' in checked) {
      this.#notes.tell(
        'dropped',
        'bad-picture',
        `Unexpected ${checked.fault} in \`${written.slice(0, 120)}\`, expected a picture that browsers show.`,
      );
      return undefined;
    }
    if (checked.bytes !== bytes)
      this.#notes.tell(
        'assumed',
        'large-picture',
        `Unexpected picture \`${written.slice(0, 120)}\` of more than ${LIMITS.pixels} pixels a side, expected a smaller one; it was reduced.`,
      );
    return this.#attachments.add(written, checked.bytes, checked.ending);
  }
}
