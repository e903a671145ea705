import { extname, posix } from 'node:path';
import sharp from 'sharp';
import { slugOfText } from './slug.ts';

/** A file that goes beside an article. */
export interface Attached {
  name: string;
  bytes: Uint8Array;
}

/** Formats that browsers show, and the endings that go with them. */
const FORMATS: Readonly<Record<string, string>> = {
  jpeg: '.jpg',
  png: '.png',
  gif: '.gif',
  webp: '.webp',
  avif: '.avif',
  heif: '.avif',
  svg: '.svg',
};

/** Browsers and our own tools stop at about this. */
const LONGEST_SIDE = 16_000;
const MOST_POINTS = 100_000_000;

/** Bytes → the ending that fits the picture, or why it is none that a page could show. */
export async function checkPicture(bytes: Uint8Array): Promise<{ ending: string } | { fault: string }> {
  if (bytes.length === 0) return { fault: 'an empty file' };
  try {
    const { format, width, height } = await sharp(bytes, {
      limitInputPixels: false,
      unlimited: false,
    }).metadata();
    const ending = FORMATS[format];
    if (ending === undefined) return { fault: `a picture of a kind that browsers don't show, ${format}` };
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_POINTS)
      return { fault: `${width} × ${height} points` };
    if (format === 'svg' && runsSomething(bytes)) return { fault: 'a drawing that runs a script' };
    return { ending };
  } catch {
    return { fault: 'no picture' };
  }
}

/** A drawing can hold scripts and pages of others. */
function runsSomething(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  return /<script|<foreignObject|<!ENTITY|\son\w+\s*=|javascript:/i.test(text);
}

/** A name for a file beside an article, from the name that it had; free among those that are taken. */
export function attachedName(
  written: string,
  ending: string | undefined,
  taken: ReadonlySet<string>,
): string {
  const base = posix.basename(decoded(written.replace(/[?#].*$/, '')));
  const own = extname(base);
  const stem = slugOfText(base.slice(0, base.length - own.length)) ?? 'picture';
  const suffix = ending ?? own.toLowerCase().replace(/[^.a-z0-9]/g, '');
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}${suffix}`;
    if (!taken.has(name)) return name;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a picture's own name says of it, where nothing else does: `load-average_2.png` → `load average 2` */
export function wordsOfName(address: string): string {
  const base = posix.basename(decoded(address.replace(/[?#].*$/, '')));
  const words = base
    .slice(0, base.length - extname(base).length)
    .replace(/[-_+.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? 'picture' : words;
}
