import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Fault } from '../checks/fault.ts';

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

/** Every file below a folder, sorted, relative with `/`; empty where there is no such folder. Dot files are left out. */
export async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of a file, or the fault that it cannot be read as UTF-8. A byte order mark is dropped. */
export async function readText(file: string): Promise<TextFile | Fault> {
  try {
    return { file, text: decoder.decode(await readFile(file)) };
  } catch (error) {
    const utf8 = error instanceof TypeError;
    const message = utf8
      ? 'Unexpected bytes, expected UTF-8.'
      : `Unexpected ${(error as Error).message}, expected a file.`;
    return { file, line: 1, code: 'unreadable-file', message };
  }
}

/** `tags/high-availability.yaml` → `high-availability`. */
export function stem(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}
