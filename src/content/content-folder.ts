import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Fault } from './fault.ts';
import { entriesBelow } from './entries-below.ts';

/** A text file of the content folder. */
export interface TextFile {
  /** Absolute path. */
  file: string;
  text: string;
}

/** The content folder: `OPSNOTES_CONTENT`, or `content/` of the project. Absolute. */
export function contentFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(environment['OPSNOTES_CONTENT'] ?? 'content');
}

/** The files of a part of the content folder, without dot files. */
export function filesBelow(folder: string): string[] {
  return entriesBelow(folder)
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}

/** Whether a file that was there is no longer: a dev server reads while others delete. */
export function isGone(file: string): boolean {
  return !existsSync(dirname(file)) || !readdirSync(dirname(file)).includes(basename(file));
}

const decoder = new TextDecoder('utf-8');

/**
 * Reads a file, or returns a fault if it isn't UTF-8. Drops a byte order mark and uses Unix line endings, even if Git has changed
 * them on Windows.
 */
export function readText(file: string): TextFile | Fault {
  try {
    // Synchronously: the files are small, and with thousands of them each would wait longer for its turn than reading takes.
    const bytes = readFileSync(file);
    return isUtf8(bytes) ? { file, text: withUnixLines(decoder.decode(bytes)) } : notUtf8(file, bytes);
  } catch (error) {
    const message = `Unexpected ${(error as Error).message}, expected a file.`;
    return { file, line: 1, code: 'unreadable-file', message };
  }
}

/** `a\r\nb` → `a\nb` */
export function withUnixLines(text: string): string {
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
}

/** Reports the fault at the first wrong byte: text in another encoding is usually fine up to there. */
function notUtf8(file: string, bytes: Buffer): Fault {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) break;
    start = next;
  }
  const hint = 'Convert the file, e.g. with `iconv -f ISO-8859-1 -t UTF-8`.';
  return { file, line, code: 'unreadable-file', message: 'Unexpected bytes, expected UTF-8.', hint };
}

/**
 * The name of an entry: `tags/high-availability.yaml` → `high-availability`, `articles/xen/index.mdx` → `xen`. A record has its
 * article's name: `articles/xen.verification.yaml` → `xen`.
 */
export function slugOf(file: string): string {
  const name = basename(file);
  if (/^index\.(?:mdx|verification\.yaml)$/.test(name)) return basename(dirname(file));
  return name.replace(/(?:\.verification)?\.[^.]+$/, '');
}
