import { mdxToMdast, type MdastNode } from 'satteri';
import type { Fix } from '../fault.ts';
import { correctLine } from './everyday-markdown.ts';
import { features } from './features.ts';
import { isTagName, VOID_ELEMENTS } from './html-elements.ts';

/** Markdown's tree. */
export type MdastRoot = Extract<MdastNode, { type: 'root' }>;

/** A syntax error in an MDX text. */
export interface MdxProblem {
  line: number;
  message: string;
  hint?: string;
  fix?: Fix;
}

/** An MDX text, read as far as possible. */
export interface ReadMdx {
  tree: MdastRoot;
  /** The text that the tree was parsed from: the source with its errors corrected or blanked. */
  text: string;
  problems: MdxProblem[];
}

/** A text with more errors than this is something other than MDX. */
const MOST = 100;

/**
 * Parses MDX and finds all of its syntax errors: after each error, the place is corrected or blanked and the text is parsed again
 * to find the next one. Line numbers stay the same. Never throws.
 */
export function readMdx(source: string): ReadMdx {
  const problems: MdxProblem[] = [];
  const reading: Reading = { source: source.split('\n'), lines: source.split('\n'), problems, opened: [] };
  for (let round = 0; round < MOST; round++) {
    try {
      const text = reading.lines.join('\n');
      return { tree: parse(text), text, problems };
    } catch (error) {
      recover(reading, placeOf(error));
    }
  }
  return { tree: parse(''), text: '', problems };
}

function parse(text: string): MdastRoot {
  // A backslash as the very last character makes Sätteri 0.10 read past the end, which crashes the process.
  return mdxToMdast(text.endsWith('\\') ? `${text}\n` : text, { features }) as MdastRoot;
}

interface Reading {
  /** The lines as written. */
  source: readonly string[];
  /** The text with its errors corrected or blanked. */
  lines: string[];
  problems: MdxProblem[];
  /** Elements of which one tag was blanked, so that the other one isn't reported as a second error. */
  opened: string[];
}

/** Where the parser stopped, counted from 0, and why. */
interface Place {
  line: number;
  column: number;
  reason: string;
}

/** Splits `3:1: Unexpected closing tag … (mdx-jsx:unexpected-character)`. */
const SYNTAX_ERROR = /^(?<line>\d+):(?<column>\d+): (?<reason>.*?)(?: \([a-z-]+:[a-z-]+\))?$/s;

function placeOf(error: unknown): Place {
  const text = error instanceof Error ? error.message : String(error);
  const groups = SYNTAX_ERROR.exec(text)?.groups;
  return {
    line: Number(groups?.['line'] ?? 1) - 1,
    column: Number(groups?.['column'] ?? 1) - 1,
    reason: groups?.['reason'] ?? text,
  };
}

/** Records an error and removes it from the text. */
function recover(reading: Reading, place: Place): void {
  const { lines } = reading;
  const before = lines.join('\n');
  const at = place.reason.includes('expression') ? braceBefore(lines, place) : place;
  if (!(comment(reading, at) || tag(reading, at) || everyday(reading, at))) {
    note(reading, { line: damagedLine(lines, at) + 1, message: asSentence(at.reason) });
    const name = /^<([\w.:-]+)/.exec(lines[at.line]?.slice(at.column) ?? '')?.[1];
    if (name !== undefined) reading.opened.push(name);
    blankBlock(lines, at.line);
  }
  // If nothing has changed, the same error would come up forever.
  if (lines.join('\n') === before) lines.fill('', Math.min(at.line, lines.length - 1));
  if (lines.join('\n') === before) lines.fill('');
}

/** For a tag that spans several lines, the line with an unquoted attribute value. */
function damagedLine(lines: readonly string[], { line, column }: Place): number {
  for (let index = line; index < lines.length && lines[index]!.trim() !== ''; index++) {
    const text = index === line ? lines[index]!.slice(column) : lines[index]!;
    if (/=\s*(?!["'{\s])/.test(text)) return index;
    if (text.includes('>')) break;
  }
  return line;
}

/** Each line is reported once, with all of its corrections. */
function note({ problems }: Reading, problem: MdxProblem): void {
  const same = problems.findIndex(({ line }) => line === problem.line);
  if (same === -1) problems.push(problem);
  else problems[same] = { ...problem, message: problems[same]!.message };
}

/** The parser reports a place inside or after an expression; we need its start. */
function braceBefore(lines: readonly string[], place: Place): Place {
  // The parser counts an escaped brace before another one as part of it.
  const here = [...(lines[place.line] ?? '').matchAll(UNESCAPED_BRACE)].map(({ index }) => index);
  const next = here.find((column) => column >= place.column);
  if (next !== undefined && next - place.column <= 1) return { ...place, column: next };
  for (let line = Math.min(place.line, lines.length - 1); line >= 0; line--) {
    const text = line === place.line ? lines[line]!.slice(0, place.column + 1) : lines[line]!;
    const column = text.search(/(?<!\\)\{[^{]*$/);
    // `{{a` and `{{%` start at the first of the two braces.
    if (column >= 0) return { ...place, line, column: text[column - 1] === '{' ? column - 1 : column };
    if (text.trim() === '' && line !== place.line) break;
  }
  return place;
}

/** A `{` preceded by no backslash, or by an even number of them. */
const UNESCAPED_BRACE = /(?<=(?<!\\)(?:\\\\)*)\{/g;

/** An HTML comment that spans several lines; if it is never closed, it ends with its paragraph. */
function comment(reading: Reading, { line, column }: Place): boolean {
  const { lines } = reading;
  if (lines[line]?.startsWith('<!--', column) !== true || lines[line].includes('-->', column)) return false;
  const last = lines.findIndex((text, index) => index > line && text.includes('-->'));
  const message = 'Unexpected HTML comment, expected `{/* … */}`.';
  if (last === -1) {
    note(reading, { line: line + 1, message });
    blankBlock(lines, line);
    return true;
  }
  const written = lines.slice(line, last + 1);
  written[0] = written[0]!.slice(0, column) + written[0]!.slice(column).replace('<!--', '{/*');
  written[written.length - 1] = written.at(-1)!.replace('-->', '*/}');
  lines.splice(line, written.length, ...written);
  const text = written.join('\n');
  const fix = { line: line + 1, count: written.length, text };
  note(reading, { line: line + 1, message, hint: `Write:\n${text}`, fix });
  return true;
}

const UNCLOSED = /^Expected a closing tag for `<(?<name>[^`>]*)>`/;
const UNOPENED =
  /^Unexpected closing tag `<\/(?<name>[^`>]*)>`(?:.*`<(?<opener>[^`>]*)>` \((?<line>\d+):(?<column>\d+)\))?/;

/** A tag whose other half is missing. */
function tag(reading: Reading, { line, column, reason }: Place): boolean {
  const { lines, opened } = reading;
  const unclosed = UNCLOSED.exec(reason)?.groups?.['name'];
  if (unclosed !== undefined) {
    // `<br>` and `<host>` are handled as everyday Markdown.
    if (VOID_ELEMENTS.has(unclosed.toLowerCase()) || !isTagName(unclosed)) return false;
    note(reading, { line: line + 1, message: asSentence(reason), ...closingHint(unclosed) });
    opened.push(unclosed);
    blankTag(lines, line, column);
    return true;
  }
  const unopened = UNOPENED.exec(reason)?.groups;
  if (unopened === undefined) return stray(reading, line, column);
  const other = opened.indexOf(unopened['name']!);
  if (other >= 0) opened.splice(other, 1);
  else note(reading, { line: line + 1, message: asSentence(reason) });
  blankTag(lines, line, column);
  if (unopened['line'] !== undefined)
    blankTag(lines, Number(unopened['line']) - 1, Number(unopened['column']) - 1);
  return true;
}

/** The other half of an element that has already been reported. */
function stray({ lines, opened }: Reading, line: number, column: number): boolean {
  const name = /^<\/([\w.:-]*)/.exec(lines[line]?.slice(column) ?? '')?.[1];
  const other = name === undefined ? -1 : opened.indexOf(name);
  if (other === -1) return false;
  opened.splice(other, 1);
  lines[line] = lines[line]!.slice(0, column);
  return true;
}

function closingHint(name: string): Pick<MdxProblem, 'hint'> {
  return { hint: `Close it with \`</${name}>\`, on a line of its own if the opening tag has one.` };
}

/** Blanks one tag, however many lines it spans. */
function blankTag(lines: string[], line: number, column: number): void {
  for (let index = line; index < lines.length; index++) {
    const start = index === line ? column : 0;
    const end = lines[index]!.indexOf('>', start);
    lines[index] = lines[index]!.slice(0, start) + (end === -1 ? '' : lines[index]!.slice(end + 1));
    if (end !== -1) return;
  }
}

/** An error that `everyday-markdown.ts` can correct. */
function everyday(reading: Reading, { line, column }: Place): boolean {
  const { lines } = reading;
  const corrected = correctLine(lines[line] ?? '', column);
  if (corrected === undefined || corrected.line === lines[line]) return false;
  // With so many marks in one line, the meaning is anybody's guess.
  if (corrected.line.length > 2 * reading.source[line]!.length + 100) return false;
  lines[line] = corrected.line;
  const fix = { line: line + 1, count: 1, text: corrected.line };
  const shortcode = corrected.message.startsWith('Unexpected shortcode');
  note(reading, {
    line: line + 1,
    message: corrected.message,
    hint: `${shortcode ? 'If it is meant literally, write' : 'Write'}: ${corrected.line.trim()}`,
    // Only the author knows what a shortcode was meant to produce.
    ...(shortcode ? {} : { fix }),
  });
  return true;
}

/** Blanks all lines around one, up to the nearest empty lines. */
function blankBlock(lines: string[], line: number): void {
  let first = Math.min(line, lines.length - 1);
  while (first > 0 && lines[first - 1]!.trim() !== '') first--;
  for (let index = first; index < lines.length && (index <= line || lines[index]!.trim() !== ''); index++)
    lines[index] = '';
}

/** The parser's messages are close to ours: `Expected a closing tag for <b>` → `Unexpected end, expected a closing tag …`. */
function asSentence(reason: string): string {
  const sentence = reason
    .replace(
      /^Unexpected character after `<`, .*$/s,
      'Unexpected tag, expected one with its attributes as `name="value"`',
    )
    .replace(/ \(note: .*\)$/s, '')
    .replace(/ \(\d+:\d+\)(?: before the end of `\w+`)?/g, '')
    .replace(/^Expected /, 'Unexpected end of the text, expected ')
    .replace(
      /^Could not parse expression with oxc: .*$/s,
      'Unexpected expression, expected JavaScript in braces',
    );
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
