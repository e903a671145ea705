import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ampersands } from '../../../src/import/read/ampersands.ts';

/** Mends a text that comes in pieces, and lists the lines of the faults. */
function mended(pieces: readonly string[]): { text: string; lines: number[] } {
  const lines: number[] = [];
  const ampersands = new Ampersands(({ line }) => lines.push(line));
  const done = pieces.map((piece) => ampersands.mend(piece));
  return { text: [...done, ampersands.end()].join(''), lines };
}

describe('Ampersands', () => {
  it('become references, except those that begin one or are literal', () => {
    const { text, lines } = mended([
      '<a>R&D &amp; &#160;&#xA0;\n&</a>\n<![CDATA[a && b]]>\n<!-- & --><? & ?>\n& <![cdata[&',
    ]);
    expect(text).toBe(
      '<a>R&amp;D &amp; &#160;&#xA0;\n&amp;</a>\n<![CDATA[a && b]]>\n<!-- & --><? & ?>\n&amp; <![cdata[&',
    );
    expect(lines).toEqual([1, 2, 5]);
  });

  it('are the same in a text that comes in pieces, wherever it is cut', () => {
    const part = fc.constantFrom(
      '&',
      'a',
      ';',
      '#',
      '1',
      '\n',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '?>',
      '<',
      '!',
      ']',
    );
    fc.assert(
      fc.property(fc.array(part), fc.array(fc.nat(40)), (parts, cuts) => {
        const text = parts.join('');
        const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
        const pieces = [0, ...places].map((from, index) => text.slice(from, places[index]));
        expect(mended(pieces)).toEqual(mended([text]));
      }),
      { numRuns: 2000 },
    );
  });
});
