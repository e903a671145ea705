import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import type { Tell } from '../note.ts';

/** A text, and what had to be assumed to decode it. */
export interface Decoded {
  text: string;
  /** Set if the declared encoding was wrong: what was used instead. */
  instead?: Encoding['instead'];
}

/** The encoding of a text. */
export interface Encoding {
  /** A name that the platform knows, or `utf-32le` or `utf-32be`. */
  name: string;
  /** Set if the declared encoding was wrong: what was used instead. */
  instead?: { declared: string; real: string } | undefined;
}

/** How many bytes are decoded at a time: a multiple of four, because of UTF-32. */
const PIECE = 65_536;

/**
 * Decodes bytes by a byte order mark, or else as declared, or else as UTF-8. If that can't be right (windows-1251
 * declared as UTF-8), guesses the encoding from the bytes.
 *
 * @param declared the encoding according to a server or another file
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const { name, instead } = encodingOf(bytes, declared);
  return { text: [...pieces(bytes, name)].join(''), instead };
}

/** Finds out a text's encoding as `decode` does. */
export function encodingOf(bytes: Uint8Array, declared?: string): Encoding {
  const mark = wideMarkOf(bytes) ?? markOf(bytes);
  if (mark !== undefined) return { name: mark };
  const named = (declaredIn(bytes) ?? declared ?? 'utf-8').toLowerCase();
  // Text in another encoding is hardly ever valid UTF-8 by chance, so valid UTF-8 is read as such.
  if (isUtf8(bytes) && !isWide(named)) return { name: 'utf-8', instead: insteadOf(named, 'utf-8', bytes) };
  if (named !== 'utf-8' && named !== 'utf8' && isIn(bytes, named)) return { name: named };
  const real = guess(bytes);
  return { name: real, instead: { declared: named, real } };
}

/** Reports a wrong declaration. */
export function tellEncoding(instead: Encoding['instead'], file: string, tell: Tell): void {
  if (instead !== undefined)
    tell(
      'assumed',
      { file, line: 1 },
      'wrong-encoding',
      `Unexpected bytes for ${instead.declared}, expected that encoding; read as ${instead.real}.`,
      'Check that the letters are right.',
    );
}

/** Decodes a text piece by piece, because as a string, a long one takes twice the memory of its bytes. */
export function* pieces(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding.startsWith('utf-32') ? 'utf-8' : encoding);
  for (let at = 0; at < bytes.length; at += PIECE) {
    const some = bytes.subarray(at, at + PIECE);
    yield encoding.startsWith('utf-32')
      ? utf32(some, encoding === 'utf-32le', at === 0)
      : decoder.decode(some, { stream: true });
  }
  yield decoder.decode();
}

/** UTF-32, which the platform can't decode, is recognised by its mark or by the zeros around the first `<`. */
function wideMarkOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === 'fffe0000' || start === '3c000000') return 'utf-32le';
  return start === '0000feff' || start === '0000003c' ? 'utf-32be' : undefined;
}

function utf32(bytes: Uint8Array, isLittle: boolean, isFirst: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length - (bytes.length % 4));
  const characters = Array.from({ length: view.byteLength / 4 }, (_, index) =>
    view.getUint32(index * 4, isLittle),
  );
  const text = characters.map((code) => (code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code))).join('');
  return isFirst ? text.replace(/^\ufeff/, '') : text;
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** The encoding in an XML declaration or `<meta>`. Nearly every encoding has ASCII for these characters. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const wide = /^(?:<\0\?\0x\0|\0<\0\?\0x)/.exec(head)?.[0];
  if (wide !== undefined) return wide.startsWith('<') ? 'utf-16le' : 'utf-16be';
  return (/^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head) ??
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head))?.[1];
}

function isWide(encoding: string): boolean {
  return /^(?:utf-?16|utf-?32|ucs-?[24]|iso-10646)/.test(encoding);
}

/** Whether the bytes are possible in an encoding, and the platform knows it. */
function isIn(bytes: Uint8Array, encoding: string): boolean {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for (let at = 0; at < bytes.length; at += PIECE)
      decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** A wrong declaration only matters if there is more than ASCII. */
function insteadOf(declared: string, real: string, bytes: Uint8Array): Encoding['instead'] {
  if (/^(?:utf-?8|us-ascii|ascii)$/.test(declared)) return undefined;
  return bytes.some((byte) => byte > 0x7f) ? { declared, real } : undefined;
}

/** This many bytes around the first non-ASCII one are enough to guess the encoding. */
const SAMPLE = 65_536;

function guess(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const sample = bytes.subarray(Math.max(0, first - 1024), first + SAMPLE);
  // Mostly UTF-8 with a few lost bytes: some replacement characters are better than wrong letters everywhere.
  const lossy = new TextDecoder('utf-8').decode(sample);
  const lost = lossy.split('\ufffd').length - 1;
  const letters = lossy.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  if (letters > 4 * lost) return 'utf-8';
  const cyrillic = cyrillicOf(sample);
  if (cyrillic !== undefined) return cyrillic;
  const names = analyse(sample).map(({ name }) => name.toLowerCase());
  return (
    names.find((name) => !isWide(name) && name !== 'utf-8' && isIn(new Uint8Array(), name)) ?? 'windows-1252'
  );
}

/**
 * In Cyrillic text whole words are non-ASCII; in Latin text only single letters are. Lower-case letters come last in
 * windows-1251, capitals in KOI8-R.
 */
function cyrillicOf(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  const words = text.match(/[\xc0-\xff]{3,}/g) ?? [];
  const inWords = words.join('').length;
  const all = text.match(/[\x80-\xff]/g)?.length ?? 0;
  if (inWords < 0.6 * all) return undefined;
  const last = words.join('').match(/[\xe0-\xff]/g)?.length ?? 0;
  return last > inWords / 2 ? 'windows-1251' : 'koi8-r';
}
