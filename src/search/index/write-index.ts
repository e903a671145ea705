import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../../content/digest.ts';
import { COMMON, DIGEST, fileOf, NAMES } from '../plan/client.ts';
import { commonWordsOf } from './common-words.ts';
import { namesOf } from './names.ts';
import { pagefindIndex, placesInFile } from './pagefind-index.ts';
import { recordOf } from './record.ts';
import type { SearchedArticle } from './searched-article.ts';

/** The articles to index, and the digest that tells whether they are already indexed. */
export interface IndexInput {
  articles: SearchedArticle[];
  digest: string;
}

/** Increase this with every change that makes a different index of the same articles. */
const FORM = 4;

export function indexInput(articles: SearchedArticle[]): IndexInput {
  return { articles, digest: digestOf([FORM, articles]) };
}

/**
 * Writes an index into a folder: Pagefind's files, the names that typos are corrected to, and the words that are
 * expensive to load. The same articles in the same order give the same bytes.
 *
 * @param folder absolute; files in it stay
 * @throws if Pagefind fails, with its message
 */
export async function writeIndex({ articles, digest }: IndexInput, folder: string): Promise<void> {
  const records = articles.map(recordOf);
  await pagefindIndex(records, { folder, language: languageOf(articles) });
  await writeFile(join(folder, NAMES), fileOf(namesOf(articles)));
  await writeFile(join(folder, COMMON), fileOf(commonWordsOf(articles, placesInFile(records))));
  await writeFile(join(folder, DIGEST), digest);
  // We have our own interface, so nobody loads Pagefind's.
  const files = await readdir(folder);
  await Promise.all(
    files
      .filter((name) => /^pagefind-.*(?:ui|highlight|worker)\./.test(name))
      .map((name) => rm(join(folder, name))),
  );
}

/**
 * Pagefind stems one language per index. Russian needs it, and leaves Latin words alone; English would stem commands.
 */
function languageOf(articles: readonly SearchedArticle[]): string {
  return articles.some(hasRussian) ? 'ru' : 'unknown';
}

function hasRussian({ lang, title, sections }: SearchedArticle): boolean {
  return (
    lang.startsWith('ru') ||
    /\p{Script=Cyrillic}{3}/u.test(title + sections.map(({ text }) => text).join(' '))
  );
}
