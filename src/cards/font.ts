import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font, type Glyph } from 'fontkitten';

/** Regular and bold. */
export type Weight = 400 | 700;

/** The parts in which PT Sans comes; together they write Latin and Cyrillic. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'];

/** Every font that was read, by weight. Fonts of our own, so that a card is the same on every machine. */
const fonts = new Map<Weight, readonly Font[]>();

/** A character of a text, as drawn: its outline and how far it goes on, in thousandths of the size. */
interface Drawn {
  outline: string;
  advance: number;
}

const drawn = new Map<string, Drawn | undefined>();

/** Whether the font has a character. */
export function canWrite(character: string): boolean {
  return draw(character, 400) !== undefined;
}

/** How wide a text is, for a size of 1. What the font doesn't have, such as emoji, is left out. */
export function widthOf(text: string, weight: Weight): number {
  return Array.from(text).reduce((width, character) => width + (draw(character, weight)?.advance ?? 0), 0);
}

/** A line of text as SVG: each character's outline in its place. `x` and `y` are the beginning of its base line. */
export function textPath(text: string, weight: Weight, size: number, x: number, y: number): string {
  let at = 0;
  const pieces = Array.from(text).flatMap((character) => {
    const glyph = draw(character, weight);
    if (glyph === undefined) return [];
    const place = at;
    at += glyph.advance;
    return glyph.outline === ''
      ? []
      : [`<path transform="translate(${round(place * 1000)})" d="${glyph.outline}"/>`];
  });
  const scale = round(size / 1000);
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${scale} ${-scale})">${pieces.join('')}</g>`;
}

function draw(character: string, weight: Weight): Drawn | undefined {
  const key = `${weight}${character}`;
  if (!drawn.has(key)) drawn.set(key, read(character.codePointAt(0)!, weight));
  return drawn.get(key);
}

function read(codePoint: number, weight: Weight): Drawn | undefined {
  const font = fontsOf(weight).find((candidate) => candidate.hasGlyphForCodePoint(codePoint));
  if (font === undefined) return undefined;
  const glyph: Glyph = font.glyphForCodePoint(codePoint);
  const scale = 1000 / font.unitsPerEm;
  return { outline: glyph.path.scale(scale).toSVG(), advance: glyph.advanceWidth / font.unitsPerEm };
}

function fontsOf(weight: Weight): readonly Font[] {
  const known = fonts.get(weight) ?? SUBSETS.map((subset) => readFont(subset, weight));
  fonts.set(weight, known);
  return known;
}

function readFont(subset: string, weight: Weight): Font {
  const file = `@fontsource/pt-sans/files/pt-sans-${subset}-${weight}-normal.woff`;
  // Not from this file, which a build puts into a bundle somewhere else.
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  const font = create(readFileSync(resolve(file)));
  if (font.isCollection) throw new Error(`${file} is not one font.`);
  return font;
}

/** No more digits than show. */
function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
