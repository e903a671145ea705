import type { Place } from '../entry.ts';
import type { WrittenCode } from '../code/written-code.ts';

/** What is gathered while one text is converted. */
export interface Conversion {
  /** Code that was taken out of the text, by number; it comes back when everything else is Markdown. */
  codes: WrittenCode[];
  /** Tells what has no form in an article; the same is told once. */
  drop: (what: string, line?: number) => void;
  /** A whole address for a relative one of a shortcode or Liquid tag; undefined where it names nothing that is known. */
  addressOf: (name: string) => string | undefined;
}

/** The element that stands for code that was taken out. */
export const CODE_ELEMENT = 'pre';
export const CODE_ATTRIBUTE = 'dataOpsnotesCode';

/** HTML that stands for code until it comes back. */
export function codeMark(codes: WrittenCode[], code: WrittenCode): string {
  return `<pre data-opsnotes-code="${codes.push(code) - 1}"></pre>`;
}

/** A place, a number of lines further down. */
export function further({ file, line }: Place, lines: number): Place {
  return { file, line: line + lines };
}
