import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Faulty pictures, generated so that the repository contains none. */

/** A GIF of one pixel. */
export const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** It records where it was taken: 48° north. */
export const LOCATED = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'grey' } })
  .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 0/1 0/1' } })
  .png()
  .toBuffer();

export const HUGE_PNG = png(20_000, 8, () => 0);

/** Random pixels can't be compressed, so the file is large. */
export const NOISE = png(
  1200,
  1200,
  (() => {
    let state = 1;
    return () => {
      // Marsaglia's xorshift.
      state ^= state << 13;
      state ^= state >>> 17;
      return (state ^= state << 5);
    };
  })(),
);

export const TRUNCATED_PNG = png(
  64,
  64,
  (() => {
    let next = 0;
    return () => (next += 97);
  })(),
).subarray(0, 200);

/** A grey picture, by PNG's third edition. */
function png(width: number, height: number, pixel: () => number): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 1; x <= width; x++) rows[y * (width + 1) + x] = pixel() & 255;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function crc(data: Buffer): number {
  let value = ~0;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~value >>> 0;
}
