import { TONES, type Tone } from './card-colours.ts';
import { cover, type Coverage } from './coverage.ts';
import { glyphOf, type Weight } from './font.ts';

/** The pixels of a glyph, two a byte as in a picture. */
export interface Mask {
  /** The box's upper left corner, counted from the glyph's origin in bytes and rows. */
  left: number;
  top: number;
  /** In bytes. */
  width: number;
  /** In rows. */
  height: number;
  pairs: Uint8Array;
}

/** How a line of text is painted. `size` is in pixels. */
export interface Style {
  weight: Weight;
  size: number;
  tone: Tone;
}

/** Glyphs are placed at halves of a pixel only, so that each has just four masks. */
const PARTS = 2;

/** All masks drawn so far, by style and position within a pair of pixels, then by character. */
const masks = new Map<string, Map<string, Mask>>();

/** A character's mask at `x` pixels from the left, and the byte of its origin. The mask of a space is empty. */
export function maskAt(character: string, style: Style, x: number): { mask: Mask; origin: number } {
  const parts = Math.round(x * PARTS);
  const origin = Math.floor(parts / (2 * PARTS));
  const shift = parts / PARTS - 2 * origin;
  return { mask: maskOf(character, style, shift), origin };
}

function maskOf(character: string, { weight, size, tone }: Style, shift: number): Mask {
  const key = `${weight} ${size} ${tone} ${shift}`;
  const known = masks.get(key) ?? new Map<string, Mask>();
  masks.set(key, known);
  const outline = glyphOf(character, weight)?.outline ?? [];
  const mask = known.get(character) ?? pack(cover(outline, size, shift), TONES[tone]);
  known.set(character, mask);
  return mask;
}

/** Two pixels a byte, each as the index of its colour. */
function pack(coverage: Coverage, shades: Uint8Array): Mask {
  const left = Math.floor(coverage.left / 2);
  const width = Math.ceil((coverage.left + coverage.width) / 2) - left;
  const pairs = new Uint8Array(width * coverage.height);
  coverage.shares.forEach((share, at) => {
    const column = (at % coverage.width) + coverage.left - 2 * left;
    const row = Math.floor(at / coverage.width);
    pairs[row * width + (column >> 1)]! |= shades[share]! << (column % 2 === 0 ? 4 : 0);
  });
  return { left, top: coverage.top, width, height: coverage.height, pairs };
}
