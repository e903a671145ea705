import type { ImportedFence, Repair } from '../code/written-code.ts';
import type { Note } from '../note.ts';

/**
 * Notes with a line of the new article: its repairs and its markers.
 *
 * @param file the article's, within the content folder
 * @param text all of that file
 * @param inline repairs in code within a line
 */
export function placedNotes(
  file: string,
  text: string,
  fences: readonly ImportedFence[],
  inline: readonly Repair[],
): Note[] {
  const lines = text.split('\n');
  const start = lines.indexOf('---', 1) + 2;
  const firstLines = linesOfFences(lines, start);
  const inFences = fences.flatMap(({ repairs }, index) =>
    repairs.map((repair) => repaired(file, (firstLines[index] ?? 1) + repair.line, repair)),
  );
  const inLines = inline.map((repair) => {
    const after = repair.after.slice(0, 60);
    const line = lines.findIndex((one, number) => number >= start && one.includes(after)) + 1;
    return repaired(file, Math.max(1, line), repair);
  });
  return [...inFences, ...inLines, ...markers(file, lines)];
}

function repaired(file: string, line: number, repair: Repair): Note {
  return {
    kind: 'repaired',
    at: { file, line },
    code: 'unsafe-character',
    message:
      'Unexpected markup, or typographic or invisible characters, in code, expected plain ones; repaired.',
    hint: `${repair.before.trim()}\n${repair.after.trim()}`,
  };
}

function markers(file: string, lines: readonly string[]): Note[] {
  return lines.flatMap((line, index): Note[] => {
    const todo = /\{\/\* todo: (.*?) \*\/\}/.exec(line)?.[1];
    if (todo === undefined) return [];
    return [{ kind: 'to do', at: { file, line: index + 1 }, code: 'to-do', message: sentence(todo) }];
  });
}

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
}

/** The line of the file on which each fence's code begins, in order. */
function linesOfFences(lines: readonly string[], from: number): number[] {
  const found: number[] = [];
  let mark: string | undefined;
  lines.forEach((line, index) => {
    if (index < from) return;
    const fence = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,})/.exec(line)?.[1];
    if (fence === undefined) return;
    if (mark === undefined) {
      mark = fence;
      found.push(index + 2);
    } else if (fence.length >= mark.length && /^[\s>]*`+\s*$/.test(line)) mark = undefined;
  });
  return found;
}
