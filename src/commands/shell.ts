import { parse, type ParsedScript } from 'unbash';
import type { ProblemCode } from './problems.ts';

/** A fault in a shell text, at an offset. */
export interface ShellFault {
  code: ProblemCode;
  offset: number;
  message: string;
}

/** Longer texts aren't parsed: nobody reads, copies or checks such a command. */
const longestCommand = 100_000;

/** For each new here-document, the parser scans all open ones again. */
const mostHereDocuments = 200;

/** Parses shell text; undefined if it is too long or too deeply nested for the parser. */
export function parseShell(text: string): ParsedScript | undefined {
  if (text.length > longestCommand || text.split('<<').length > mostHereDocuments) return undefined;
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // Stack overflow.
    throw error;
  }
}

/** The faults of a syntax tree, in the project's wording. Those of nested texts are found while walking it. */
export function faultsOf(script: ParsedScript, text: string): ShellFault[] {
  return (script.errors ?? []).map(({ message, pos }) => ({
    code: /quote|backtick/.test(message) ? 'unclosed-quote' : 'shell-syntax',
    offset: Math.min(pos, text.length),
    message: `${unexpectedAt(text, pos)}, ${expectation(message)}.`,
  }));
}

function unexpectedAt(text: string, offset: number): string {
  const token = /[ \t]*(?<word>\S[^\s;&|()<>]{0,30})/y;
  token.lastIndex = offset;
  const found = token.exec(text)?.groups?.word;
  if (found !== undefined) return `Unexpected \`${found}\``;
  return text.slice(offset).trim() === '' ? 'Unexpected end of the command' : 'Unexpected end of the line';
}

/** Rewords the parser's messages: `expected 'fi' to close 'if'`, `unterminated backtick`, `unexpected token ')'`. */
function expectation(message: string): string {
  if (message.startsWith('expected ')) return message.replaceAll("'", '`');
  const unterminated = /^unterminated (.*)$/.exec(message)?.[1];
  return unterminated === undefined ? 'expected a command' : `expected the end of the ${unterminated}`;
}
