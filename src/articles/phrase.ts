/** Part of a line that pages, feeds and plain text each render in their own way. */
export interface Part {
  text: string;
  /** The link's target: an absolute URL, or a path that already has the site's base. */
  href?: string;
  /** Whether it is the title of a work. */
  cite?: boolean;
  /** The day or instant that the text names, in the form of HTML's `datetime`. */
  time?: string;
  /** Whether it is in the article's language rather than the interface's. */
  own?: boolean;
}

/** A line made of parts. */
export type Phrase = readonly Part[];

/** Renders a phrase as plain text: titles in quotation marks, days as in the data. */
export function phraseText(phrase: Phrase): string {
  return phrase.map(({ text, cite, time }) => (cite ? `“${text}”` : (time ?? text))).join('');
}
