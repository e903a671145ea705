import { closeSync, lstatSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { refuse, type Tell } from '../note.ts';

/** The files to import: a folder, or an archive, which is read without unpacking it to disk. */
export interface SourceFiles {
  /** The name that a person would use for it. */
  name: string;
  /** The path of every file, with `/`, sorted. */
  paths: readonly string[];
  /** Reads a file; undefined if it is missing or too large. */
  read: (path: string) => Uint8Array | undefined;
}

/** Names of texts in Markdown. */
export const MARKDOWN = /\.(?:md|mdx|markdown|mkd|mdown)$/i;

/** Larger files are neither texts nor pictures for a page. */
const LARGEST_FILE = 32 * 1024 * 1024;

/** An archive may not contain more than this. */
const LARGEST_ARCHIVE = 400 * 1024 * 1024;

/** Folders without texts by the author. */
const SKIPPED =
  /^(?:node_modules|vendor|\.git|\.github|\.hugo_build\.lock|public|_site|dist|build|\.docusaurus|\.astro|resources|themes|__pycache__|venv|\.venv)$/;

/** The files of a folder. Symbolic links are reported and not followed, because they may lead anywhere. */
export function filesOfFolder(folder: string, tell: Tell): SourceFiles {
  const root = realpathSync(folder);
  const paths: string[] = [];
  const stack = [''];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const entry of readdirSync(join(root, at), { withFileTypes: true })) {
      const path = posix.join(at, entry.name);
      if (entry.isSymbolicLink())
        refuse(
          tell,
          path,
          'symbolic-link',
          `Unexpected symbolic link \`${path}\`, expected a file; it is not followed.`,
        );
      else if (entry.isDirectory()) {
        if (
          !SKIPPED.test(entry.name) ||
          (entry.name === 'public' && at === '' && hasFile(root, 'astro.config'))
        )
          stack.push(path);
      } else if (entry.isFile()) paths.push(path);
    }
  }
  return { name: folder, paths: paths.sort(), read: (path) => readWithin(root, path) };
}

function hasFile(folder: string, beginning: string): boolean {
  return readdirSync(folder).some((name) => name.startsWith(beginning));
}

function readWithin(root: string, path: string): Uint8Array | undefined {
  try {
    const file = join(root, path);
    const stat = lstatSync(file);
    // A link, or a name that leads out of the folder, would give away a file that nobody asked for.
    if (!stat.isFile() || stat.size > LARGEST_FILE || !realpathSync(file).startsWith(join(root, '/')))
      return undefined;
    const descriptor = openSync(file, 'r');
    try {
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** The files of a `.zip`, `.tar` or `.tar.gz`; undefined if the bytes are none of these. */
export function filesOfArchive(bytes: Uint8Array, name: string, tell: Tell): SourceFiles | undefined {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  const accepts = (path: string, size: number): boolean => {
    const fault =
      faultOfName(path) ?? (total + size > LARGEST_ARCHIVE ? 'more than 400 MB in one archive' : undefined);
    if (fault === undefined && size <= LARGEST_FILE) {
      total += size;
      return true;
    }
    refuse(
      tell,
      name,
      'unsafe-archive',
      `Unexpected ${fault ?? 'file of more than 32 MB'}, \`${path.slice(0, 200)}\`, expected a file within the archive; it is left out.`,
    );
    return false;
  };
  if (isZip(bytes)) {
    const unpacked = unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => !path.endsWith('/') && accepts(path, originalSize),
    });
    for (const [path, content] of Object.entries(unpacked)) files.set(path, content);
  } else {
    const tar = isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: LARGEST_ARCHIVE }) : bytes;
    if (!isTar(tar)) return undefined;
    for (const { path, content, type } of tarEntries(tar)) {
      if (type === 'link')
        refuse(
          tell,
          name,
          'symbolic-link',
          `Unexpected link \`${path}\`, expected a file; it is not followed.`,
        );
      else if (type === 'file' && accepts(path, content.length)) files.set(path, content);
    }
  }
  const top = commonFolder([...files.keys()]);
  const paths = [...files.keys()]
    .map((path) => path.slice(top.length))
    .filter((path) => !path.split('/').some((part) => SKIPPED.test(part) || part === '__MACOSX'));
  return { name, paths: paths.sort(), read: (path) => files.get(top + path) };
}

/** What is wrong with a path in an archive, if anything: it must stay inside. */
function faultOfName(path: string): string | undefined {
  if (path.includes('\0') || path.includes('\\')) return 'name';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'path from the root';
  return path.split('/').includes('..') ? 'path out of the archive' : undefined;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';
}

interface TarEntry {
  path: string;
  type: 'file' | 'link' | 'other';
  content: Uint8Array;
}

/** POSIX's ustar, with long names as written by GNU and pax. */
function* tarEntries(bytes: Uint8Array): Generator<TarEntry> {
  let longName: string | undefined;
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0;) {
    const header = Buffer.from(bytes.subarray(at, at + 512)).toString('latin1');
    const field = (from: number, length: number): string =>
      header.slice(from, from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12).trim() || '0', 8);
    const content = bytes.subarray(at + 512, at + 512 + size);
    const flag = field(156, 1) || '0';
    at += 512 + Math.ceil(size / 512) * 512;
    if (flag === 'L') longName = utf8(content).replace(/\0.*$/s, '');
    else if (flag === 'x') longName = /\d+ path=(.*)\n/.exec(utf8(content))?.[1] ?? longName;
    else if (flag !== 'g') {
      const short = [field(345, 155), field(0, 100)].filter(Boolean).join('/');
      const path = (longName ?? utf8(Buffer.from(short, 'latin1'))).replace(/^(?:\.\/)+/, '');
      longName = undefined;
      yield {
        path,
        type: flag === '0' || flag === '7' ? 'file' : flag === '1' || flag === '2' ? 'link' : 'other',
        content,
      };
    }
  }
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** Most archives have a single folder that contains everything. */
function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  const folder = first.slice(0, first.indexOf('/') + 1);
  return folder !== '' &&
    paths.every((path) => path.startsWith(folder)) &&
    !/^(?:content|docs|_posts|static|src|blog)\/$/.test(folder)
    ? folder
    : '';
}
