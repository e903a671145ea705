import type { Tone } from './card-colours.ts';
import { CARD_SIZE, type Card } from './card.ts';
import { canWrite, widthOf, type Weight } from './font.ts';

/** A line of text on a card. */
export interface CardLine {
  /** Only characters that the font has. */
  text: string;
  weight: Weight;
  /** In pixels. */
  size: number;
  /** The start of its base line, in pixels from the card's upper left corner. */
  x: number;
  y: number;
  tone: Tone;
}

const MARGIN = 80;
const WIDTH = CARD_SIZE.width - 2 * MARGIN;

/** Sizes of the title. The first one that fits is used. */
const TITLE_SIZES = [76, 64, 54, 46, 40];
const TITLE_TOP = 150;
const TITLE_HEIGHT = 330;
const LINE = 1.2;

/** The position and size of each text on a card. */
export function layOut({ site, label, title, tags }: Card): CardLine[] {
  const { size, lines } = fitTitle(writable(title));
  return [
    line(writable(label), { weight: 700, size: 34, y: 118, tone: 'accent' }),
    ...lines.map((text, index) =>
      line(text, { weight: 700, size, y: TITLE_TOP + (index + 1) * size * LINE, tone: 'foreground' }),
    ),
    line(tags.map(writable).filter(Boolean).join(' · '), { weight: 400, size: 32, y: 520, tone: 'quiet' }),
    line(writable(site), { weight: 700, size: 34, y: 576, tone: 'foreground' }),
  ].filter(({ text }) => text !== '');
}

function line(text: string, style: Omit<CardLine, 'text' | 'x'>): CardLine {
  return { ...style, text: cut(text, style.weight, style.size), x: MARGIN };
}

function fitTitle(title: string): { size: number; lines: string[] } {
  for (const size of TITLE_SIZES) {
    const lines = breakLines(title, 700, size);
    if (lines.length <= linesOf(size)) return { size, lines };
  }
  const size = TITLE_SIZES.at(-1)!;
  const kept = linesOf(size) - 1;
  const lines = breakLines(title, 700, size);
  return { size, lines: [...lines.slice(0, kept), lines.slice(kept).join(' ')] };
}

/** How many lines of a title fit at this size. */
function linesOf(size: number): number {
  return Math.floor(TITLE_HEIGHT / (size * LINE));
}

/** Splits a text into lines, between words unless a single word is wider than the card. */
function breakLines(text: string, weight: Weight, size: number): string[] {
  const lines: string[] = [];
  const blank = widthOf(' ', weight);
  let line = '';
  let width = 0;
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, weight, size))) {
    const more = widthOf(word, weight);
    if (line === '') [line, width] = [word, more];
    else if ((width + blank + more) * size <= WIDTH)
      [line, width] = [`${line} ${word}`, width + blank + more];
    else {
      lines.push(line);
      [line, width] = [word, more];
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, weight: Weight, size: number): string[] {
  const piece = beginning(word, weight, WIDTH / size);
  return piece === word ? [word] : [piece, ...pieces(word.slice(piece.length), weight, size)];
}

/** A text cut to fit into a line, with an ellipsis at the cut. */
function cut(text: string, weight: Weight, size: number): string {
  if (beginning(text, weight, WIDTH / size) === text) return text;
  return `${beginning(text, weight, WIDTH / size - widthOf('…', weight)).trimEnd()}…`;
}

/** As much of a text as fits into a width, given in sizes of the font. */
function beginning(text: string, weight: Weight, most: number): string {
  let width = 0;
  let length = 0;
  for (const character of text) {
    width += widthOf(character, weight);
    if (width > most) break;
    length += character.length;
  }
  return text.slice(0, length);
}

/** A text without the characters that the font doesn't have, with single spaces. */
function writable(text: string): string {
  return Array.from(text.replace(/\s+/g, ' '))
    .filter((character) => canWrite(character))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}
