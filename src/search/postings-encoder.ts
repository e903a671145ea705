import { FIRST_WEIGHT } from './format.ts';
import type { PostingLists } from './inverted-index.ts';

const DIGITS = '0123456789abcdefghijklmnopqrstuv';

/** The most that one posting takes: seven digits in base 32 and a letter. */
const LONGEST_POSTING = 8;

/**
 * What gives the postings of a term, by its place, as `decodePostings` reads them: documents 0, 1, 9 with weights 3, 1,
 * 16 → `CA8P`. Bytes are written, for strings that grow by a character are many times slower.
 */
export function postingsEncoder({ starts, documents, weights }: PostingLists): (term: number) => string {
  const bytes = Buffer.alloc(LONGEST_POSTING * longest(starts));
  return (term) => {
    let length = 0;
    let before = -1;
    for (let at = starts[term]!; at < starts[term + 1]!; at++) {
      const distance = documents[at]! - before;
      if (distance !== 1) length = writeDigits(bytes, length, distance);
      bytes[length++] = FIRST_WEIGHT + weights[at]! - 1;
      before = documents[at]!;
    }
    return bytes.toString('latin1', 0, length);
  };
}

function longest(starts: Uint32Array): number {
  return starts.reduce((most, start, term) => Math.max(most, start - (starts[term - 1] ?? 0)), 0);
}

/** Writes a number in base 32; returns where it ends. */
function writeDigits(bytes: Uint8Array, from: number, number: number): number {
  const at = number < 32 ? from : writeDigits(bytes, from, number >>> 5);
  bytes[at] = DIGITS.charCodeAt(number & 31);
  return at + 1;
}
