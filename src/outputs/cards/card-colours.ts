import type { Colour } from './png.ts';

/** The colour of a text on a card. */
export type Tone = 'foreground' | 'quiet' | 'accent';

const BACKGROUND: Colour = [0x14, 0x22, 0x2b];
const FOREGROUND: Colour = [0xff, 0xff, 0xff];
const QUIET: Colour = [0xa9, 0xbc, 0xc6];
const ACCENT: Colour = [0x3f, 0xb0, 0xac];

/**
 * The colours of a card, the background first. There can be 16, and each makes a picture 2 % larger. Quiet text looks like
 * foreground text that covers two thirds of a pixel, so the two share their shades.
 */
export const PALETTE: readonly Colour[] = [
  ...shades(BACKGROUND, QUIET, 5),
  ...shades(QUIET, FOREGROUND, 3),
  FOREGROUND,
  ...shades(BACKGROUND, ACCENT, 4).slice(1),
  ACCENT,
];

const FIRST_ACCENT = PALETTE.indexOf(FOREGROUND) + 1;

/** For each tone, the colour of a pixel by how much of it the text covers, from 0 to 255. */
export const TONES: Readonly<Record<Tone, Uint8Array>> = {
  foreground: nearest(FOREGROUND, 0, FIRST_ACCENT),
  quiet: nearest(QUIET, 0, FIRST_ACCENT),
  accent: nearest(ACCENT, FIRST_ACCENT, PALETTE.length),
};

/** The steps from one colour to another, without the last. */
function shades(from: Colour, to: Colour, steps: number): Colour[] {
  return Array.from({ length: steps }, (_, step) => mix(from, to, step / steps));
}

function mix([r, g, b]: Colour, [toR, toG, toB]: Colour, share: number): Colour {
  const between = (a: number, c: number): number => Math.round(a + (c - a) * share);
  return [between(r, toR), between(g, toG), between(b, toB)];
}

/** For a tone's 256 shades, the nearest colour of the palette: the background, or one from `first` to before `end`. */
function nearest(tone: Colour, first: number, end: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, share) => {
    const wanted = mix(BACKGROUND, tone, share / 255);
    let best = 0;
    for (let index = first; index < end; index++) {
      if (distance(PALETTE[index]!, wanted) < distance(PALETTE[best]!, wanted)) best = index;
    }
    return best;
  });
}

function distance([r, g, b]: Colour, [otherR, otherG, otherB]: Colour): number {
  return (r - otherR) ** 2 + (g - otherG) ** 2 + (b - otherB) ** 2;
}
