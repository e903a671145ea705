import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font, type PathCommand } from 'fontkitten';
import type { Outline } from './coverage.ts';

/** Regular and bold. */
export type Weight = 400 | 700;

/** A character of the font at size 1: its outline from the start of the base line, with y upwards. */
export interface Glyph {
  outline: Outline;
  /** The distance to the next character. */
  advance: number;
}

/** The files that PT Sans is split into. Together they have Latin and Cyrillic. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'];

/** The fonts read so far, by weight. They come with the project, so cards are the same on every machine. */
const fonts = new Map<Weight, readonly Font[]>();

/** The characters looked up so far, by weight; `undefined` if the font doesn't have them. */
const glyphs = {
  400: new Map<string, Glyph | undefined>(),
  700: new Map<string, Glyph | undefined>(),
};

/** Whether the font has a character. */
export function canWrite(character: string): boolean {
  return glyphOf(character, 400) !== undefined;
}

/** The width of a text at size 1, without characters that the font doesn't have, such as emoji. */
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

/** Each edge with its start. A TrueType font has lines and quadratic curves; `args` are the points after the start. */
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
  // Not relative to this file, because a build bundles it into another folder.
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  const font = create(readFileSync(resolve(file)));
  if (font.isCollection) throw new Error(`${file} is not one font.`);
  return font;
}
