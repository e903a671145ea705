import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeExcerpt, cutAround, proseExcerpt } from '../../../../src/search/plan/excerpt.ts';
import { markerOf, type Marker } from '../../../../src/search/plan/marks.ts';
import { parseQuery } from '../../../../src/search/plan/query.ts';

const FILLER = 'These words say nothing of it. '.repeat(20);

function of(query: string): Marker {
  return markerOf(parseQuery(query));
}

it('prose is cut around the query', () => {
  expect(proseExcerpt(`${FILLER}Both nodes hold the same files. ${FILLER}`, of('files nodes'))).toMatch(
    /^… .*Both nodes hold the same files\..* …$/,
  );
});

describe('a command', () => {
  it('of a few lines is shown whole', () => {
    const command = 'cat > /etc/a <<EOF\nb\nEOF';
    expect(codeExcerpt(command, of('cat'))).toBe(command);
  });

  it('of many lines is shown around the first match', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `line${at}`);
    expect(codeExcerpt(lines.join('\n'), of('line9'))).toBe(
      '…\nline8\nline9\nline10\nline11\nline12\nline13\n…',
    );
    expect(codeExcerpt(lines.join('\n'), of('absent'))).toBe('line0\nline1\nline2\nline3\nline4\nline5\n…');
    expect(codeExcerpt(lines.join('\n'), of('line19'))).toMatch(/^…\nline14\n.*\nline19$/s);
  });

  it('of one very long line is cut around the match', () => {
    const shown = codeExcerpt(`echo ${'A'.repeat(5000)} | base64 -d`, of('base64'));
    expect(shown).toContain('| base64 -d');
    expect(shown.length).toBeLessThan(450);
  });
});

describe('a cut', () => {
  it('leaves short text alone', () => {
    expect(cutAround('a b c', [], 10)).toBe('a b c');
  });

  it('starts at the beginning if the match is there', () => {
    expect(cutAround(`nodes ${FILLER}`, [{ start: 0, end: 5, chunk: 0 }], 100)).toMatch(/^nodes These.* …$/);
  });

  it('never splits a character, and always shows the match', () => {
    const texts = fc.array(fc.constantFrom('🐧', 'a', ' ', 'ж', '\n'), { maxLength: 300 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const start = before.join('').length;
        const text = `${before.join('')}KEY${after.join('')}`;
        const cut = cutAround(text, [{ start, end: start + 3, chunk: 0 }], 60);
        expect(cut).toContain('KEY');
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});
