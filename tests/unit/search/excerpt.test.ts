import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandExcerpt, cutAround, excerptOf } from '../../../src/search/excerpt.ts';
import { markerOf } from '../../../src/search/mark.ts';

const FILLER = 'These words say nothing of it. '.repeat(20);

describe('the excerpt of an article', () => {
  const sections = [
    { id: '', title: '', text: 'An introduction that names nodes.' },
    { id: 'set-up', title: 'The set-up', text: `${FILLER}Both nodes hold the same files. ${FILLER}` },
    { id: 'files', title: 'Files', text: 'What is where.' },
  ];

  it('is of the section that has most of the query, cut around it', () => {
    expect(excerptOf(sections, markerOf('files on nodes '))).toEqual({
      id: 'set-up',
      title: 'The set-up',
      text: expect.stringMatching(/^… .*Both nodes hold the same files\..* …$/) as string,
    });
  });

  it('counts a heading for more than a text', () => {
    expect(excerptOf(sections, markerOf('files '))?.id).toBe('files');
  });

  it('is of the first of two sections that have as much', () => {
    expect(excerptOf(sections, markerOf('nodes '))?.id).toBe('');
  });

  it('is none where no section has anything', () => {
    expect(excerptOf(sections, markerOf('glusterfs'))).toBeUndefined();
    expect(excerptOf([], markerOf('nodes'))).toBeUndefined();
  });
});

describe('a command', () => {
  it('of a few lines is shown whole', () => {
    const command = 'cat > /etc/a <<EOF\nb\nEOF';
    expect(commandExcerpt(command, markerOf('cat'))).toBe(command);
  });

  it('of many lines is shown around the first that was searched', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `line${at}`);
    expect(commandExcerpt(lines.join('\n'), markerOf('line9 '))).toBe(
      '…\nline8\nline9\nline10\nline11\nline12\nline13\n…',
    );
    expect(commandExcerpt(lines.join('\n'), markerOf('absent'))).toBe(
      'line0\nline1\nline2\nline3\nline4\nline5\n…',
    );
    expect(commandExcerpt(lines.join('\n'), markerOf('line19 '))).toMatch(/^…\nline14\n.*\nline19$/s);
  });

  it('of one very long line is cut around what was searched', () => {
    const command = `echo ${'A'.repeat(5000)} | base64 -d`;
    const shown = commandExcerpt(command, markerOf('base64 '));
    expect(shown).toContain('| base64 -d');
    expect(shown.length).toBeLessThan(450);
  });
});

describe('a cut', () => {
  it('leaves alone what is short enough', () => {
    expect(cutAround('a b c', [], 10)).toBe('a b c');
  });

  it('begins at the beginning where what was searched is there', () => {
    expect(cutAround(`nodes ${FILLER}`, [{ start: 0, end: 5, term: 0 }], 100)).toMatch(/^nodes These.* …$/);
  });

  it('never cuts a character in two, and always shows what was searched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('🐧', 'a', ' ', 'ж', '\n'), { maxLength: 300 }),
        fc.array(fc.constantFrom('🐧', 'a', ' ', 'ж'), { maxLength: 300 }),
        (before, after) => {
          const start = before.join('').length;
          const text = `${before.join('')}KEY${after.join('')}`;
          const cut = cutAround(text, [{ start, end: start + 3, term: 0 }], 60);
          expect(cut).toContain('KEY');
          expect(cut.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
