import type { ArticleTerms } from './article-terms.ts';

/** The terms of all articles, and where each stands. */
export interface InvertedIndex {
  /** Sorted by code unit, each once. */
  terms: string[];
  commands: PostingLists;
  articles: PostingLists;
}

/** The postings of all terms, term after term, and of each term by rising number of the document. */
export interface PostingLists {
  /** Where each term's postings begin; one more at the end. */
  starts: Uint32Array;
  documents: Uint32Array;
  /** 1 to 16. */
  weights: Uint8Array;
}

/** Okapi BM25's parameters: how soon repetition stops to count, and how much length does. */
const K1 = 1.2;
const B = 0.6;

/** Articles' terms → the inverted index. Commands and articles are numbered in their order; weights are BM25's. */
export function invert(articles: readonly ArticleTerms[]): InvertedIndex {
  const { terms, places } = sortedTerms(articles);
  const documents = articles.map((article, number) => documentsOf(article, places[number]!));
  const commands = documents.flatMap((each) => each.slice(0, -1));
  const themselves = documents.flatMap((each) => each.slice(-1));
  return {
    terms,
    commands: postingLists(commands, terms.length),
    articles: postingLists(themselves, terms.length),
  };
}

/** Every term once, sorted, and for each article the places of its own terms there. */
function sortedTerms(articles: readonly ArticleTerms[]): { terms: string[]; places: Uint32Array[] } {
  const numbers = new Map<string, number>();
  const numbered = articles.map((article) => numbersOf(article, numbers));
  const terms = [...numbers.keys()].sort();
  const places = new Uint32Array(terms.length);
  terms.forEach((term, place) => (places[numbers.get(term)!] = place));
  return { terms, places: numbered.map((own) => own.map((number) => places[number]!)) };
}

/** The numbers of an article's terms among those seen before, which new ones join. */
function numbersOf({ text, sizes }: ArticleTerms, seen: Map<string, number>): Uint32Array {
  let end = 0;
  return new Uint32Array(sizes).map((size) => {
    const term = text.slice(end, (end += size));
    const number = seen.get(term) ?? seen.size;
    if (number === seen.size) seen.set(term, number);
    return number;
  });
}

/** One document of an article. */
interface Document {
  article: ArticleTerms;
  /** Where the article's terms are in the list of all. */
  places: Uint32Array;
  /** Which of the article's postings are its own. */
  from: number;
  to: number;
  /** The sum of its counts. */
  length: number;
}

function documentsOf(article: ArticleTerms, places: Uint32Array): Document[] {
  const { ends, lengths } = article;
  return lengths.map((length, number) => ({
    article,
    places,
    from: ends[number - 1] ?? 0,
    to: ends[number]!,
    length,
  }));
}

function postingLists(documents: readonly Document[], terms: number): PostingLists {
  const starts = startsOf(documents, terms);
  const size = starts[terms]!;
  const lists = { starts, documents: new Uint32Array(size), weights: new Uint8Array(size) };
  const average = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length);
  const next = starts.slice();
  documents.forEach(({ article, places, from, to, length }, number) => {
    const { counts, postingTerms, postingCounts } = article;
    const norm = K1 * (1 - B + (B * length) / average);
    for (let at = from; at < to; at++) {
      const free = next[places[postingTerms[at]!]!]!++;
      lists.documents[free] = number;
      lists.weights[free] = weightOf(counts[postingCounts[at]!]!, norm);
    }
  });
  return lists;
}

/** Where the postings of each term begin: behind as many as the terms before it have. */
function startsOf(documents: readonly Document[], terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  for (const { article, places, from, to } of documents)
    for (let at = from; at < to; at++) starts[places[article.postingTerms[at]!]! + 1]!++;
  for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!;
  return starts;
}

/** A count's BM25 weight, which is less than K1 + 1, in 16 steps; a choice, which counts 0, has the least. */
function weightOf(count: number, norm: number): number {
  if (count === 0) return 1;
  const weight = (count * (K1 + 1)) / (count + norm);
  return Math.min(16, Math.max(1, Math.round((weight / (K1 + 1)) * 16)));
}
