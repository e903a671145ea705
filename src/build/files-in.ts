import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Every file in a folder and in those within it, as paths from it with `/`. */
export function filesIn(folder: string): Set<string> {
  const above = join(folder, sep).length;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return new Set(
    files.map(({ parentPath, name }) => join(parentPath, name).slice(above).replaceAll(sep, '/')),
  );
}
