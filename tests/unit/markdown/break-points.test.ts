import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { breakOffsets, withBreaks } from '../../../src/markdown/break-points.ts';

/** A line cut where it may break. */
function pieces(text: string): string[] {
  const offsets = breakOffsets(text);
  return [0, ...offsets].map((from, index) => text.slice(from, offsets[index]));
}

describe('a line of code', () => {
  it('that fits every screen never wraps', () => {
    expect(pieces('iptables -F --table filter')).toEqual(['iptables -F --table filter']);
  });

  it('wraps after spaces, and never within a flag or a short path', () => {
    expect(pieces('glusterfs-volgen --name store1 --raid 1')).toEqual([
      'glusterfs-volgen ',
      '--name ',
      'store1 ',
      '--raid ',
      '1',
    ]);
  });

  it('keeps leading spaces together with the first word', () => {
    expect(pieces('        option remote-host gluster1')[0]).toBe('        option ');
  });

  it('breaks a word longer than a row after punctuation', () => {
    expect(pieces('/var/lib/glusterd/vols/store1/gluster1.export-store1.vol')).toEqual([
      '/var/lib/',
      'glusterd/',
      'vols/store1/',
      'gluster1.export-store1.v',
      'ol',
    ]);
  });

  it('wraps even without any space, and no piece is longer than a row', () => {
    const found = pieces('a'.repeat(2_000));
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(24);
  });

  it('never splits a character', () => {
    for (const piece of pieces('🐧'.repeat(100))) expect(piece.isWellFormed()).toBe(true);
  });
});

describe('the content of a line', () => {
  it('can wrap within tokens and between them', () => {
    const line: ElementContent[] = [
      h('span', { className: 'prompt' }, '# '),
      h('span', ['echo "a long text', { type: 'text', value: ' of words" > ' }]),
      { type: 'text', value: '/mnt/test.txt' },
    ];
    expect(toHtml(withBreaks(line, toString({ type: 'root', children: line })))).toBe(
      '<span class="prompt"># </span><span><wbr>echo <wbr>"a <wbr>long <wbr>text <wbr>of <wbr>words" <wbr>> </span><wbr>/mnt/test.txt',
    );
  });

  it('stays the same text, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 })), (texts) => {
        const line = texts.map((text) => h('span', text));
        const text = texts.join('');
        expect(toString({ type: 'root', children: withBreaks(line, text) })).toBe(text);
      }),
    );
  });
});
