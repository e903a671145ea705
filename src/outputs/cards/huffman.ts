/** The longest code of deflate, in bits. */
const LONGEST = 15;

/** Room for a symbol below its frequency in a number by which both are sorted. */
const SYMBOLS = 512;

/** How often each symbol is used → how many bits its code has, 0 for one that isn't. At least two must be used. */
export function codeLengths(frequencies: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(frequencies.length);
  for (let rounding = 1; ; rounding *= 2) {
    const used = sortedSymbols(frequencies, rounding);
    const depths = depthsOf(used.map((entry) => Math.floor(entry / SYMBOLS)));
    // Frequencies that are more alike make a tree that is less deep.
    if (depths[0]! > LONGEST) continue;
    used.forEach((entry, index) => (lengths[entry % SYMBOLS] = depths[index]!));
    return lengths;
  }
}

/** Canonical codes of these lengths (RFC 1951, 3.2.2), their first bit the lowest as deflate writes them. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= LONGEST; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] === length) codes[symbol] = reverse(code++, length);
    }
    code *= 2;
  }
  return codes;
}

/** The used symbols, rarest first: for each its frequency × `SYMBOLS` + itself. */
function sortedSymbols(frequencies: Uint32Array, rounding: number): Float64Array {
  const used: number[] = [];
  frequencies.forEach((frequency, symbol) => {
    if (frequency > 0) used.push(Math.ceil(frequency / rounding) * SYMBOLS + symbol);
  });
  return Float64Array.from(used).sort();
}

/** Huffman's tree of ascending weights: how deep each is in it, so the first is deepest. */
function depthsOf(weights: Float64Array): Uint8Array {
  const leaves = weights.length;
  const sums = new Float64Array(leaves - 1);
  const parents = new Uint16Array(2 * leaves - 1);
  let leaf = 0;
  let sum = 0;
  const takeLightest = (parent: number): number => {
    const isLeaf = leaf < leaves && (sum === parent || weights[leaf]! <= sums[sum]!);
    parents[isLeaf ? leaf : leaves + sum] = leaves + parent;
    return isLeaf ? weights[leaf++]! : sums[sum++]!;
  };
  for (let parent = 0; parent < leaves - 1; parent++) {
    sums[parent] = takeLightest(parent) + takeLightest(parent);
  }
  const depths = new Uint8Array(2 * leaves - 1);
  for (let node = 2 * leaves - 3; node >= 0; node--) depths[node] = depths[parents[node]!]! + 1;
  return depths.subarray(0, leaves);
}

function reverse(code: number, length: number): number {
  let reversed = 0;
  for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
  return reversed;
}
