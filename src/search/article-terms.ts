import type { Terms } from './terms.ts';

/** The terms of one article's documents, with the count of each in each: plain and small. */
export interface ArticleTerms {
  /** Every term once, one after the other without anything between. */
  text: string;
  /** The length of each. */
  sizes: Naturals;
  /** Every count that a term has in a document, once; 0 is that of a choice. */
  counts: number[];
  /** The postings, document after document: of each the term's number, from 0 in the order of `text`, … */
  postingTerms: Naturals;
  /** … and the count's place in `counts`. */
  postingCounts: Naturals;
  /** Where each document's postings end. */
  ends: Naturals;
  /** The sum of each document's counts. */
  lengths: number[];
}

/** Natural numbers in as few bytes as the greatest needs. */
export type Naturals = Uint8Array | Uint16Array | Uint32Array;

/** Collects the terms of an article's documents, one document after the other. */
export class ArticleTermsWriter {
  /** Every term with its number. */
  private readonly numbers = new Map<string, number>();
  private readonly counts: number[] = [];
  private readonly postingTerms: number[] = [];
  private readonly postingCounts: number[] = [];
  private readonly ends: number[] = [];
  private readonly lengths: number[] = [];
  /** The terms of the document at hand, by number, without choices. */
  private own: number[] = [];
  /** Of every term, by number, its count in the document at hand. */
  private readonly sums: number[] = [];

  /** Adds terms to the document at hand. */
  add(terms: Terms): void {
    for (const [term, count] of terms) this.addOne(term, count);
  }

  /** @param count more than 0 */
  addOne(term: string, count: number): void {
    const number = this.numberOf(term);
    const sum = this.sums[number]!;
    if (sum === 0) this.own.push(number);
    this.sums[number] = sum + count;
  }

  /** The document at hand has all its terms; the next begins. */
  endDocument(choices: readonly string[]): void {
    let length = 0;
    for (const number of this.own) {
      const count = this.sums[number]!;
      this.post(number, count);
      length += count;
      this.sums[number] = 0;
    }
    for (const choice of new Set(choices)) this.post(this.numberOf(choice), 0);
    this.own = [];
    this.ends.push(this.postingTerms.length);
    this.lengths.push(length);
  }

  /** The terms of all documents that have ended. */
  all(): ArticleTerms {
    const terms = [...this.numbers.keys()];
    return {
      text: terms.join(''),
      sizes: naturals(terms.map((term) => term.length)),
      counts: this.counts,
      postingTerms: naturals(this.postingTerms),
      postingCounts: naturals(this.postingCounts),
      ends: naturals(this.ends),
      lengths: this.lengths,
    };
  }

  private numberOf(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    this.numbers.set(term, this.sums.length);
    return this.sums.push(0) - 1;
  }

  private post(number: number, count: number): void {
    const known = this.counts.indexOf(count);
    this.postingTerms.push(number);
    this.postingCounts.push(known < 0 ? this.counts.push(count) - 1 : known);
  }
}

function naturals(list: readonly number[]): Naturals {
  let greatest = 0;
  for (const number of list) if (number > greatest) greatest = number;
  const Fitting = greatest < 0x100 ? Uint8Array : greatest < 0x10000 ? Uint16Array : Uint32Array;
  return new Fitting(list);
}
