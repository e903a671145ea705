import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Every file in a folder and in those within it, sorted, as paths from it with `/`; empty where there is no such folder. */
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
