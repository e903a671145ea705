import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/outputs/cards/card-layout.ts';
import { widthOf } from '../../../../src/outputs/cards/font.ts';
import { aCard } from './a-card.ts';

const LONG = Array.from({ length: 80 }, (_, index) => `word${index}`).join(' ');

describe('the layout of a card', () => {
  it('has label, title, tags and site from top to bottom', () => {
    expect(layOut(aCard())).toEqual([
      { text: 'Guide', weight: 700, size: 34, x: 80, y: 118, tone: 'accent' },
      { text: 'Xen Summit 2011', weight: 700, size: 76, x: 80, y: 241.2, tone: 'foreground' },
      { text: 'Xen · Linux', weight: 400, size: 32, x: 80, y: 520, tone: 'quiet' },
      { text: 'Opsnotes', weight: 700, size: 34, x: 80, y: 576, tone: 'foreground' },
    ]);
  });

  it('has no line for missing parts', () => {
    expect(texts({ label: '', tags: ['🚀'], title: '' })).toEqual(['Opsnotes']);
  });

  it.each([
    ['short', 'Short', 76],
    [
      'of four lines',
      'GlusterFS on two nodes, and what came of it after one more month of work with many small files',
      64,
    ],
    ['longer than a card', LONG, 40],
  ])('gives a title that is %s the size in which it fits', (_, title, size) => {
    expect(titleLines(title).map((line) => line.size)).toContain(size);
    expect(new Set(titleLines(title).map((line) => line.size)).size).toBe(1);
  });

  it('keeps all words of a title that fits, in their order', () => {
    const title = 'Как перенести GlusterFS на DRBD и OCFS2 без остановки — «ёлки» и подъезды';
    expect(
      titleLines(title)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(title);
  });

  it('cuts what doesn’t fit, with an ellipsis', () => {
    const [last, ...others] = titleLines(LONG)
      .map(({ text }) => text)
      .toReversed();
    expect(LONG.startsWith([...others.toReversed(), last!.slice(0, -1)].join(' '))).toBe(true);
    expect(last).toMatch(/[^ ]…$/);
    expect(texts({ tags: LONG.split(' ') }).at(-2)).toMatch(/^word0 · word1 · .*…$/);
    expect(texts({ site: LONG }).at(-1)).toMatch(/…$/);
  });

  it('breaks a word that is wider than a card, and no other', () => {
    const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    expect(
      titleLines(word)
        .map(({ text }) => text)
        .join(''),
    ).toBe(word);
    expect(titleLines(`${word} und mehr`).at(-1)!.text).toMatch(/ und mehr$/);
  });

  it('is never wider than its margins', () => {
    const lines = ['a'.repeat(500), LONG, 'Ж'.repeat(90), 'iW'.repeat(99)].flatMap((text) =>
      layOut(aCard({ title: text, site: text, tags: [text], label: text })),
    );
    for (const { text, weight, size } of lines)
      expect(widthOf(text, weight) * size).toBeLessThanOrEqual(1040);
  });

  it('leaves out what the font lacks, and the spaces around it', () => {
    expect(texts({ title: '  Ship it 🚀 now 🎉\n— “quoted”… 漢字 ', tags: ['🎉', ' ok '] })).toEqual([
      'Guide',
      'Ship it now — “quoted”…',
      'ok',
      'Opsnotes',
    ]);
  });
});

function texts(given: Parameters<typeof aCard>[0]): string[] {
  return layOut(aCard(given)).map(({ text }) => text);
}

/** A title's lines, without the tags and the site below it. */
function titleLines(title: string): ReturnType<typeof layOut> {
  return layOut(aCard({ title, label: '' })).slice(0, -2);
}
