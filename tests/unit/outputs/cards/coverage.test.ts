import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cover, type Outline } from '../../../../src/outputs/cards/coverage.ts';
import { canWrite, glyphOf, type Weight } from '../../../../src/outputs/cards/font.ts';

/** Latin and Cyrillic with their supplements and extensions, of what the font has. */
const CHARACTERS = [
  ...range(0x21, 0x7e),
  ...range(0xa1, 0x17f),
  ...range(0x400, 0x4ff),
  ...range(0x2013, 0x20bf),
]
  .filter(canWrite)
  .filter((character) => glyphOf(character, 400)!.outline.length > 0);

const SQUARE: Outline = [
  [0, 0, 0, 1],
  [0, 1, 1, 1],
  [1, 1, 1, 0],
  [1, 0, 0, 0],
];

describe('the coverage of an outline', () => {
  it('is all of the pixels inside', () => {
    expect(cover(SQUARE, 2, 0)).toEqual({
      left: 0,
      top: -2,
      width: 2,
      height: 2,
      shares: new Uint8Array(4).fill(255),
    });
  });

  it('is a part of the pixels at the edges', () => {
    expect(cover(SQUARE, 1, 0.25)).toEqual({
      left: 0,
      top: -1,
      width: 2,
      height: 1,
      shares: Uint8Array.of(191, 64),
    });
  });

  it('is half of a pixel below a diagonal', () => {
    const triangle = [
      [0, 0, 1, 1],
      [1, 1, 1, 0],
      [1, 0, 0, 0],
    ];
    expect([...cover(triangle, 2, 0).shares]).toEqual([0, 128, 128, 255]);
  });

  it('is nothing for a blank', () => {
    expect(cover([], 40, 0.5)).toEqual({ left: 0, top: 0, width: 0, height: 0, shares: new Uint8Array() });
  });

  it.each([400, 700] as const)(
    'equals that of another program for every character, in weight %i',
    async (weight) => {
      const cells = CHARACTERS.map((character, index) => ({
        character,
        x: 16 + 64 * (index % 16),
        row: index >> 4,
      }));
      const paths = cells.map(
        ({ character, x, row }) =>
          `<path transform="translate(${x} ${64 * row + 48})" d="${svgPath(character, weight, 40)}"/>`,
      );
      const size = { width: 1024, height: 64 * Math.ceil(cells.length / 16) };
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" fill="#fff">${paths.join('')}</svg>`;
      const other = await sharp(Buffer.from(svg))
        .flatten({ background: '#000' })
        .extractChannel(0)
        .raw()
        .toBuffer();
      for (const { character, x, row } of cells) {
        const { left, top, width, height, shares } = cover(glyphOf(character, weight)!.outline, 40, 0);
        expect(Math.max(...shares), character).toBeGreaterThan(100);
        const differences = Array.from(shares, (share, at) => {
          const line = 64 * row + 48 + top + Math.floor(at / width);
          return Math.abs(share - other[line * size.width + x + left + (at % width)]!);
        });
        const most = differences.reduce((a, b) => Math.max(a, b), 0);
        const average = differences.reduce((a, b) => a + b, 0) / (width * height);
        expect({ character, alike: most < 60 && average < 4 ? true : { most, average } }).toEqual({
          character,
          alike: true,
        });
      }
    },
  );
});

function svgPath(character: string, weight: Weight, size: number): string {
  const outline = glyphOf(character, weight)!.outline;
  let end = '';
  const parts = outline.map((edge) => {
    const at = edge.map((coordinate, index) => (index % 2 === 0 ? coordinate : -coordinate) * size);
    const begin = at.slice(0, 2).join(' ');
    const move = begin === end ? '' : `M${begin}`;
    end = at.slice(-2).join(' ');
    return `${move}${edge.length === 4 ? 'L' : 'Q'}${at.slice(2).join(' ')}`;
  });
  return parts.join('');
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
}
