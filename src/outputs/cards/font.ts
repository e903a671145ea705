import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font, type PathCommand } from 'fontkitten';
import type { Outline } from './coverage.ts';

/** Regular and bold. */
export type Weight = 400 | 700;

/** A character as the font has it, for a size of 1: its outline from the base line's beginning, y upwards. */
export interface Glyph {
  outline: Outline;
  /** How far the next character is. */
  advance: number;
}

/** The parts in which PT Sans comes; together they write Latin and Cyrillic. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'];

/** Every font that was read, by weight. Fonts of our own, so that a card is the same on every machine. */
const fonts = new Map<Weight, readonly Font[]>();

/** Every character that was asked for, by weight; `undefined` for what the font doesn't have. */
const glyphs = {
  400: new Map<string, Glyph | undefined>(),
  700: new Map<string, Glyph | undefined>(),
};

/** Whether the font has a character. */
export function canWrite(character: string): boolean {
  return glyphOf(character, 400) !== undefined;
}

/** How wide a text is, for a size of 1. What the font doesn't have, such as emoji, is left out. */
export function widthOf(text: string, weight: Weight): number {
  let width = 0;
  for (const character of text) width += glyphOf(character, weight)?.advance ?? 0;
  return width;
}

/** A character's glyph, or `undefined` if the font has none. */
export function glyphOf(character: string, weight: Weight): Glyph | undefined {
  const known = glyphs[weight];
  if (!known.has(character)) known.set(character, read(character.codePointAt(0)!, weight));
  return known.get(character);
}

function read(codePoint: number, weight: Weight): Glyph | undefined {
  const font = fontsOf(weight).find((candidate) => candidate.hasGlyphForCodePoint(codePoint));
  if (font === undefined) return undefined;
  const { path, advanceWidth } = font.glyphForCodePoint(codePoint);
  const outline = edgesOf(path.commands).map((edge) => edge.map((unit) => unit / font.unitsPerEm));
  return { outline, advance: advanceWidth / font.unitsPerEm };
}

/** Each edge with its beginning. A TrueType font has lines and quadratic curves, `args` being the points after that. */
function edgesOf(commands: readonly PathCommand[]): Outline {
  let start: readonly number[] = [];
  let at: readonly number[] = [];
  return commands.flatMap(({ command, args }) => {
    const edge = [...at, ...(command === 'closePath' ? start : args)];
    if (command === 'moveTo') start = args;
    at = edge.slice(-2);
    return command === 'moveTo' ? [] : [edge];
  });
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
