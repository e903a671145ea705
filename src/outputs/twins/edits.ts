/** A change to a text: what is between two offsets is replaced. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Part of a text with its changes, which must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  const parts: string[] = [];
  let done = from;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  return parts.join('') + text.slice(done, to);
}
