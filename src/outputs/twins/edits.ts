/** A change of a text: what stands between two offsets gives way to another text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A part of a text with its changes, of which no two overlap. */
export function applyEdits(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  const parts: string[] = [];
  let done = from;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  return parts.join('') + text.slice(done, to);
}
