import { canWrite, textPath, widthOf, type Weight } from './font.ts';

/** What stands on a card. */
export interface Card {
  /** The site's name. */
  site: string;
  /** E.g. the kind of article; empty for none. */
  label: string;
  title: string;
  tags: readonly string[];
}

/** The size that sites which show cards ask for. */
export const CARD_SIZE = { width: 1200, height: 630 };

const MARGIN = 80;
const WIDTH = CARD_SIZE.width - 2 * MARGIN;

/** Sizes of the title, from the largest; the first in which it fits is taken. */
const TITLE_SIZES = [76, 64, 54, 46, 40];
const TITLE_HEIGHT = 330;
const LINE = 1.2;

const BACKGROUND = '#14222b';
const FOREGROUND = '#ffffff';
const QUIET = '#a9bcc6';
const ACCENT = '#3fb0ac';

/** A card as SVG that needs no fonts: every text is drawn as outlines. */
export function cardSvg({ site, label, title, tags }: Card): string {
  const { size, lines } = fitTitle(title);
  const texts = [
    label === '' ? '' : colour(ACCENT, textPath(label, 700, 34, MARGIN, 118)),
    colour(
      FOREGROUND,
      lines.map((line, index) => textPath(line, 700, size, MARGIN, 150 + (index + 1) * size * LINE)).join(''),
    ),
    colour(
      QUIET,
      textPath(cut(tags.map(writable).filter(Boolean).join(' · '), 400, 32), 400, 32, MARGIN, 520),
    ),
    colour(FOREGROUND, textPath(cut(site, 700, 34), 700, 34, MARGIN, 576)),
  ];
  const { width, height } = CARD_SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${BACKGROUND}"/><rect width="24" height="${height}" fill="${ACCENT}"/>${texts.join('')}</svg>`;
}

function colour(fill: string, content: string): string {
  return `<g fill="${fill}">${content}</g>`;
}

function fitTitle(title: string): { size: number; lines: string[] } {
  const written = writable(title);
  for (const size of TITLE_SIZES) {
    const lines = breakLines(written, 700, size);
    if (lines.length * size * LINE <= TITLE_HEIGHT) return { size, lines };
  }
  const size = TITLE_SIZES.at(-1)!;
  const most = Math.floor(TITLE_HEIGHT / (size * LINE));
  const lines = breakLines(written, 700, size);
  return { size, lines: [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), 700, size)] };
}

/** Words are kept whole unless one alone is wider than the card. */
function breakLines(text: string, weight: Weight, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, weight, size))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, weight) * size > WIDTH) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, weight: Weight, size: number): string[] {
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (widthOf(piece + character, weight) * size > WIDTH) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}

/** A text that fits into a line; what doesn't is left out with an ellipsis. */
function cut(text: string, weight: Weight, size: number): string {
  let written = Array.from(writable(text));
  if (widthOf(written.join(''), weight) * size <= WIDTH) return written.join('');
  while (widthOf(`${written.join('')}…`, weight) * size > WIDTH) written = written.slice(0, -1);
  return `${written.join('').trimEnd()}…`;
}

/** What the font can write of a text, blanks made one. */
function writable(text: string): string {
  return Array.from(text.replace(/\s+/g, ' '))
    .filter((character) => canWrite(character))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}
