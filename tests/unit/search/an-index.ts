import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchedArticle, SearchedBlock } from '../../../src/search/index/searched-article.ts';
import type { ShownCommand, ShownListing } from '../../../src/search/index/shown.ts';
import { indexInput, writeIndex } from '../../../src/search/index/write-index.ts';
import { Finder } from '../../../src/search/plan/find.ts';
import { openFolder } from '../../../src/search/plan/node.ts';

/** An article as the search sees it, with the given parts. */
export function anArticle(slug: string, given: Partial<SearchedArticle> = {}): SearchedArticle {
  return {
    path: `/articles/${slug}/`,
    title: `About ${slug}`,
    description: '',
    kind: 'guide',
    year: 2026,
    lang: 'en',
    tags: [],
    facts: [],
    sections: [],
    ...given,
  };
}

/** A section with prose and blocks. Its anchor is the text of its heading. */
export function aSection(
  title: string,
  text: string,
  blocks: SearchedBlock[] = [],
): SearchedArticle['sections'][0] {
  return { id: title, title, depth: 2, text, blocks };
}

export function aCommand(id: string, command: string, given: Partial<ShownCommand> = {}): SearchedBlock {
  const shown = {
    about: '',
    sign: '$',
    user: '',
    hosts: [],
    programs: [command.split(' ')[0]!],
    harms: [],
  };
  return { id, shown: { type: 'command', command, ...shown, ...given } };
}

export function aListing(
  id: string,
  file: string,
  text: string,
  given: Partial<ShownListing> = {},
): SearchedBlock {
  return {
    id,
    shown: { type: 'listing', file, text, append: false, about: '', hosts: [], harms: [], ...given },
  };
}

/** Indexes articles into a folder that exists until `remove` is called. */
export async function anIndex(
  articles: SearchedArticle[],
): Promise<{ folder: string; finder: Finder; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'opsnotes-index-'));
  await writeIndex(indexInput(articles), folder);
  const finder = new Finder(await openFolder(folder));
  return { folder, finder, remove: () => rm(folder, { recursive: true }) };
}
