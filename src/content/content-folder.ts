import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Fault } from './fault.ts';
import { filesIn } from './files-in.ts';

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
  return filesIn(folder).filter((path) => !path.split('/').some((part) => part.startsWith('.')));
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of a file, or the fault that it cannot be read as UTF-8. A byte order mark is dropped. */
export function readText(file: string): TextFile | Fault {
  try {
    // Small files, and thousands of them: each would wait longer for its turn than it takes to read.
    return { file, text: decoder.decode(readFileSync(file)) };
  } catch (error) {
    const utf8 = error instanceof TypeError;
    const message = utf8
      ? 'Unexpected bytes, expected UTF-8.'
      : `Unexpected ${(error as Error).message}, expected a file.`;
    return { file, line: 1, code: 'unreadable-file', message };
  }
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
