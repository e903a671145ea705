import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { FaultCode } from '../../content/fault-codes.ts';
import type { Fault } from '../../content/fault.ts';
import type { Use } from './use.ts';
import { kilobytes, LIMITS } from './limits.ts';
import { svgProblem } from './svg.ts';

/** Formats that browsers can show, by file extension. */
const FORMATS: Readonly<Record<string, string>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.gif': 'gif',
  '.webp': 'webp',
  '.avif': 'heif',
  '.svg': 'svg',
};

const NAMES = Object.keys(FORMATS).join(', ');

/** Fully decodes every picture that a text shows, so that the build can't fail on one later. */
export async function pictureFaults({ file, address, entry, line }: Use): Promise<Fault[]> {
  const at = { file: entry.file, line };
  const bytes = readFileSync(file);
  const format = FORMATS[extname(file).toLowerCase()];
  const bad = (message: string, hint?: string, code: FaultCode = 'bad-picture'): Fault[] => [
    { ...at, code, message, hint },
  ];
  if (bytes.length === 0) return bad(`Unexpected picture \`${address}\` of 0 bytes, expected content.`);
  if (format === undefined) return bad(`Unexpected \`${address}\` as a picture, expected one of ${NAMES}.`);
  const problem = format === 'svg' ? svgProblem(bytes.toString('utf8')) : undefined;
  if (problem !== undefined) return bad(`Unexpected ${problem} in \`${address}\`, expected a picture only.`);
  const read = await readPicture(bytes);
  if (typeof read === 'string')
    return bad(`Unexpected bytes in \`${address}\`, expected a whole picture: ${read}.`);
  if (read.format !== format)
    return bad(
      `Unexpected ${read.format.toUpperCase()} picture in \`${address}\`, expected ${format.toUpperCase()} by its name.`,
    );
  const side = Math.max(read.width, read.height);
  if (side > LIMITS.pixels && format !== 'svg')
    return bad(
      `Unexpected ${read.width} × ${read.height} pixels of \`${address}\`, expected at most ${LIMITS.pixels} a side.`,
      `Scale it: \`magick ${address} -resize '${LIMITS.pixels}x${LIMITS.pixels}>' ${address}\`.`,
    );
  const position = `Unexpected position in \`${address}\`, expected no record of where a picture was taken.`;
  const size = `Unexpected ${kilobytes(bytes.length)} of \`${address}\`, expected at most ${kilobytes(LIMITS.picture)}.`;
  return [
    ...(read.located
      ? bad(position, `Remove it: \`exiftool -gps:all= ${address}\`.`, 'located-picture')
      : []),
    ...(bytes.length > LIMITS.picture ? bad(size, undefined, 'large-file') : []),
  ];
}

interface Picture {
  format: string;
  width: number;
  height: number;
  /** Whether it records where it was taken. */
  located: boolean;
}

/** Whether Exif data contains the directory with the GPS position (tag 0x8825). */
function hasPosition(exif: Buffer): boolean {
  const start = exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0;
  const little = exif.toString('latin1', start, start + 2) === 'II';
  const number = (offset: number, bytes: number): number =>
    little ? exif.readUIntLE(offset, bytes) : exif.readUIntBE(offset, bytes);
  const directory = start + number(start + 4, 4);
  return Array.from({ length: number(directory, 2) }, (_, index) => directory + 2 + index * 12).some(
    (entry) => entry + 12 <= exif.length && number(entry, 2) === 0x8825,
  );
}

/** A picture's format and size, or why it can't be read. */
async function readPicture(bytes: Buffer): Promise<Picture | string> {
  try {
    const { default: sharp } = await import('sharp');
    const { format, width, height, exif } = await sharp(bytes).metadata();
    // A picture that is too large is rejected anyway, and decoding it would take seconds.
    if (Math.max(width, height) <= LIMITS.pixels)
      await sharp(bytes, { failOn: 'truncated' }).resize(8).raw().toBuffer();
    return { format, width, height, located: exif !== undefined && hasPosition(exif) };
  } catch (error) {
    return (error as Error).message.split('\n', 1)[0]!.replace(/\.$/, '');
  }
}
