import { emptyEntry, emptyPublication, StoredBody, type Entry, type Place, type Reading } from '../entry.ts';
import { refuse, type Tell } from '../note.ts';
import { webAddress } from './feed.ts';
import { isMap, plainText, textAt, type Values } from './values.ts';

/** Reads JSON Feed 1 and 1.1 into entries; undefined for other JSON. */
export function readJsonFeed(text: string, file: string, tell: Tell, from?: string): Reading | undefined {
  const feed = parsed(text, file, tell);
  if (feed === undefined) return undefined;
  if (!Array.isArray(feed['items']))
    return refuse(
      tell,
      file,
      'unknown-format',
      'Unexpected JSON, expected a JSON Feed: an object with `items`.',
    );
  const address = webAddress(textAt(feed, 'home_page_url')) ?? webAddress(textAt(feed, 'feed_url'));
  const publication = {
    ...emptyPublication(),
    title: plainText(feed['title']),
    address,
    authors: authors(feed),
    language: textAt(feed, 'language'),
  };
  const items = feed['items'].filter(isMap);
  const lines = linesOf(items, text);
  return {
    publication,
    entries: items.map((item, index) => entry(item, { file, line: lines[index]! }, address ?? from)),
  };
}

function parsed(text: string, file: string, tell: Tell): Values | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? value : {};
  } catch (error) {
    const { message } = error as Error;
    return refuse(tell, file, 'broken-json', `Unexpected JSON, expected it to parse: ${message}.`);
  }
}

function entry(item: Values, at: Place, base: string | undefined): Entry {
  const address = webAddress(textAt(item, 'url'), base);
  const id = textAt(item, 'id');
  const html = textAt(item, 'content_html');
  const plainBody = textAt(item, 'content_text', 'summary') ?? '';
  return {
    ...emptyEntry(id ?? address ?? `${plainText(item['title']) ?? ''}\n${plainBody.slice(0, 200)}`, at),
    title: textAt(item, 'title')?.replace(/\s+/g, ' ').trim(),
    address,
    base: address ?? base,
    id,
    published: textAt(item, 'date_published', 'date_modified'),
    updated: textAt(item, 'date_modified'),
    tags: Array.isArray(item['tags']) ? item['tags'].flatMap((tag) => plainText(tag) ?? []) : [],
    language: textAt(item, 'language'),
    authors: authors(item),
    summary: plainText(item['summary']),
    enclosures: Array.isArray(item['attachments'])
      ? item['attachments'].filter(isMap).flatMap((file) => webAddress(textAt(file, 'url'), base) ?? [])
      : [],
    isBlank: Object.keys(item).length === 0,
    body: new StoredBody({
      form: html === undefined ? 'plain' : 'html',
      text: html ?? plainBody,
      line: at.line,
    }),
  };
}

function authors(json: Values): string[] {
  const list = Array.isArray(json['authors']) ? json['authors'] : [json['author']];
  return list.filter(isMap).flatMap((author) => plainText(author['name']) ?? []);
}

/** The lines with the items' ids or addresses, because JSON.parse doesn't keep places. */
function linesOf(items: readonly Values[], text: string): number[] {
  let [line, offset] = [1, 0];
  return items.map((item, index) => {
    const mark = textAt(item, 'id', 'url');
    const found = mark === undefined ? -1 : text.indexOf(JSON.stringify(mark), offset);
    if (found === -1) return Math.max(line, index + 1);
    for (let at = text.indexOf('\n', offset); at !== -1 && at < found; at = text.indexOf('\n', at + 1))
      line++;
    offset = found;
    return line;
  });
}
