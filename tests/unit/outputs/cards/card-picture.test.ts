import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cardPicture } from '../../../../src/outputs/cards/card-picture.ts';
import type { Card } from '../../../../src/outputs/cards/card.ts';
import { aCard } from './a-card.ts';

const BACKGROUND = '#14222b';
const FOREGROUND = '#ffffff';
const QUIET = '#a9bcc6';
const ACCENT = '#3fb0ac';

describe('the picture of a card', () => {
  it('is a PNG of 1200 × 630 pixels of at most 16 kB', async () => {
    const picture = cardPicture(aCard());
    const { format, width, height, isPalette, bitsPerSample } = await sharp(picture).metadata();
    expect({ format, width, height, isPalette, bitsPerSample }).toEqual({
      format: 'png',
      width: 1200,
      height: 630,
      isPalette: true,
      bitsPerSample: 4,
    });
    expect(picture.length).toBeLessThan(16_000);
  });

  it('has each text in its colour and place, and nothing elsewhere', async () => {
    const pixels = await decode(aCard());
    expect(pixels.colours(0, 24, 0, 630)).toEqual(new Set([ACCENT]));
    expect(pixels.brightest(24, 1200, 84, 130)).toBe(ACCENT);
    expect(pixels.brightest(24, 1200, 170, 262)).toBe(FOREGROUND);
    expect(pixels.brightest(24, 1200, 490, 530)).toBe(QUIET);
    expect(pixels.brightest(24, 1200, 545, 590)).toBe(FOREGROUND);
    for (const [top, bottom] of [
      [0, 84],
      [130, 170],
      [262, 490],
      [590, 630],
    ] as const) {
      expect(pixels.colours(24, 1200, top, bottom)).toEqual(new Set([BACKGROUND]));
    }
    expect(pixels.colours(24, 80, 0, 630)).toEqual(new Set([BACKGROUND]));
    expect(pixels.colours(1120, 1200, 0, 630)).toEqual(new Set([BACKGROUND]));
  });

  it('has smooth edges', async () => {
    const title = await decode(aCard({ title: 'Oo' }));
    expect(title.colours(80, 1200, 170, 262).size).toBeGreaterThan(7);
  });

  it('has the same glyph wherever the character stands', async () => {
    const pixels = await decode(aCard({ title: 'HHHHHHHH' }));
    // Glyphs are placed at half pixels, so two of them have at most four looks.
    const columns = Array.from({ length: 1040 }, (_, x) => pixels.column(80 + x, 170, 262));
    const ink = columns.filter((column) => column.some((colour) => colour !== BACKGROUND)).map(String);
    expect(new Set(ink).size).toBeLessThan(16);
  });

  it('is the same for the same card, whatever was drawn before', () => {
    const first = cardPicture(aCard());
    cardPicture(aCard({ title: 'Что-то другое, и подлиннее: ÅÉÎ', tags: [], label: '' }));
    expect(cardPicture(aCard())).toEqual(first);
    expect(cardPicture(aCard({ title: 'Xen Summit 2012' }))).not.toEqual(first);
  });

  it('has the same pixels on every machine', async () => {
    const pixels = await sharp(cardPicture(aCard())).removeAlpha().raw().toBuffer();
    // Update this when the look of cards changes.
    expect(createHash('sha256').update(pixels).digest('hex')).toMatchInlineSnapshot(
      `"bbe28628d15df8644756bafddb957afa4524d1476bf2b3e6914450fa4e34b2cc"`,
    );
  });

  it.each<[string, Partial<Card>]>([
    ['nothing on it', { site: '', label: '', title: '', tags: [] }],
    ['only what can’t be written', { site: '🚀', label: '漢', title: '🎉🎉', tags: ['🚀'] }],
    [
      'a text that goes to the edge',
      { site: 'W'.repeat(300), title: 'Ǻ'.repeat(300), tags: ['j'.repeat(300)] },
    ],
    ['glyphs that lie upon each other', { title: 'fïfïjjÏĵ A\u0301V\u0301 Щ̆ ґ́' }],
  ])('can have %s', async (_, given) => {
    const pixels = await decode(aCard(given));
    expect(pixels.colours(0, 24, 0, 630)).toEqual(new Set([ACCENT]));
    expect(pixels.colours(1160, 1200, 0, 630)).toEqual(new Set([BACKGROUND]));
  });
});

/** A card's pixels as another program reads them. */
async function decode(card: Card) {
  const { data, info } = await sharp(cardPicture(card))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colour = (x: number, y: number): string => {
    const at = (y * info.width + x) * info.channels;
    return `#${data.toString('hex', at, at + 3)}`;
  };
  const column = (x: number, top: number, bottom: number): string[] =>
    Array.from({ length: bottom - top }, (_, y) => colour(x, top + y));
  const colours = (left: number, right: number, top: number, bottom: number): Set<string> =>
    new Set(Array.from({ length: right - left }, (_, x) => column(left + x, top, bottom)).flat());
  return {
    column,
    colours,
    brightest: (...box: [number, number, number, number]) =>
      [...colours(...box)].sort((a, b) => green(a) - green(b)).at(-1),
  };
}

function green(colour: string): number {
  return Number.parseInt(colour.slice(3, 5), 16);
}
