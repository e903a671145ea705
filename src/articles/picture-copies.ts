import { extname } from 'node:path';

/** Widths in pixels at which there is a copy of a wider picture: a telephone, a column of text, the same on a sharp screen. */
const WIDTHS = [480, 960, 1440] as const;

/** Pictures of which smaller copies are made; a drawing needs none, and an animation would stand still. */
const BITMAP = /\.(?:png|jpe?g|webp|avif)$/i;

/** What a picture is scaled down to for narrow screens, in a format that takes less. */
export interface PictureCopy {
  /** In pixels. */
  width: number;
  /** Of its file, from that of the picture: `graph.png` → `graph.png.480.webp`. */
  name: string;
}

/** The copies of a picture of so many pixels' width: some that are narrower, and one as wide. */
export function pictureCopies(name: string, width: number): PictureCopy[] {
  if (!BITMAP.test(extname(name))) return [];
  const largest = Math.min(width, WIDTHS.at(-1)!);
  return [...WIDTHS.filter((one) => one < largest), largest].map((one) => ({
    width: one,
    name: `${name}.${one}.webp`,
  }));
}

/** How wide a picture is shown, by the width of the screen: as wide as the text. */
export const PICTURE_SIZES = '(min-width: 46rem) 44rem, 100vw';
