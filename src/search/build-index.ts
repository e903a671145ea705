import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { FORMAT_VERSION, type Directory } from './format.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { invert } from './inverted-index.ts';
import { shardsOf } from './shards.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The index as files, name → text, to be packed. The same articles give the same texts. */
export function buildIndex(articles: readonly IndexedArticle[]): Map<string, string> {
  const shards = shardsOf(invert(articles.map(({ terms }) => terms)));
  const files: [name: string, text: string][] = [
    ['vocabulary', JSON.stringify(vocabularyOf(articles.map(({ names }) => names)))],
    ...shards.map(({ text }, number): [string, string] => [`s/${number}`, text]),
    ...articles.map(({ record }, number): [string, string] => [`a/${number}`, record]),
  ];
  const folder = digest(files);
  const directory: Directory = {
    version: FORMAT_VERSION,
    folder,
    commands: articles.map(({ terms }) => terms.ends.length - 1),
    bounds: shards.map(({ first }) => first),
  };
  return new Map([
    ['directory', JSON.stringify(directory)],
    ...files.map(([name, text]): [string, string] => [`${folder}/${name}`, text]),
  ]);
}

/** A file's text → its bytes, in zlib's format (RFC 1950). */
export function pack(text: string): Uint8Array {
  // Most texts fit into a chunk of this size, which is made anew each time; level 9 takes longer and saves 0.06 %.
  return deflateSync(text, { level: 6, chunkSize: 8192 });
}

function digest(files: readonly (readonly string[])[]): string {
  const hash = createHash('sha256');
  for (const [name = '', text = ''] of files) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
}
