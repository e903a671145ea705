import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  encodeTerm,
  FORMAT_VERSION,
  type ArticleRecord,
  type CommandRecord,
  type Directory,
  type Posting,
  type TermPostings,
} from './format.ts';
import { addTerms, chunks, chunkTerm, commandTerms, partsOf, wordTerms, type Terms } from './terms.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What an article adds to the search: what its results show, and what else finds it. */
export interface SearchedArticle {
  record: ArticleRecord;
  /** Words from the frontmatter and other spellings of tags. */
  alsoFoundBy: string[];
}

/** Characters of a shard before it is deflated: a few kB over the network. */
const SHARD_SIZE = 12_000;

/** Okapi BM25's parameters: how soon repetition stops to count, and how much length does. */
const K1 = 1.2;
const B = 0.6;

/** The index as files, name → content. The same articles give the same bytes. */
export function buildIndex(articles: readonly SearchedArticle[]): Map<string, Uint8Array> {
  const terms = invert(articles);
  const shards = shardsOf(terms);
  const files: [name: string, text: string][] = [
    ['vocabulary', JSON.stringify(vocabularyOf(articles.map(({ record }) => record)))],
    ...shards.map(({ lines }, number): [string, string] => [`s/${number}`, lines.join('\n')]),
    ...articles.map(({ record }, number): [string, string] => [`a/${number}`, JSON.stringify(record)]),
  ];
  const folder = digest(files);
  const directory: Directory = {
    version: FORMAT_VERSION,
    folder,
    commands: articles.map(({ record }) => record.commands.length),
    bounds: shards.map(({ first }) => first),
  };
  return new Map([
    ['directory', pack(JSON.stringify(directory))],
    ...files.map(([name, text]): [string, Uint8Array] => [`${folder}/${name}`, pack(text)]),
  ]);
}

function digest(files: readonly (readonly string[])[]): string {
  const hash = createHash('sha256');
  for (const [name = '', text = ''] of files) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
}

function pack(text: string): Uint8Array {
  return deflateSync(text, { level: 9 });
}

/** Every term, sorted, and where it stands. */
function invert(articles: readonly SearchedArticle[]): [string, TermPostings][] {
  const terms = new Map<string, TermPostings>();
  const commands = articles.flatMap(({ record }) => record.commands.map((command) => ({ command, record })));
  addDocuments(
    terms,
    'commands',
    commands.map(({ command, record }) => commandDocument(command, record)),
  );
  addDocuments(terms, 'articles', articles.map(articleDocument));
  return [...terms].sort(([a], [b]) => (a < b ? -1 : 1));
}

function commandDocument(record: CommandRecord, { kind, tags }: ArticleRecord): Document {
  const programs = programsOf(record);
  const words = commandTerms(record.command, programs);
  addTerms(words, wordTerms(record.introduction));
  const names = programs.flatMap((program) => [
    `program:${program}`,
    ...partsOf(program.toLowerCase()).map((part) => `part:${part}`),
  ]);
  return { words, choices: [...choices(kind, tags), ...names] };
}

/** What another interpreter than a shell reads begins with a name too. */
function programsOf({ command, programs }: CommandRecord): readonly string[] {
  if (programs.length > 0) return programs;
  const first = chunkTerm(chunks(command)[0] ?? '');
  return /^[a-z][\w.-]*$/.test(first) ? [first] : [];
}

function articleDocument({ record, alsoFoundBy }: SearchedArticle): Document {
  const words = wordTerms(record.title, 4);
  addTerms(words, wordTerms(record.description, 2));
  addTerms(words, wordTerms(alsoFoundBy.join('\n'), 2));
  for (const { title, text } of record.sections) {
    addTerms(words, wordTerms(title, 2));
    addTerms(words, wordTerms(text));
  }
  for (const { command, programs } of record.commands) {
    for (const [term] of commandTerms(command, programs)) words.set(term, (words.get(term) ?? 0) + 0.5);
  }
  const programs = new Set(record.commands.flatMap((command) => command.programs));
  return {
    words,
    choices: [...choices(record.kind, record.tags), ...[...programs].map((name) => `program:${name}`)],
  };
}

/** A document's terms, and what the reader can choose it by: terms too, of a form that no word has. */
interface Document {
  words: Terms;
  choices: string[];
}

function choices(kind: string, tags: ArticleRecord['tags']): string[] {
  return [`kind:${kind}`, ...tags.map(([slug]) => `tag:${slug}`)];
}

function addDocuments(
  terms: Map<string, TermPostings>,
  part: keyof TermPostings,
  documents: readonly Document[],
): void {
  const lengths = documents.map(({ words }) => [...words.values()].reduce((sum, weight) => sum + weight, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  documents.forEach(({ words, choices: chosenBy }, document) => {
    const norm = K1 * (1 - B + (B * lengths[document]!) / average);
    for (const [term, count] of words) {
      push(terms, part, term, { document, weight: quantised((count * (K1 + 1)) / (count + norm)) });
    }
    for (const choice of new Set(chosenBy)) push(terms, part, `\u0001${choice}`, { document, weight: 1 });
  });
}

/** A BM25 weight, which is less than K1 + 1, in 16 steps. */
function quantised(weight: number): number {
  return Math.min(16, Math.max(1, Math.round((weight / (K1 + 1)) * 16)));
}

function push(
  terms: Map<string, TermPostings>,
  part: keyof TermPostings,
  term: string,
  posting: Posting,
): void {
  const known = terms.get(term) ?? { commands: [], articles: [] };
  known[part].push(posting);
  terms.set(term, known);
}

function shardsOf(terms: readonly [string, TermPostings][]): { first: string; lines: string[] }[] {
  const shards: { first: string; lines: string[] }[] = [];
  let size = Infinity;
  for (const [term, postings] of terms) {
    const line = encodeTerm(term, postings);
    if (size + line.length > SHARD_SIZE) {
      shards.push({ first: term, lines: [] });
      size = 0;
    }
    shards.at(-1)!.lines.push(line);
    size += line.length;
  }
  return shards;
}
