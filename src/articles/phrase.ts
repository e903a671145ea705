/** A piece of a line that pages, feeds and plain text show in forms of their own. */
export interface Part {
  text: string;
  /** Where it leads: a whole address, or a path that has been given the site's base. */
  href?: string;
  /** The title of a work. */
  cite?: boolean;
  /** The day or instant that the text names, as HTML's `datetime` has it. */
  time?: string;
  /** In the article's language, not in the interface's. */
  own?: boolean;
}

/** A line made of pieces. */
export type Phrase = readonly Part[];

/** A phrase as plain text: titles in quotation marks, days as in data. */
export function phraseText(phrase: Phrase): string {
  return phrase.map(({ text, cite, time }) => (cite ? `“${text}”` : (time ?? text))).join('');
}
