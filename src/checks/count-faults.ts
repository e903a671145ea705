import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { filesBelow, readText, slugOf } from '../content/content-folder.ts';
import { digestOfText } from '../content/digest.ts';
import { isWarning } from '../content/fault-codes.ts';
import type { Outline } from '../content/outline/outline.ts';
import { parseText } from '../content/parse-text.ts';
import { emptyContent, withoutFaulty, type GoodContent, type MdxEntry } from '../content/read-content.ts';
import { article, type ArticleData } from '../content/schemas/article.ts';
import { PARTS } from '../content/stray-files.ts';
import { checkFolder } from './folder.ts';
import { textFaults } from './text.ts';

/** How many faults `checkFolder` finds, with half the memory: enough for ten thousand articles in less than 512 MB. */
export async function countFaults(folder: string): Promise<number> {
  const { faults } = await checkFolder(folder, await readSlim(folder));
  return faults.length;
}

/**
 * Reads the articles that have no faults of their own, without what no check across articles looks at. The others are left for
 * `checkFolder` to read.
 */
async function readSlim(folder: string): Promise<GoodContent> {
  const articles: MdxEntry<ArticleData>[] = [];
  for (const file of articlesOf(folder)) {
    // The parser only frees its memory between two turns of the event loop.
    await turn();
    const entry = slim(file);
    if (entry !== undefined) articles.push(entry);
  }
  return withoutFaulty({ ...emptyContent(folder), articles });
}

function articlesOf(folder: string): string[] {
  try {
    return filesBelow(join(folder, 'articles'))
      .filter((path) => PARTS.articles.path.test(path))
      .map((path) => join(folder, 'articles', path));
  } catch {
    return [];
  }
}

function slim(file: string): MdxEntry<ArticleData> | undefined {
  const read = readText(file);
  if ('code' in read) return undefined;
  const { outline, raw, data, broken, faults } = parseText(read, article);
  if (outline === undefined || broken || faults.length > 0) return undefined;
  const entry: MdxEntry<ArticleData> = {
    id: slugOf(file),
    slug: slugOf(file),
    file,
    // As `readContent` makes it; a different one would only cost time and memory.
    digest: digestOfText(read.text),
    // Copies, because a part of a string keeps the whole text alive.
    ...structuredClone({ raw, data: data as ArticleData, outline: withoutProse(outline) }),
    lineOf: () => 1,
    source: read.text,
    broken,
  };
  const own = textFaults({ ...emptyContent('/'), articles: [entry] });
  return own.every(({ code }) => isWarning(code)) ? { ...entry, source: '' } : undefined;
}

/** Only the search needs the prose. */
function withoutProse(outline: Outline): Outline {
  return { ...outline, sections: [] };
}
