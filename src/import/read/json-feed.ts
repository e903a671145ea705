import { emptyEntry, emptyPublication, StoredBody, type Entry, type Place, type Reading } from '../entry.ts';
import type { Tell } from '../note.ts';
import { webAddress } from './feed.ts';
import { plainTextOf } from './plain-text.ts';

type Json = Record<string, unknown>;

/** Reads JSON Feed 1 and 1.1 into entries; undefined for other JSON. */
export function readJsonFeed(text: string, file: string, tell: Tell, from?: string): Reading | undefined {
  const feed = parsed(text, file, tell);
  if (feed === undefined) return undefined;
  if (!Array.isArray(feed['items'])) {
    tell(
      'refused',
      { file, line: 1 },
      'unknown-format',
      'Unexpected JSON, expected a JSON Feed: an object with `items`.',
    );
    return undefined;
  }
  const address = webAddress(string(feed['home_page_url'])) ?? webAddress(string(feed['feed_url']));
  const publication = {
    ...emptyPublication(),
    title: plain(feed['title']),
    address,
    authors: authors(feed),
    language: string(feed['language']),
  };
  const items = feed['items'].filter(isObject);
  const lines = linesOf(items, text);
  return {
    publication,
    entries: items.map((item, index) => entry(item, { file, line: lines[index]! }, address ?? from)),
  };
}

function parsed(text: string, file: string, tell: Tell): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch (error) {
    tell(
      'refused',
      { file, line: 1 },
      'broken-json',
      `Unexpected JSON, expected it to parse: ${(error as Error).message}.`,
    );
    return undefined;
  }
}

function entry(item: Json, at: Place, base: string | undefined): Entry {
  const address = webAddress(string(item['url']), base);
  const id = string(item['id']);
  const html = string(item['content_html']);
  const plainBody = string(item['content_text']) ?? string(item['summary']) ?? '';
  return {
    ...emptyEntry(id ?? address ?? `${plain(item['title']) ?? ''}\n${plainBody.slice(0, 200)}`, at),
    title: string(item['title'])?.replace(/\s+/g, ' ').trim(),
    address,
    base: address ?? base,
    id,
    published: string(item['date_published']) ?? string(item['date_modified']),
    updated: string(item['date_modified']),
    tags: Array.isArray(item['tags']) ? item['tags'].flatMap((tag) => plain(tag) ?? []) : [],
    language: string(item['language']),
    authors: authors(item),
    summary: plain(item['summary']),
    enclosures: Array.isArray(item['attachments'])
      ? item['attachments'].filter(isObject).flatMap((file) => webAddress(string(file['url']), base) ?? [])
      : [],
    isBlank: Object.keys(item).length === 0,
    body: new StoredBody({
      form: html === undefined ? 'plain' : 'html',
      text: html ?? plainBody,
      line: at.line,
    }),
  };
}

function authors(json: Json): string[] {
  const list = Array.isArray(json['authors']) ? json['authors'] : [json['author']];
  return list.filter(isObject).flatMap((author) => plain(author['name']) ?? []);
}

/** The lines with the items' ids or addresses, because JSON.parse doesn't keep places. */
function linesOf(items: readonly Json[], text: string): number[] {
  let [line, offset] = [1, 0];
  return items.map((item, index) => {
    const mark = string(item['id']) ?? string(item['url']);
    const found = mark === undefined ? -1 : text.indexOf(JSON.stringify(mark), offset);
    if (found === -1) return Math.max(line, index + 1);
    for (let at = text.indexOf('\n', offset); at !== -1 && at < found; at = text.indexOf('\n', at + 1))
      line++;
    offset = found;
    return line;
  });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string, or a number as a string: ids are often numbers. */
function string(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function plain(value: unknown): string | undefined {
  const text = plainTextOf(string(value) ?? '');
  return text === '' ? undefined : text;
}
