import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlePath, pagePath } from '../../content/text-paths.ts';
import { tagPath } from '../../articles/paths.ts';
import type { BuiltSite } from './built-site.ts';

/** The place in the source that something in a built page comes from. */
export interface Origin {
  file: string;
  line: number;
}

/**
 * Finds the source of a page, and the first line in it that contains one of some texts; the built file if no source does.
 *
 * @param needles texts to look for, the most reliable first
 * @param builtLine the line in the built file
 */
export function originOf(
  site: BuiltSite,
  name: string,
  needles: readonly string[],
  builtLine: number,
): Origin {
  const source = sourceOf(site, name);
  const built = { file: join(site.folder, name), line: builtLine };
  if (source === undefined) return built;
  const lines = readFileSync(source, 'utf8').split('\n');
  for (const needle of needles) {
    const index = needle === '' ? -1 : lines.findIndex((line) => line.includes(needle));
    if (index >= 0) return { file: source, line: index + 1 };
  }
  return built;
}

/** The file in the content folder or `src/pages/` that a page is made from. */
function sourceOf({ content }: BuiltSite, name: string): string | undefined {
  const path = `/${name.replace(/index\.html$/, '')}`;
  const entry =
    content.articles.find(({ slug }) => path === articlePath(slug)) ??
    content.pages.find(({ slug }) => path === pagePath(slug)) ??
    content.tags.find(({ slug }) => path === tagPath(slug));
  if (entry !== undefined) return entry.file;
  return [`src/pages${path}index`, `src/pages${path.replace(/\/$|\.html$/, '')}`]
    .flatMap((page) => ['.astro', '.md', '.mdx'].map((ending) => page + ending))
    .find((file) => existsSync(file));
}
