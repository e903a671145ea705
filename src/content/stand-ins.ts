import { knownTexts, type KnownText } from './known-texts.ts';

/**
 * In a build, Astro's store holds short stand-ins for the bodies and the HTML of texts. Astro writes the store and reads it again
 * character by character, which took a tenth of the time of a build after a change, and twice the memory.
 */
const STAND_IN = /^\0opsnotes-(?<part>body|html):(?<file>[^]*)$/;

type Part = 'body' | 'html';

/** What the store holds instead of a text. An empty text needs no stand-in. */
export function standIn(part: Part, file: string, text: string): string {
  return text === '' ? '' : `\0opsnotes-${part}:${file}`;
}

/** Puts the texts back into the values of a store as read from its file: `["…", "\0opsnotes-html:/…/xen.mdx", …]`. */
export function withTexts(values: readonly unknown[]): unknown[] {
  return values.map((value) => (typeof value === 'string' ? textFor(value) : value));
}

function textFor(value: string): string {
  const { part, file } = (STAND_IN.exec(value)?.groups ?? {}) as { part?: Part; file?: string };
  if (part === undefined) return value;
  const known = knownTexts.get(file!);
  const text = known && textOf(known, part);
  if (text === undefined)
    throw new Error(`Unexpected text \`${file}\` in Astro's store, expected one that the loader has read.`);
  return text;
}

function textOf({ body, html }: KnownText, part: Part): string | undefined {
  return part === 'body' ? body.trim() : html;
}
