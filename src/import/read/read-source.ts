import { closeSync, existsSync, lstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Dialect } from '../convert/templates.ts';
import { emptyPublication, type Entry, type Reading } from '../entry.ts';
import { refuse, type Tell } from '../note.ts';
import { decode, encodingOf, pieces, tellEncoding } from './decode.ts';
import { readFeed } from './feed.ts';
import { fetchBytes } from './fetched.ts';
import { readFolder } from './folder.ts';
import { readHtmlPage } from './html-page.ts';
import { readJsonFeed } from './json-feed.ts';
import { filesOfArchive, filesOfFolder, MARKDOWN, type SourceFiles } from './source-files.ts';

/** What was read from a source: its entries, and where else its texts may look. */
export interface SourceReading extends Reading {
  /** Identifies it from run to run. */
  name: string;
  dialect: Dialect;
  roots: string[];
  files: SourceFiles | undefined;
}

/** Larger files aren't feeds. */
const LARGEST_SOURCE = 300 * 1024 * 1024;

/** How many bytes of a pipe are read at once. */
const AT_ONCE = 64 * 1024;

/**
 * Reads FILE, FOLDER or URL, whatever kind it is. Undefined if the kind can't be told, which is then among the notes.
 */
export async function readSource(source: string, tell: Tell): Promise<SourceReading | undefined> {
  if (/^https?:\/\//i.test(source)) return readAddress(source, tell);
  const path = resolve(source);
  if (!existsSync(path))
    return refuse(
      tell,
      source,
      'unreadable-file',
      'Unexpected name, expected a file, a folder or an address that exists.',
    );
  if (statSync(path).isDirectory()) return readFiles(filesOfFolder(path, tell), basename(path), tell);
  const bytes = wholeFile(path);
  if (bytes === undefined)
    return refuse(
      tell,
      source,
      'too-much',
      'Unexpected file of more than 300 MB, expected a smaller one: exports can be made in parts.',
    );
  const reading = readBytes(bytes, basename(path), tell);
  return reading === undefined ? undefined : withSavedFiles(reading, path, tell);
}

/** A file, or what comes out of a pipe or a device, which may never end; undefined if that is too much. */
function wholeFile(path: string): Uint8Array | undefined {
  const stat = statSync(path);
  if (stat.isFile()) return stat.size > LARGEST_SOURCE ? undefined : readFileSync(path);
  const descriptor = openSync(path, 'r');
  try {
    const parts: Buffer[] = [];
    for (let left = LARGEST_SOURCE; left > 0; left -= parts.at(-1)!.length) {
      const part = Buffer.allocUnsafe(AT_ONCE);
      const length = readSync(descriptor, part);
      if (length === 0) return Buffer.concat(parts);
      parts.push(part.subarray(0, length));
    }
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Browsers save a page's pictures in a folder next to it: `page.html`, `page_files/`. */
function withSavedFiles(reading: SourceReading, path: string, tell: Tell): SourceReading {
  const name = basename(path);
  const folder = `${name.replace(/\.x?html?$/i, '')}_files`;
  const place = join(dirname(path), folder);
  if (!/\.x?html?$/i.test(name) || !existsSync(place) || !lstatSync(place).isDirectory()) return reading;
  const saved = filesOfFolder(place, tell);
  const files: SourceFiles = {
    name,
    paths: saved.paths.map((file) => `${folder}/${file}`),
    read: (file) => (file.startsWith(`${folder}/`) ? saved.read(file.slice(folder.length + 1)) : undefined),
  };
  return { ...reading, files, entries: reading.entries.map((entry) => ({ ...entry, path: name })) };
}

async function readAddress(address: string, tell: Tell): Promise<SourceReading | undefined> {
  const fetched = await fetchBytes(address, LARGEST_SOURCE);
  if ('fault' in fetched)
    return refuse(
      tell,
      address,
      'unreadable-address',
      `Unexpected ${fetched.fault}, expected a feed or a page.`,
    );
  const name = new URL(fetched.address);
  return readBytes(fetched.bytes, `${name.host}${name.pathname}`, tell, fetched.address, fetched.charset);
}

function readBytes(
  bytes: Uint8Array,
  name: string,
  tell: Tell,
  from?: string,
  charset?: string,
): SourceReading | undefined {
  const archive = archiveOf(bytes, name, tell);
  if (archive !== undefined) return readFiles(archive, name, tell);
  const reading = readDocument(bytes, name, tell, from, charset);
  return reading === undefined
    ? undefined
    : {
        ...reading,
        name: reading.publication.address ?? name,
        files: undefined,
        dialect: 'unknown',
        roots: [],
      };
}

function archiveOf(bytes: Uint8Array, name: string, tell: Tell): SourceFiles | undefined {
  try {
    return filesOfArchive(bytes, name, tell);
  } catch (error) {
    const { message } = error as Error;
    refuse(tell, name, 'broken-archive', `Unexpected archive, expected it to be complete: ${message}.`);
    return { name, paths: [], read: () => undefined };
  }
}

/** Reads a single text: a feed, an export, a page, or Markdown. */
function readDocument(
  bytes: Uint8Array,
  name: string,
  tell: Tell,
  from?: string,
  charset?: string,
): Reading | undefined {
  if (bytes.length === 0)
    return refuse(tell, name, 'unknown-format', 'Unexpected empty file, expected a feed or a text.');
  const { name: encoding, instead } = encodingOf(bytes, charset);
  const head = beginning(pieces(bytes, encoding));
  // eslint-disable-next-line no-control-regex -- no text begins with these
  if (/[\0-\x08\x0e-\x1f]/.test(head.slice(0, 16)))
    return refuse(
      tell,
      name,
      'unknown-format',
      'Unexpected bytes that are not text, expected a feed, an export of WordPress, Markdown or a page of HTML.',
    );
  tellEncoding(instead, name, tell);
  const start = head.slice(0, 2000).trimStart();
  const text = (): string => [...pieces(bytes, encoding)].join('');
  if (/^[{[]/.test(start) && !MARKDOWN.test(name)) return readJsonFeed(text(), name, tell, from);
  if (looksLikeFeed(start, head))
    return (
      readFeed(pieces(bytes, encoding), name, tell, from) ??
      refuse(tell, name, 'unknown-format', 'Unexpected XML, expected RSS, Atom or an export of WordPress.')
    );
  if (MARKDOWN.test(name)) return readFolder(oneFile(name, bytes), tell);
  if (
    /^<(?:!doctype html|html|head|body|!--)/i.test(start) ||
    /\.x?html?$/i.test(name) ||
    /<(?:p|h1|body|article|div)[\s>]/i.test(start)
  )
    return readHtmlPage(text(), name, from);
  return refuse(
    tell,
    name,
    'unknown-format',
    'Unexpected kind of file, expected a feed, an export of WordPress, Markdown or a page of HTML.',
  );
}

/** How many characters tell what kind of file it is. */
const HEAD = 20_000;

function beginning(text: Iterable<string>): string {
  let head = '';
  for (const piece of text) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, HEAD);
}

function looksLikeFeed(start: string, head: string): boolean {
  if (/^<(?:!doctype html|html)/i.test(start)) return false;
  // Comments may have tags in them.
  const bare = head.replace(/<!--[^]*?-->/g, '');
  return (
    /^(?:<\?xml|<\?|<!DOCTYPE|\s)*[^<]*<(?:\w+:)?(?:rss|rdf|feed|channel|item|entry)\b/is.test(bare) ||
    (start.startsWith('<?xml') && !/<html[\s>]/i.test(head.slice(0, 5000)))
  );
}

function oneFile(name: string, bytes: Uint8Array): SourceFiles {
  return { name, paths: [name], read: (path) => (path === name ? bytes : undefined) };
}

/** Reads the Markdown of a folder; if there is none, its HTML pages; if there are none either, its feeds. */
function readFiles(files: SourceFiles, name: string, tell: Tell): SourceReading | undefined {
  const of = (ending: RegExp): string[] => files.paths.filter((path) => ending.test(path));
  if (of(MARKDOWN).length > 0) {
    const reading = readFolder(files, tell);
    return { ...reading, name: reading.publication.address ?? name, files };
  }
  const found = { name, files, dialect: 'unknown' as const, roots: [''] };
  const pages = of(/\.x?html?$/i);
  if (pages.length > 0) return { ...found, ...joined(pages.flatMap((path) => readPage(files, path, tell))) };
  const feeds = of(/\.(?:xml|rss|atom|rdf|json)$/i);
  if (feeds.length > 0)
    return {
      ...found,
      ...joined(
        feeds.flatMap((path) => readDocument(files.read(path) ?? new Uint8Array(), path, tell) ?? []),
      ),
    };
  return refuse(
    tell,
    name,
    'unknown-format',
    'Unexpected folder without texts, expected Markdown, pages of HTML or feeds in it.',
  );
}

function readPage(files: SourceFiles, path: string, tell: Tell): Reading[] {
  const bytes = files.read(path);
  if (bytes !== undefined && bytes.length > 0)
    return [readHtmlPage(decode(bytes).text, path, undefined, path)];
  refuse(
    tell,
    path,
    'unreadable-file',
    'Unexpected file that is empty, too large or cannot be read, expected a page.',
  );
  return [];
}

/** Joins several documents; what the first says about itself counts. */
function joined(readings: readonly Reading[]): Reading {
  const entries: Entry[] = readings.flatMap((reading) => reading.entries);
  return { publication: readings[0]?.publication ?? emptyPublication(), entries };
}
