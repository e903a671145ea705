/** The opening of a fence that isn't closed yet. */
export interface OpenFence {
  indent: number;
  mark: string;
}

const OPENING =
  /^(?<indent>[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?<mark>`{3,}|~{3,})(?<info>.*)$/;

/** Follows a Markdown text line by line: returns the fence that is open after a line. */
export function fenceAfter(line: string, open: OpenFence | undefined): OpenFence | undefined {
  if (open !== undefined) {
    const closing = /^[ \t]*(?:>[ \t]?)*[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
    return closing?.[0] === open.mark[0] && closing!.length >= open.mark.length ? undefined : open;
  }
  const groups = OPENING.exec(line)?.groups;
  if (groups === undefined || (groups['mark']!.startsWith('`') && groups['info']!.includes('`')))
    return undefined;
  return { indent: groups['indent']!.length, mark: groups['mark']! };
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
  let fence: OpenFence | undefined;
  for (const line of text.split('\n')) {
    const before = fence;
    fence = fenceAfter(line, fence);
    const isCode = before !== undefined || fence !== undefined;
    if (parts.at(-1)?.isCode === isCode) parts.at(-1)!.lines.push(line);
    else parts.push({ isCode, lines: [line] });
  }
  return parts.map(({ isCode, lines }) => (isCode ? lines.join('\n') : change(lines.join('\n')))).join('\n');
}
