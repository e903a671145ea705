import { codeLengths, codesOf } from './huffman.ts';

/** Deflate's symbols after those of single bytes: the end, and the first of 29 for how long a repetition is. */
const END = 256;
const FIRST_LENGTH = 257;
const SYMBOLS = 286;

/** The shortest and the longest repetition, in bytes. */
const SHORTEST = 3;
const LONGEST = 258;

/** For each length of a repetition its symbol and the bits that follow it (RFC 1951, 3.2.5). */
const LENGTH_SYMBOL = new Uint16Array(LONGEST + 1);
const EXTRA_BITS = new Uint8Array(LONGEST + 1);
const EXTRA = new Uint8Array(LONGEST + 1);
for (let symbol = FIRST_LENGTH, length = SHORTEST; symbol < SYMBOLS - 1; symbol++) {
  const bits = Math.max(0, ((symbol - FIRST_LENGTH) >> 2) - 1);
  for (let extra = 0; extra < 1 << bits && length < LONGEST; extra++, length++) {
    LENGTH_SYMBOL[length] = symbol;
    EXTRA_BITS[length] = bits;
    EXTRA[length] = extra;
  }
}
LENGTH_SYMBOL[LONGEST] = SYMBOLS - 1;

/** The order in which the lengths of the codes for code lengths are written. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Adler-32's modulus (RFC 1950). */
const MODULUS = 65521;

/**
 * Compresses bytes that are told as runs of the same byte into a zlib stream (RFC 1950, RFC 1951) of one block with codes
 * of its own. Repetitions are only ever of the byte before.
 *
 * Not Node's zlib: it must look at each byte of what is nearly all empty and takes twice as long, and what it writes may
 * differ with the build of zlib.
 */
export class RunDeflater {
  /** A byte, or 256 + the length of a repetition. */
  readonly #tokens: Uint16Array;
  #length = 0;
  readonly #frequencies = new Uint32Array(SYMBOLS);
  /** The two sums of Adler-32, not yet reduced: for some million bytes they are exact. */
  #low = 1;
  #high = 0;

  /** Takes at most so many bytes. */
  constructor(capacity: number) {
    this.#tokens = new Uint16Array(capacity + 1);
  }

  /** Adds a byte so many times, at least once. */
  add(byte: number, times: number): void {
    this.#high += times * this.#low + (byte * times * (times + 1)) / 2;
    this.#low += byte * times;
    this.#addToken(byte, byte);
    let left = times - 1;
    for (; left >= SHORTEST; left -= Math.min(left, LONGEST)) {
      const length = Math.min(left, LONGEST);
      this.#addToken(END + length, LENGTH_SYMBOL[length]!);
    }
    for (; left > 0; left--) this.#addToken(byte, byte);
  }

  /** The stream of what was added; after that there is nothing in it. */
  finish(): Uint8Array {
    this.#frequencies[END] = 1;
    const lengths = codeLengths(this.#frequencies);
    const out = new BitWriter(3 * this.#length + 512);
    out.write(0x0178, 16); // Deflate with a window of 32 KiB, fastest.
    writeCodes(out, lengths);
    this.#tokens[this.#length++] = END;
    out.writeAll(this.#tokens.subarray(0, this.#length), bitsOfTokens(lengths));
    const [high, low] = [this.#high % MODULUS, this.#low % MODULUS];
    const stream = out.finish([high >> 8, high & 0xff, low >> 8, low & 0xff]);
    [this.#length, this.#low, this.#high] = [0, 1, 0];
    this.#frequencies.fill(0);
    return stream;
  }

  #addToken(token: number, symbol: number): void {
    this.#tokens[this.#length++] = token;
    this.#frequencies[symbol]!++;
  }
}

/** The head of the block: code lengths are written in 4 bits each, two distances in one bit. */
function writeCodes(out: BitWriter, lengths: Uint8Array): void {
  out.write(0b101, 3); // The last block, with codes of its own.
  out.write(SYMBOLS - 257, 5);
  out.write(2 - 1, 5);
  out.write(ORDER.length - 4, 4);
  for (const symbol of ORDER) out.write(symbol < 16 ? 4 : 0, 3);
  const fourBits = codesOf(new Uint8Array(16).fill(4));
  for (const length of [...lengths, 1, 1]) out.write(fourBits[length]!, 4);
}

/** For each token its bits × 32 + how many they are; at most 15 + 5 + 1. */
function bitsOfTokens(lengths: Uint8Array): Uint32Array {
  const codes = codesOf(lengths);
  const bits = new Uint32Array(END + LONGEST + 1);
  for (let byte = 0; byte <= END; byte++) bits[byte] = (codes[byte]! << 5) | lengths[byte]!;
  for (let length = SHORTEST; length <= LONGEST; length++) {
    const symbol = LENGTH_SYMBOL[length]!;
    const code = codes[symbol]! | (EXTRA[length]! << lengths[symbol]!);
    // The distance, 1, is a bit 0 after the extra bits.
    bits[END + length] = (code << 5) | (lengths[symbol]! + EXTRA_BITS[length]! + 1);
  }
  return bits;
}

/** The tokens of which the only one is what is written. */
const SINGLE = Uint16Array.of(0);

/** Bytes of bits, the lowest first. */
class BitWriter {
  readonly #bytes: Uint8Array;
  #length = 0;
  #held = 0;
  #bits = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  write(value: number, bits: number): void {
    this.writeAll(SINGLE, Uint32Array.of(value * 32 + bits));
  }

  /** Writes the bits of each token, each bits × 32 + how many they are. */
  writeAll(tokens: Uint16Array, bitsOf: Uint32Array): void {
    const bytes = this.#bytes;
    let [length, held, bits] = [this.#length, this.#held, this.#bits];
    for (const token of tokens) {
      const entry = bitsOf[token]!;
      held |= (entry >>> 5) << bits;
      bits += entry & 31;
      for (; bits >= 8; bits -= 8) {
        bytes[length++] = held;
        held >>>= 8;
      }
    }
    [this.#length, this.#held, this.#bits] = [length, held, bits];
  }

  /** Fills the last byte and adds some whole ones. */
  finish(last: readonly number[]): Uint8Array {
    if (this.#bits > 0) this.write(0, 8 - this.#bits);
    this.#bytes.set(last, this.#length);
    return this.#bytes.subarray(0, this.#length + last.length);
  }
}
