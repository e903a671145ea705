/** A part that isn't well-formed; reading continues after it. */
export interface XmlFault {
  line: number;
  message: string;
}

/** Parts in which an `&` is literal, by how they begin. */
const ENDS: Readonly<Record<string, string>> = { '<![CDATA[': ']]>', '<!--': '-->', '<?': '?>' };

const BEGIN = /<!\[CDATA\[|<!--|<\?/i;

/** An `&` that doesn't begin a reference such as `&amp;` or `&#160;`. */
const STRAY = /&(?!(?:#\d+|#x[\da-f]+|[\w:.-]+);)/gi;

/** The end of a piece of which only the next piece can tell what it is. No reference is that long. */
const UNDECIDED = /(?:<(?:!(?:-|\[(?:C(?:D(?:A(?:TA?)?)?)?)?)?)?|&[#\w:.-]{0,200})$/i;

/**
 * Writes `&amp;` for an `&` that doesn't begin a reference, in a text that comes in pieces: a parser would search the whole rest
 * for the end of the reference.
 */
export class Ampersands {
  readonly #onFault: (fault: XmlFault) => void;
  #line = 1;
  /** How the literal part ends that the text is in. */
  #end: string | undefined;
  /** What the next piece has to decide. */
  #carried = '';

  constructor(onFault: (fault: XmlFault) => void) {
    this.#onFault = onFault;
  }

  /** The next piece, mended, except for an end that can't be judged yet. */
  mend(piece: string): string {
    return this.#mended(this.#carried + piece, false);
  }

  /** What was left. */
  end(): string {
    return this.#mended(this.#carried, true);
  }

  #mended(text: string, isLast: boolean): string {
    const done: string[] = [];
    let rest = text;
    while (rest !== '') {
      const isLiteral = this.#end !== undefined;
      const length = isLiteral ? this.#lengthOfLiteral(rest, isLast) : this.#lengthOfProse(rest, isLast);
      if (length === 0) break;
      const part = rest.slice(0, length);
      done.push(isLiteral ? this.#passed(part) : this.#withReferences(part));
      rest = rest.slice(length);
    }
    this.#carried = rest;
    return done.join('');
  }

  /** How much of the text belongs to the literal part for certain. */
  #lengthOfLiteral(text: string, isLast: boolean): number {
    const end = this.#end ?? '';
    const at = text.indexOf(end);
    if (at === -1) return isLast ? text.length : Math.max(0, text.length - end.length + 1);
    this.#end = undefined;
    return at + end.length;
  }

  /** How much of the text can be judged: up to a literal part, including its first characters. */
  #lengthOfProse(text: string, isLast: boolean): number {
    const begin = BEGIN.exec(text);
    if (begin !== null) {
      this.#end = ENDS[begin[0].toUpperCase()];
      return begin.index + begin[0].length;
    }
    return isLast ? text.length : (UNDECIDED.exec(text)?.index ?? text.length);
  }

  #withReferences(text: string): string {
    let judged = 0;
    const mended = text.replace(STRAY, (_, at: number) => {
      this.#passed(text.slice(judged, at));
      judged = at;
      this.#onFault({ line: this.#line, message: 'Unexpected `&`, expected `&amp;`.' });
      return '&amp;';
    });
    this.#passed(text.slice(judged));
    return mended;
  }

  /** Counts the lines of a part. */
  #passed(text: string): string {
    this.#line += text.split('\n').length - 1;
    return text;
  }
}
