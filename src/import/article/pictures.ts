import sharp from 'sharp';
import { LIMITS } from '../../checks/files/limits.ts';
import { svgProblem } from '../../checks/files/svg.ts';

/** The formats that browsers show, and their file extensions. */
const FORMATS: Readonly<Record<string, string>> = {
  jpeg: '.jpg',
  png: '.png',
  gif: '.gif',
  webp: '.webp',
  avif: '.avif',
  heif: '.avif',
  svg: '.svg',
};

/** More than any camera has. */
const MOST_POINTS = 100_000_000;

/**
 * Checks a picture and returns its file extension and its bytes, reduced if it is larger than a page shows; or why
 * pages can't show it.
 */
export async function checkPicture(
  bytes: Uint8Array,
): Promise<{ ending: string; bytes: Uint8Array } | { fault: string }> {
  if (bytes.length === 0) return { fault: 'empty file' };
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const ending = FORMATS[format];
    if (ending === undefined) return { fault: `picture of a kind that browsers don't show, ${format}` };
    const problem = format === 'svg' ? svgProblem(new TextDecoder('utf-8').decode(bytes)) : undefined;
    if (problem !== undefined) return { fault: `${problem} in a drawing` };
    if (width * height > MOST_POINTS) return { fault: `picture of ${width} × ${height} points` };
    if (format === 'svg' || Math.max(width, height) <= LIMITS.pixels)
      return { ending, bytes: await whole(bytes, format) };
    const fit = { width: LIMITS.pixels, height: LIMITS.pixels, fit: 'inside' as const };
    return { ending, bytes: await sharp(bytes, { animated: true }).autoOrient().resize(fit).toBuffer() };
  } catch {
    return { fault: 'bytes that are not a complete picture' };
  }
}

/** Returns the bytes after decoding all of them as a picture. */
async function whole(bytes: Uint8Array, format: string): Promise<Uint8Array> {
  if (format !== 'svg') await sharp(bytes).resize(8, 8).raw().toBuffer();
  return bytes;
}
