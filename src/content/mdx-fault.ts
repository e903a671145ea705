import type { Fault } from './fault.ts';

/** `3:1: Unexpected closing tag … (mdx-jsx:unexpected-character)` in its parts. */
const SYNTAX_ERROR = /^(?<line>\d+):\d+: (?<message>.*?)(?: \([a-z-]+:[a-z-]+\))?$/s;

/** An error of the MDX compiler as a fault, with the line from its message. */
export function mdxFault(file: string, error: unknown): Fault {
  const text = error instanceof Error ? error.message : String(error);
  const groups = SYNTAX_ERROR.exec(text)?.groups;
  const message = groups?.['message'] ?? text;
  return { file, line: Number(groups?.['line'] ?? 1), code: 'mdx-syntax', message: asSentence(message) };
}

/** Sätteri's messages are nearly ours: `Expected a closing tag for <b>` → `Unexpected end, expected a closing tag …`. */
function asSentence(message: string): string {
  const sentence = message.replace(/^Expected /, 'Unexpected end of the text, expected ');
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
