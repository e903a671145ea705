import { PICTURE_SIZES, pictureCopies } from '../articles/picture-copies.ts';
import { isFile, linkTarget } from '../content/outline/links.ts';
import { publicFile } from '../content/outline/public-files.ts';

/** Attributes that keep the layout from jumping when a picture loads late, and avoid loading more than the screen can show. */
interface PictureSize {
  /** In pixels, as is `height`. */
  width: number;
  height: number;
  loading: 'lazy';
  decoding: 'async';
  /** Copies of other widths; pictures in `public/` have none. */
  srcSet?: string;
  sizes?: string;
}

/** The size of a picture next to an article or in `public/`; undefined if there is none. */
export async function pictureSize(address: string, articleFile: string): Promise<PictureSize | undefined> {
  const file = pictureFile(address, articleFile);
  if (file === undefined) return undefined;
  // Loaded only by sites with pictures, here and below: it takes a while.
  const { default: sharp } = await import('sharp');
  const { autoOrient } = await sharp(file).metadata();
  return {
    ...autoOrient,
    loading: 'lazy',
    decoding: 'async',
    ...copies(address, articleFile, autoOrient.width),
  };
}

/** Written the way an article would, so that they are resolved together with the picture's own address. */
function copies(address: string, articleFile: string, width: number): Pick<PictureSize, 'srcSet' | 'sizes'> {
  if (linkTarget(address, articleFile).to !== 'file') return {};
  const found = pictureCopies(address, width);
  if (found.length === 0) return {};
  return { srcSet: found.map((copy) => `${copy.name} ${copy.width}w`).join(', '), sizes: PICTURE_SIZES };
}

function pictureFile(address: string, articleFile: string): string | undefined {
  const target = linkTarget(address, articleFile);
  if (target.to === 'path') return publicFile(target.path);
  return target.to === 'file' && isFile(target.file) ? target.file : undefined;
}
