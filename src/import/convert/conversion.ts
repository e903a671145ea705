import type { WrittenCode } from '../code/written-code.ts';

/** What is collected while one text is converted. */
export interface Conversion extends ConversionSources {
  /** Code taken out of the text, by number. It returns when everything else is Markdown. */
  codes: WrittenCode[];
}

/** What the conversion of a text can ask, and whom it reports to. */
export interface ConversionSources {
  /** Reports what has no form in an article, each thing once. */
  drop: (what: string, line?: number) => void;
  /** Makes a relative address in a shortcode or Liquid tag absolute; undefined if it names nothing known. */
  addressOf: (name: string) => string | undefined;
  /** The text of a file of the imported folder, by its path from there or from the texts' folder. */
  textOf: (path: string) => string | undefined;
  /** The pictures of a gallery with these numbers; without numbers, of the text itself. */
  galleryOf: (ids: readonly string[]) => readonly { url: string; words: string }[];
  /** A setting of the site or the text that Liquid can quote, such as `site.title`; undefined if there is none. */
  valueOf: (name: string) => string | undefined;
}

/** The attribute of the `<pre>` that stands in for code that was taken out. */
export const CODE_ATTRIBUTE = 'dataOpsnotesCode';

/** HTML that stands in for code until it returns. */
export function codeMark(codes: WrittenCode[], code: WrittenCode): string {
  return `<pre data-opsnotes-code="${codes.push(code) - 1}"></pre>`;
}
