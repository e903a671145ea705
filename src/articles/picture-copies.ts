import { extname } from 'node:path';

/** Widths in pixels of the smaller copies: for a phone, for the text column, and for the text column on a high-density screen. */
const WIDTHS = [480, 960, 1440] as const;

/** Only these get smaller copies: a drawing doesn't need any, and an animation would stop moving. */
const BITMAP = /\.(?:png|jpe?g|webp|avif)$/i;

/** A picture scaled down for narrow screens, in a more compact format. */
export interface PictureCopy {
  /** In pixels. */
  width: number;
  /** Its file name, derived from the picture's: `graph.png` → `graph.png.480.webp`. */
  name: string;
}

/** The copies of a picture of this width: the narrower ones, plus one at full width. */
export function pictureCopies(name: string, width: number): PictureCopy[] {
  if (!BITMAP.test(extname(name))) return [];
  const largest = Math.min(width, WIDTHS.at(-1)!);
  return [...WIDTHS.filter((one) => one < largest), largest].map((one) => ({
    width: one,
    name: `${name}.${one}.webp`,
  }));
}

/** How wide a picture is shown at each screen width: as wide as the text. */
export const PICTURE_SIZES = '(min-width: 46rem) 44rem, 100vw';
