import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../../content/digest.ts';
import { COMMON, DIGEST, NAMES } from '../plan/client.ts';
import { commonWordsOf } from './common-words.ts';
import { namesOf } from './names.ts';
import { pagefindIndex, placesInFile } from './pagefind-index.ts';
import { recordOf } from './record.ts';
import type { SearchedArticle } from './searched-article.ts';

/** What is to become an index, and the digest that tells whether it has become one already. */
export interface IndexInput {
  articles: SearchedArticle[];
  digest: string;
}

/** Raised with every change that makes another index of the same articles. */
const FORM = 2;

export function indexInput(articles: SearchedArticle[]): IndexInput {
  return { articles, digest: digestOf([FORM, articles]) };
}

/**
 * Writes an index into a folder: Pagefind's files, the names that slips are put right by and the
 * words that are dear to load. The same articles in the same
 * order give the same bytes.
 *
 * @param folder absolute; what lies in it stays
 * @throws where Pagefind fails, with what it said
 */
export async function writeIndex({ articles, digest }: IndexInput, folder: string): Promise<void> {
  const records = articles.map(recordOf);
  await pagefindIndex(records, { folder, language: languageOf(articles) });
  await writeFile(join(folder, NAMES), namesOf(articles).join('\n'));
  await writeFile(join(folder, COMMON), commonWordsOf(articles, placesInFile(records)).join('\n'));
  await writeFile(join(folder, DIGEST), digest);
  // A search of our own asks: nobody loads Pagefind's.
  const files = await readdir(folder);
  await Promise.all(
    files
      .filter((name) => /^pagefind-.*(?:ui|highlight|worker)\./.test(name))
      .map((name) => rm(join(folder, name))),
  );
}

/** Pagefind stems by one language. Russian needs it and leaves Latin words as they are; English would stem commands. */
function languageOf(articles: readonly SearchedArticle[]): string {
  return articles.some(hasRussian) ? 'ru' : 'unknown';
}

function hasRussian({ lang, title, sections }: SearchedArticle): boolean {
  return (
    lang.startsWith('ru') ||
    /\p{Script=Cyrillic}{3}/u.test(title + sections.map(({ text }) => text).join(' '))
  );
}
