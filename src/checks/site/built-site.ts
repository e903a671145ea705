import { filesIn } from '../../content/files-in.ts';
import type { GoodContent } from '../../content/read-content.ts';
import type { Site } from '../../content/schemas/site.ts';
import { readPage, type BuiltPage } from './built-page.ts';

/** A built site, together with what it was built from. */
export interface BuiltSite {
  /** Absolute path of its folder. */
  folder: string;
  /** All of its files, relative to its folder. */
  files: ReadonlySet<string>;
  pages: readonly BuiltPage[];
  content: GoodContent;
  settings: Site;
  /** The paths that our software makes of the content; others are somebody's own. */
  paths: ReadonlySet<string>;
}

/** Reads a built site. */
export function readBuiltSite(
  folder: string,
  content: GoodContent,
  settings: Site,
  paths: ReadonlySet<string>,
): BuiltSite {
  const files = filesIn(folder);
  const pages = files.filter((name) => name.endsWith('.html')).map((name) => readPage(folder, name));
  return { folder, files: new Set(files), pages, content, settings, paths };
}

/** The file that a server would send for a path; undefined if there is none. Paths are decoded and relative to the base. */
export function servedFile({ files }: BuiltSite, path: string): string | undefined {
  const name = path.replace(/^\//, '');
  if (name === '' || name.endsWith('/'))
    return files.has(`${name}index.html`) ? `${name}index.html` : undefined;
  return files.has(name) ? name : undefined;
}
