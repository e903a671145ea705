import type { TextFile } from './content-folder.ts';
import type { Fault } from './fault.ts';

/**
 * Finds unresolved Git conflicts. Other faults in the text are reported once these are gone. Conflict markers in a fence are
 * fine: it may be showing one.
 */
export function mergeConflicts({ file, text }: TextFile): Fault[] {
  if (!MARK.test(text)) return [];
  const faults: Fault[] = [];
  let fence: string | undefined;
  let open = false;
  text.split('\n').forEach((line, index) => {
    fence = fenceAfter(line, fence);
    if (fence !== undefined || !MARK.test(line)) return;
    // A lone end marker is left over from a conflict that somebody has resolved halfway.
    if (line.startsWith('<') || !open) faults.push(conflict(file, index + 1, line));
    open = line.startsWith('<');
  });
  return faults;
}

const MARK = /^(?:<{7}|>{7})(?: |$)/m;

/** The fence that is open after a line; undefined if none is. */
function fenceAfter(line: string, fence: string | undefined): string | undefined {
  const marks = /^\s*(?<marks>`{3,}|~{3,})/.exec(line)?.groups?.['marks'];
  if (fence === undefined) return marks;
  return marks?.startsWith(fence) === true && line.trim() === marks ? undefined : fence;
}

function conflict(file: string, line: number, text: string): Fault {
  const message = `Unexpected \`${text}\`, expected one side of a merge, without Git’s marks.`;
  return { file, line, code: 'merge-conflict', message };
}
