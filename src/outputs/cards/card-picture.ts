import { PALETTE, TONES } from './card-colours.ts';
import { layOut, type CardLine } from './card-layout.ts';
import { CARD_SIZE, type Card } from './card.ts';
import { glyphOf } from './font.ts';
import { maskAt, type Mask } from './glyph-masks.ts';
import { pngEncoder } from './png.ts';

/** The width of the bar on the left, in pixels. */
const BAR = 24;

const { width, height } = CARD_SIZE;

/** The length of a row, in bytes of two pixels. */
const ROW = width / 2;

/** A card without text. */
const EMPTY = new Uint8Array(ROW * height);
for (let row = 0; row < height; row++) EMPTY.fill(TONES.accent[255]! * 0x11, row * ROW, row * ROW + BAR / 2);

/** The card being painted. It is reused, because a new one would have to be cleared and collected each time. */
const pairs = new Uint8Array(ROW * height);

const encode = pngEncoder(width, height, PALETTE);

/** A card as PNG. The same card gives the same bytes. */
export function cardPicture(card: Card): Uint8Array<ArrayBuffer> {
  pairs.set(EMPTY);
  layOut(card).forEach(paintLine);
  return encode(pairs);
}

function paintLine(line: CardLine): void {
  let x = line.x;
  for (const character of line.text) {
    const { mask, origin } = maskAt(character, line, x);
    // A base line between two rows would blur the text.
    paintMask(mask, (Math.round(line.y) + mask.top) * ROW + origin + mask.left);
    x += glyphOf(character, line.weight)!.advance * line.size;
  }
}

function paintMask(mask: Mask, start: number): void {
  let from = 0;
  for (let row = 0; row < mask.height; row++) {
    let to = start + row * ROW;
    for (const end = from + mask.width; from < end; from++, to++) {
      const pair = mask.pairs[from]!;
      if (pair !== 0) pairs[to] = pairs[to] === 0 ? pair : brighter(pair, pairs[to]!);
    }
  }
}

/** Where glyphs touch, each pixel shows the one that covers more of it. The palette has a tone's shades in order. */
function brighter(pair: number, other: number): number {
  return Math.max(pair & 0xf0, other & 0xf0) | Math.max(pair & 0x0f, other & 0x0f);
}
