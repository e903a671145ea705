import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '../../src/commands/block.ts';
import { parseBlock } from '../../src/commands/parse-block.ts';
import { outline } from '../../src/content/outline/outline.ts';
import { CONTENT, type SiteName } from '../site/build-sites.ts';

/** An article's path from its site's root, and the blocks of its MDX, in order. */
export interface SourceArticle {
  path: string;
  blocks: Block[];
}

/** The articles of a content folder that have blocks, without drafts. */
export function articlesWithBlocks(site: SiteName): SourceArticle[] {
  const folder = join(CONTENT[site], 'articles');
  return readdirSync(folder)
    .filter((name) => mdxOf(join(folder, name)).endsWith('.mdx'))
    .map((name) => ({ name, source: readFileSync(mdxOf(join(folder, name)), 'utf8') }))
    .filter(({ source }) => !/^draft: true$/m.test(source))
    .map(({ name, source }) => ({
      path: `/articles/${name.replace(/\.mdx$/, '')}/`,
      blocks: outline(source).fences.map((fence) => parseBlock(fence).block),
    }))
    .filter(({ blocks }) => blocks.length > 0);
}

/** An article is a file, or a folder that also holds its other files. */
function mdxOf(path: string): string {
  const inFolder = join(path, 'index.mdx');
  return existsSync(inFolder) ? inFolder : path;
}
