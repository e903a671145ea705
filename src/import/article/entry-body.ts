import { posix } from 'node:path';
import type { Root } from 'mdast';
import { todoMarker } from '../convert/code-blocks.ts';
import { convertBody, type ConvertedBody } from '../convert/convert.ts';
import type { Entry, ListedPicture } from '../entry.ts';
import { articleUrl } from '../links.ts';
import { decode } from '../read/decode.ts';
import { plainTextOf } from '../read/plain-text.ts';
import type { EntryNotes } from './entry-notes.ts';
import type { Workshop } from './workshop.ts';

/** Longer texts, or texts with more tags, are data rather than something to read. */
const LONGEST_TEXT = 3_000_000;
const MOST_TAGS = 150_000;

/** Most characters of a text of which only the words are imported. */
const MOST_WORDS = 100_000;

/** Converts an entry's text; if it is too large, only its words. */
export function entryBody(entry: Entry, workshop: Workshop, notes: EntryNotes): ConvertedBody {
  const { body } = entry;
  if (body.text.length > LONGEST_TEXT || countOf(body.text, '<') > MOST_TAGS) return onlyWords(entry, notes);
  return convertBody(body, workshop.dialect, {
    drop: (what, line) => {
      notes.tell(
        'dropped',
        'no-form',
        `Unexpected ${what}, expected what an article can have.`,
        line === undefined ? 0 : body.line + line,
      );
    },
    addressOf: (name) => {
      const slug = slugOfName(name, entry, workshop);
      return slug === undefined ? undefined : articleUrl(slug);
    },
    textOf: (path) => textOf(path, workshop),
    galleryOf: (ids) => galleryOf(ids, entry, workshop),
    valueOf: (name) => pageValues(entry)[name] ?? workshop.values.get(name),
  });
}

/** The words of a text, for one that can't be converted. */
export function onlyWords({ body: { text } }: Entry, notes: EntryNotes): ConvertedBody {
  notes.tell(
    'to do',
    'too-much',
    `Unexpected text of ${text.length} characters, too long or too deeply nested for an article, expected less; only its words were imported.`,
  );
  const words = plainTextOf(text.slice(0, LONGEST_TEXT)).slice(0, MOST_WORDS);
  const tree: Root = {
    type: 'root',
    children: [
      todoMarker('only the words of this text could be imported'),
      { type: 'paragraph', children: [{ type: 'text', value: words }] },
    ],
  };
  return { tree, declared: new Map(), fences: [], empty: 0 };
}

/** `{{< ref "post.md" >}}` and `{% post_url 2010-05-28-post %}` name a file in any folder. */
function slugOfName(name: string, { path }: Entry, { around: { book } }: Workshop): string | undefined {
  const folders = ['_posts/', 'content/', 'content/posts/', 'docs/', path?.replace(/[^/]*$/, '') ?? ''];
  return (
    book.findFile(name) ??
    book.find(`/${name}`) ??
    folders.map((folder) => book.findFile(folder + name)).find(Boolean)
  );
}

function textOf(path: string, { around, readFile }: Workshop): string | undefined {
  const found = ['', 'docs/']
    .map((folder) => posix.normalize(folder + path))
    .find((name) => around.hasFile(name));
  const bytes = found === undefined ? undefined : readFile(found);
  return bytes && decode(bytes).text;
}

/** In the order of the numbers, or else of the export. */
function galleryOf(ids: readonly string[], { number }: Entry, { pictures }: Workshop): ListedPicture[] {
  if (ids.length > 0) return ids.flatMap((id) => pictures.find((picture) => picture.id === id) ?? []);
  return number === undefined ? [] : pictures.filter(({ post }) => post === number);
}

function pageValues({ title, authors, summary }: Entry): Record<string, string | undefined> {
  return { 'page.title': title, 'page.author': authors[0], 'page.description': summary };
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count++;
  return count;
}
