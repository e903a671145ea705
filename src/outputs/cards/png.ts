import { crc32 } from 'node:zlib';
import { RunDeflater } from './run-deflate.ts';

/** Red, green, blue; 0 to 255. */
export type Colour = readonly [number, number, number];

/** A picture of two pixels a byte, row by row: the left one's index into the palette × 16, and the right one's. */
export type Pairs = Uint8Array;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The filter that keeps of a row its difference from the one above: of text mostly zeros. */
const UP = 2;

/**
 * What makes PNGs with 4 bits for each pixel (RFC 2083) of pictures of one size, in pixels, the width a multiple of 8, and
 * of the same at most 16 colours.
 */
export function pngEncoder(
  width: number,
  height: number,
  palette: readonly Colour[],
): (picture: Pairs) => Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3], 8); // Bits for a pixel; colours by palette. Compression, filters and interlacing are 0.
  const head = [
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
  ];
  const end = chunk('IEND', new Uint8Array());
  const row = width / 2;
  const stream = new RunDeflater((1 + row) * height);
  // One for all pictures, and the first row is below one of zeros.
  const below = new Uint8Array(row + row * height);
  return (picture) => {
    below.set(picture, row);
    addRows(stream, below, row);
    return new Uint8Array(Buffer.concat([...head, chunk('IDAT', stream.finish()), end]));
  };
}

/** Length, name, content and checksum. */
function chunk(name: string, content: Uint8Array): Buffer {
  const bytes = Buffer.alloc(content.length + 12);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(name, 4, 'latin1');
  bytes.set(content, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
  return bytes;
}

/** Adds each row but the first as its difference from the one above, after a byte that says so. */
function addRows(stream: RunDeflater, bytes: Pairs, width: number): void {
  // Four bytes at a time are compared, for most are the same as those above.
  const words = new Uint32Array(bytes.buffer);
  for (let row = width; row < bytes.length; row += width) {
    stream.add(UP, 1);
    let last = 0;
    let times = 0;
    for (let at = row; at < row + width; at++) {
      if (last === 0) {
        const from = at;
        while (at % 4 === 0 && at < row + width && words[at >> 2] === words[(at - width) >> 2]) at += 4;
        times += at - from;
        if (at === row + width) break;
      }
      const byte = (bytes[at]! - bytes[at - width]!) & 0xff;
      if (byte === last) times++;
      else {
        if (times > 0) stream.add(last, times);
        [last, times] = [byte, 1];
      }
    }
    stream.add(last, times);
  }
}
