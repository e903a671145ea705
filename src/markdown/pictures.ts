import sharp from 'sharp';
import { isFile, linkTarget } from '../content/outline/links.ts';
import { publicFile } from '../content/outline/public-files.ts';

/** What a page says of a picture, so that nothing jumps when it arrives late. */
interface PictureSize {
  /** In pixels, as is `height`. */
  width: number;
  height: number;
  loading: 'lazy';
  decoding: 'async';
}

/** The size of a picture beside an article or in `public/`; undefined where there is none. */
export async function pictureSize(address: string, articleFile: string): Promise<PictureSize | undefined> {
  const file = pictureFile(address, articleFile);
  if (file === undefined) return undefined;
  const { autoOrient } = await sharp(file).metadata();
  return { ...autoOrient, loading: 'lazy', decoding: 'async' };
}

function pictureFile(address: string, articleFile: string): string | undefined {
  const target = linkTarget(address, articleFile);
  if (target.to === 'path') return publicFile(target.path);
  return target.to === 'file' && isFile(target.file) ? target.file : undefined;
}
