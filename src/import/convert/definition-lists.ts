import { fenceAfter } from './fences.ts';

type Lines = readonly string[];

/** `: The definition`, with what comes before its text. */
const DEFINITION = /^( {0,3}:[ \t]{1,3})(?=\S)/;

/** What begins something else than a term. */
const NO_TERM = /^(?:\s|#{1,6}\s|>|[-*+]\s|\d+[.)]\s|\||:|<\/?[a-z!]|`{3}|~{3}|\{[{%<:]|!!!|\?\?\?|={3})/i;

/**
 * Turns definition lists of kramdown, Goldmark and Python-Markdown (`Term`, then `: The definition`) into elements with the same
 * text inside, so that Markdown can read on within them. Code stays unchanged.
 */
export function openDefinitions(text: string): string {
  const lines = text.split('\n');
  const result: string[] = [];
  let fence: string | undefined;
  let isOpen = false;
  for (let index = 0; index < lines.length; index++) {
    const terms = fence === undefined ? termsAt(lines, index) : 0;
    if (terms === 0) {
      if (isOpen && lines[index]!.trim() !== '') {
        result.push('</dl>', '');
        isOpen = false;
      }
      fence = fenceAfter(lines[index]!, fence);
      result.push(lines[index]!);
      continue;
    }
    if (!isOpen) result.push('', '<dl>');
    isOpen = true;
    for (const term of lines.slice(index, index + terms)) result.push('<dt>', '', term.trim(), '', '</dt>');
    index = pushDefinitions(lines, index + terms, result) - 1;
  }
  if (isOpen) result.push('</dl>', '');
  return result.join('\n');
}

/** How many lines are terms, up to a definition; 0 if there is none. */
function termsAt(lines: Lines, from: number): number {
  if (from > 0 && !/^\s*$|^ {0,3}:[ \t]/.test(lines[from - 1]!) && !isIndented(lines[from - 1]!)) return 0;
  let at = from;
  while (at < lines.length && lines[at]!.trim() !== '' && !NO_TERM.test(lines[at]!)) at++;
  const isSpaced = at > from && lines[at]?.trim() === '' && DEFINITION.test(lines[at + 1] ?? '');
  const isNext = at > from && DEFINITION.test(lines[at] ?? '');
  // With a blank line in between, several lines are a paragraph.
  return isNext || (isSpaced && at === from + 1) ? at - from : 0;
}

function isIndented(line: string): boolean {
  return /^(?: {2}|\t)/.test(line);
}

/** Adds the definitions that begin at a line, and returns the line after them. */
function pushDefinitions(lines: Lines, from: number, result: string[]): number {
  let at = from;
  for (;;) {
    const start = lines[at]?.trim() === '' && DEFINITION.test(lines[at + 1] ?? '') ? at + 1 : at;
    const mark = DEFINITION.exec(lines[start] ?? '')?.[1];
    if (mark === undefined) return at;
    const body = [lines[start]!.slice(mark.length)];
    at = start + 1;
    for (; at < lines.length; at++) {
      const line = lines[at]!;
      const isLazy = lines[at - 1]!.trim() !== '' && !DEFINITION.test(line);
      if (line.trim() !== '' && !isIndented(line) && !isLazy) break;
      body.push(line.replace(new RegExp(String.raw`^(?:\t| {1,${mark.length}})`), ''));
    }
    // Blank lines at the end are between this and what follows.
    while (body.at(-1)?.trim() === '') {
      body.pop();
      at--;
    }
    result.push('<dd>', '', ...body, '', '</dd>');
  }
}
