import { postingsEncoder } from './postings-encoder.ts';
import type { InvertedIndex } from './inverted-index.ts';

/** A file with the lines of some terms that follow each other. */
export interface Shard {
  /** Its first term. */
  first: string;
  text: string;
}

/** Characters of a shard before it is deflated: a few kB over the network. */
const SHARD_SIZE = 12_000;

/** The inverted index as text: a line is a term, its postings in commands and its postings in articles. */
export function shardsOf({ terms, commands, articles }: InvertedIndex): Shard[] {
  const inCommands = postingsEncoder(commands);
  const inArticles = postingsEncoder(articles);
  const shards: { first: string; lines: string[] }[] = [];
  let size = Infinity;
  terms.forEach((term, place) => {
    const line = `${term}\t${inCommands(place)}\t${inArticles(place)}`;
    if (size + line.length > SHARD_SIZE) {
      shards.push({ first: term, lines: [] });
      size = 0;
    }
    shards.at(-1)!.lines.push(line);
    size += line.length;
  });
  return shards.map(({ first, lines }) => ({ first, text: lines.join('\n') }));
}
