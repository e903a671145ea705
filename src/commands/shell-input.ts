/** The place of something that was opened: line and column within the command, both from 0. */
interface Opener {
  kind: Context;
  line: number;
  column: number;
}

interface HereDocument {
  delimiter: string;
  tabs: boolean;
  quoted: boolean;
  line: number;
  column: number;
}

/** What the shell is inside of. `word` is the compound command of a reserved word, `arithmetic` a `(( ))`. */
type Context = "'" | "$'" | '"' | '`' | '$(' | '${' | '(' | 'arithmetic' | 'if' | 'loop' | 'case' | '{';

const quotes: readonly Context[] = ["'", "$'", '"', '`'];

/** Contexts in which a newline is part of a word, so that no here-document can begin after it. */
const textContexts: readonly Context[] = ["'", "$'", '"', '${'];

/** Reserved words that open a compound command, and whether a command follows directly. */
const openers: Readonly<Record<string, { context: Context; commandFollows: boolean }>> = {
  if: { context: 'if', commandFollows: true },
  while: { context: 'loop', commandFollows: true },
  until: { context: 'loop', commandFollows: true },
  for: { context: 'loop', commandFollows: false },
  select: { context: 'loop', commandFollows: false },
  case: { context: 'case', commandFollows: false },
  '{': { context: '{', commandFollows: true },
};

const closers: Readonly<Record<string, Context>> = { fi: 'if', done: 'loop', esac: 'case', '}': '{' };

/** Reserved words after which a command follows. */
const separators: readonly string[] = ['then', 'else', 'elif', 'do', '!', 'time', 'coproc'];

const wordPattern = /[^\s"'`$\\|&;()<>]+/y;

/**
 * Follows a shell's input line by line, just enough to tell whether it waits for more: open quotes, here-documents,
 * compound commands, a trailing `\`, `|`, `&&` or `||`. Takes any text, never throws, and looks at each character
 * once.
 */
export class ShellInput {
  #stack: Opener[] = [];
  #backquotes = 0;
  #hereDocuments: HereDocument[] = [];
  #nextHereDocument = 0;
  #inBody = false;
  #joinsNext = false;
  #continued = false;
  #operator = false;
  #commandPosition = true;
  #functionName = false;
  #inWord = false;
  #line = -1;

  /** Whether the shell is waiting for another line. */
  get open(): boolean {
    return this.#stack.length > 0 || this.#waitsForBody || this.#continued || this.#operator;
  }

  /** Whether the last line continues on the next one because of a `\\`, `|`, `&&` or `||` at its end. */
  get joins(): boolean {
    return this.#continued || this.#operator;
  }

  /** Whether every character of the next line is text, because a quote or here-document is open. */
  get inText(): boolean {
    return this.#inBody || textContexts.includes(this.#top!);
  }

  /** The quote or here-document that was never closed. */
  get unclosed():
    { kind: 'quote' | 'here-document'; text: string; line: number; column: number } | undefined {
    const quote = this.#stack.find(({ kind }) => quotes.includes(kind));
    if (quote) return { ...quote, kind: 'quote', text: quote.kind };
    const here = this.#hereDocuments[this.#nextHereDocument];
    return here && { ...here, kind: 'here-document', text: here.delimiter };
  }

  /** Reads one line, without its newline. */
  feed(line: string): void {
    this.#line++;
    if (this.#inBody) {
      this.#readBody(line);
      return;
    }
    if (!this.#continued) this.#beginLine();
    this.#continued = false;
    for (let index = 0; index < line.length;) index = this.#read(line, index);
    this.#inBody = this.#bodyFollows();
  }

  #bodyFollows(): boolean {
    return !this.#continued && this.#waitsForBody && !textContexts.includes(this.#top!);
  }

  get #top(): Context | undefined {
    return this.#stack.at(-1)?.kind;
  }

  get #waitsForBody(): boolean {
    return this.#nextHereDocument < this.#hereDocuments.length;
  }

  #beginLine(): void {
    this.#inWord = false;
    if (!textContexts.includes(this.#top!)) this.#commandPosition = true;
  }

  #readBody(line: string): void {
    const here = this.#hereDocuments[this.#nextHereDocument]!;
    const text = (here.tabs ? line.replace(/^\t+/, '') : line).replace(/\r$/, '');
    const closes = text === here.delimiter && !this.#joinsNext;
    // In an expanded body, a trailing backslash joins the next line.
    this.#joinsNext = !here.quoted && !closes && endsWithBackslash(line);
    if (closes) this.#nextHereDocument++;
    this.#inBody = this.#waitsForBody;
  }

  /** Reads one token at `index`; returns the index after it. */
  #read(line: string, index: number): number {
    const top = this.#top;
    if (top === "'") return this.#readSingleQuoted(line, index);
    if (line[index] === '\\') return this.#readBackslash(line, index);
    if (line[index] === '`' && top !== "$'") return this.#readBackquote(index);
    if (top === "$'" || top === '"' || top === '${' || top === 'arithmetic')
      return this.#readText(line, index);
    return this.#readCommand(line, index);
  }

  #readSingleQuoted(line: string, index: number): number {
    const end = line.indexOf("'", index);
    if (end === -1) return line.length;
    this.#stack.pop();
    return end + 1;
  }

  #readBackslash(line: string, index: number): number {
    const atEnd = index + 1 === line.length || (index + 2 === line.length && line[index + 1] === '\r');
    if (atEnd) this.#continued = this.#top !== "$'";
    else this.#touchWord();
    return index + 2;
  }

  #readBackquote(index: number): number {
    if (this.#backquotes === 0) return this.#push('`', index, 1);
    while (this.#stack.pop()?.kind !== '`');
    this.#backquotes--;
    this.#touchWord();
    return index + 1;
  }

  /** Inside double quotes, `$'…'`, `${…}` and `((…))`: only what nests or closes. */
  #readText(line: string, index: number): number {
    const top = this.#top!;
    const character = line[index]!;
    if (character === closingCharacter[top]) {
      this.#stack.pop();
      return index + 1;
    }
    if (top === "$'") return index + 1;
    if (character === '$') return this.#readDollar(line, index);
    if (top === '"') return index + 1;
    // In "${x:-it's}" the apostrophe is an ordinary character.
    if (character === '"' || (character === "'" && this.#stack.at(-2)?.kind !== '"')) {
      return this.#push(character, index, 1);
    }
    return top === 'arithmetic' && character === '(' ? this.#push('arithmetic', index, 1) : index + 1;
  }

  #readCommand(line: string, index: number): number {
    const character = line[index]!;
    switch (character) {
      case '"':
      case "'":
        return this.#push(character, index, 1);
      case '$':
        return this.#readDollar(line, index);
      case '(':
        return this.#readParenthesis(line, index);
      case ')':
        return this.#closeParenthesis(index);
      case '|':
      case '&':
      case ';':
        return this.#readOperator(line, index);
      case '<':
      case '>':
        return this.#readRedirection(line, index);
      case '#':
        if (!this.#inWord && this.#backquotes === 0) return line.length;
        return this.#readWord(line, index);
      default:
        return this.#readWord(line, index);
    }
  }

  #readWord(line: string, index: number): number {
    wordPattern.lastIndex = index;
    const word = wordPattern.exec(line)?.[0];
    if (word === undefined) {
      this.#inWord = false; // a space
      return index + 1;
    }
    const end = index + word.length;
    const whole = !this.#inWord && (end === line.length || /[\s|&;()<>]/.test(line[end]!));
    if (whole) this.#readWholeWord(word, index);
    else this.#commandPosition = false;
    this.#inWord = true;
    this.#operator = false;
    return end;
  }

  #readWholeWord(word: string, index: number): void {
    const named = this.#functionName;
    this.#functionName = this.#commandPosition && word === 'function';
    if (!this.#commandPosition) return;
    this.#commandPosition = named || separators.includes(word) || this.#functionName;
    const opener = Object.hasOwn(openers, word) ? openers[word] : undefined;
    if (opener) {
      this.#push(opener.context, index, 0);
      this.#commandPosition = opener.commandFollows;
    } else if (Object.hasOwn(closers, word) && closers[word] === this.#top) {
      this.#stack.pop();
      this.#commandPosition = true; // for the next closer, as in `done }`
    }
  }

  #readDollar(line: string, index: number): number {
    const inCommand = !textContexts.includes(this.#top!);
    if (line.startsWith('((', index + 1)) {
      this.#push('arithmetic', index, 0);
      return this.#push('arithmetic', index, 3);
    }
    if (line[index + 1] === '(') return this.#push('$(', index, 2);
    if (line[index + 1] === '{') return this.#push('${', index, 2);
    if (line[index + 1] === "'" && inCommand) return this.#push("$'", index, 2);
    this.#touchWord();
    return index + (/[#$!?*@-]/.test(line[index + 1] ?? '') ? 2 : 1);
  }

  #readParenthesis(line: string, index: number): number {
    const isArray = this.#inWord && line[index - 1] === '=';
    if (line[index + 1] === '(' && !isArray && !this.#inWord) {
      this.#push('arithmetic', index, 0);
      return this.#push('arithmetic', index, 2);
    }
    this.#push('(', index, 0);
    this.#inWord = false;
    this.#commandPosition = !isArray;
    return index + 1;
  }

  #closeParenthesis(index: number): number {
    const top = this.#top;
    if (top === '(' || top === '$(') this.#stack.pop();
    this.#inWord = top === '$(';
    this.#commandPosition = top !== '$(';
    this.#operator = false;
    return index + 1;
  }

  #readOperator(line: string, index: number): number {
    const [character, next] = [line[index]!, line[index + 1]];
    const doubled = next === character || (character === '|' && next === '&');
    this.#operator = character === '|' || (character === '&' && next === '&');
    this.#commandPosition = true;
    this.#inWord = false;
    return index + (doubled ? 2 : 1);
  }

  #readRedirection(line: string, index: number): number {
    this.#operator = false;
    this.#inWord = false;
    if (line.startsWith('<<<', index)) return index + 3;
    if (line.startsWith('<<', index)) return this.#readDelimiter(line, index);
    if (line[index + 1] === '(') return this.#push('$(', index, 2);
    return index + (/[&|>]/.test(line[index + 1] ?? '') ? 2 : 1);
  }

  /** `<<EOF`, `<<-'EOF'`, `<< "END OF FILE"`, `<<\EOF`. */
  #readDelimiter(line: string, index: number): number {
    const match = /(?<tabs>-?)[ \t]*(?<word>(?:"[^"]*"|'[^']*'|\\.|[^\s"'\\|&;()<>])+)/y;
    match.lastIndex = index + 2;
    const groups = match.exec(line)?.groups;
    if (!groups) return index + 2;
    const word = groups.word!;
    const delimiter = word.replace(/"([^"]*)"|'([^']*)'|\\(.)/g, '$1$2$3');
    const place = { line: this.#line, column: index };
    this.#hereDocuments.push({
      delimiter,
      quoted: delimiter !== word,
      tabs: groups.tabs === '-',
      ...place,
    });
    return match.lastIndex;
  }

  /** The current word has a part that can't be in a reserved word. */
  #touchWord(): void {
    this.#inWord = true;
    this.#commandPosition = false;
    this.#operator = false;
  }

  #push(kind: Context, column: number, length: number): number {
    this.#stack.push({ kind, line: this.#line, column });
    this.#touchWord();
    if (kind === '`') this.#backquotes++;
    if (kind === '`' || kind === '$(') {
      this.#inWord = false;
      this.#commandPosition = true;
    }
    return column + length;
  }
}

const closingCharacter: Partial<Record<Context, string>> = {
  "$'": "'",
  '"': '"',
  '${': '}',
  arithmetic: ')',
};

/** Whether a line ends with an unescaped backslash. */
function endsWithBackslash(line: string): boolean {
  let count = 0;
  while (line[line.length - 1 - count] === '\\') count++;
  return count % 2 === 1;
}
