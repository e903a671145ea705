import type { Colour } from './png.ts';

/** What a text on a card is painted with. */
export type Tone = 'foreground' | 'quiet' | 'accent';

const BACKGROUND: Colour = [0x14, 0x22, 0x2b];
const FOREGROUND: Colour = [0xff, 0xff, 0xff];
const QUIET: Colour = [0xa9, 0xbc, 0xc6];
const ACCENT: Colour = [0x3f, 0xb0, 0xac];

/**
 * The colours of a card, at most 16, the background first; each makes a picture 2 % larger. Quiet text is about what
 * foreground text is where it covers two thirds of a pixel, so the two share their shades.
 */
export const PALETTE: readonly Colour[] = [
  ...shades(BACKGROUND, QUIET, 5),
  ...shades(QUIET, FOREGROUND, 3),
  FOREGROUND,
  ...shades(BACKGROUND, ACCENT, 4).slice(1),
  ACCENT,
];

const FIRST_ACCENT = PALETTE.indexOf(FOREGROUND) + 1;

/** For each tone, which colour a pixel has of which text covers 0 to 255 parts. */
export const TONES: Readonly<Record<Tone, Uint8Array>> = {
  foreground: nearest(FOREGROUND, 0, FIRST_ACCENT),
  quiet: nearest(QUIET, 0, FIRST_ACCENT),
  accent: nearest(ACCENT, FIRST_ACCENT, PALETTE.length),
};

/** From a colour to the step before another one. */
function shades(from: Colour, to: Colour, steps: number): Colour[] {
  return Array.from({ length: steps }, (_, step) => mix(from, to, step / steps));
}

function mix([r, g, b]: Colour, [toR, toG, toB]: Colour, share: number): Colour {
  const between = (a: number, c: number): number => Math.round(a + (c - a) * share);
  return [between(r, toR), between(g, toG), between(b, toB)];
}

/** The colours of the palette, the background or from `first` to before `end`, nearest to a tone's 256 shades. */
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
