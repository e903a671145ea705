import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
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

/** The files of a part of the content folder; dot files are none of ours. */
export function filesBelow(folder: string): string[] {
  return entriesBelow(folder)
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}

const decoder = new TextDecoder('utf-8');

/**
 * The text of a file, or the fault that it cannot be read as UTF-8. A byte order mark is dropped, and lines end as on Unix,
 * whatever Git has made of them on the way to a Windows machine.
 */
export function readText(file: string): TextFile | Fault {
  try {
    // Small files, and thousands of them: each would wait longer for its turn than it takes to read.
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

/** The fault is told where the first wrong byte is: a text of another encoding is mostly right up to there. */
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
 * An entry's name: `tags/high-availability.yaml` → `high-availability`, `articles/xen/index.mdx` → `xen`; of a record the
 * article's: `articles/xen.verification.yaml` → `xen`.
 */
export function slugOf(file: string): string {
  const name = basename(file);
  if (/^index\.(?:mdx|verification\.yaml)$/.test(name)) return basename(dirname(file));
  return name.replace(/(?:\.verification)?\.[^.]+$/, '');
}
