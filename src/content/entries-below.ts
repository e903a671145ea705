import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/**
 * Everything in a folder and its subfolders except the folders themselves, sorted by name; empty if there is no such folder.
 * Symbolic links to folders are not followed: what is behind them isn't ours.
 */
export function entriesBelow(folder: string): Dirent[] {
  return readFolder(folder).flatMap((entry) =>
    entry.isDirectory() ? entriesBelow(join(folder, entry.name)) : [entry],
  );
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
