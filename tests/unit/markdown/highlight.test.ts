import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../../src/markdown/highlight.ts';

describe('highlighted code', () => {
  it('has few looks, and neighbours of one look are joined', async () => {
    expect(await highlight('iptables -F # clear', 'shellscript')).toEqual([
      [
        { text: 'iptables ', look: 'tk-name' },
        { text: '-F ', look: 'tk-value' },
        { text: '# clear', look: 'tk-comment' },
      ],
    ]);
    expect(await highlight('[a]\nb = c # d', 'ini')).toEqual([
      [{ text: '[a]', look: 'tk-name' }],
      [
        { text: 'b', look: 'tk-name' },
        { text: ' = c ', look: undefined },
        { text: '# d', look: 'tk-comment' },
      ],
    ]);
  });

  it.each(['quux', '', 'text', 'constructor', '__proto__', 'toString'])(
    'is plain in an unknown language: %j',
    async (language) => {
      expect(await highlight('a <b>\n\n c', language)).toEqual([
        [{ text: 'a <b>', look: undefined }],
        [{ text: '', look: undefined }],
        [{ text: ' c', look: undefined }],
      ]);
    },
  );

  it('loses the carriage returns of CRLF line endings, and nothing else', async () => {
    expect(await textOf('ls\r\npwd\r\n', 'shellscript')).toBe('ls\npwd\n');
  });

  it.each(['shellscript', 'ini', 'yaml', 'nginx', 'python', 'sql', 'diff', 'json', 'quux'])(
    'is the same text: %s',
    async (language) => {
      const piece = fc.constantFrom(
        ...'a|-F|"|\'|$b|#|{{c}}|{{|}}|<|&|\\|\n|\t| |[d]|=|:|`|/*|é|🐧|\u200B'.split('|'),
      );
      const text = fc.oneof(
        fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\r', '')),
        fc.array(piece).map((pieces) => pieces.join('')),
      );
      await fc.assert(
        fc.asyncProperty(text, async (code) => {
          expect(await textOf(code, language)).toBe(code);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('never has two neighbours with the same look', async () => {
    const piece = fc.constantFrom('ls ', '-a ', '"b" ', '$c ', '| ', '# d', '\n');
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (pieces) => {
        for (const line of await highlight(pieces.join(''), 'shellscript')) {
          line.slice(1).forEach((token, index) => {
            expect(token.look).not.toBe(line[index]?.look);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

async function textOf(code: string, language: string): Promise<string> {
  const lines = await highlight(code, language);
  return lines.map((tokens) => tokens.map(({ text }) => text).join('')).join('\n');
}
