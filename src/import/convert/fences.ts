const OPENING = /^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?!.*`)|~{3,})/;

/** Follows a Markdown text line by line: returns the mark of the fence that is open after a line. */
export function fenceAfter(line: string, open: string | undefined): string | undefined {
  if (open === undefined) return OPENING.exec(line)?.[1];
  const closing = /^[ \t]*(?:>[ \t]?)*[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return closing?.startsWith(open) === true ? undefined : open;
}

/** Makes a fence that nothing in the text can close. */
export function fenceAround(text: string, info: string, indent: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const mark = '`'.repeat(longest + 1);
  return [mark + info, ...text.split('\n'), mark].map((line) => indent + line).join('\n');
}

/** Changes the text between fences; code stays unchanged. */
export function mapProse(text: string, change: (prose: string) => string): string {
  const parts: { isCode: boolean; lines: string[] }[] = [];
  for (const { line, isCode } of markedLines(text)) {
    if (parts.at(-1)?.isCode === isCode) parts.at(-1)!.lines.push(line);
    else parts.push({ isCode, lines: [line] });
  }
  return parts.map(({ isCode, lines }) => (isCode ? lines.join('\n') : change(lines.join('\n')))).join('\n');
}

/** The lines of a text, and whether each belongs to a fence. */
export function markedLines(text: string): { line: string; isCode: boolean }[] {
  let open: string | undefined;
  return text.split('\n').map((line) => {
    const before = open;
    open = fenceAfter(line, open);
    return { line, isCode: (before ?? open) !== undefined };
  });
}
