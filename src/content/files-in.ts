import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** All files in a folder and its subfolders, sorted, as relative paths with `/`; empty if there is no such folder. */
export function filesIn(folder: string): string[] {
  const above = join(folder, sep).length;
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name).slice(above).replaceAll(sep, '/'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
