import type { OutputPattern } from './block.ts';
import { namedPattern, OUTPUT_NAME_LIST, unknownNames } from './output-names.ts';
import type { Place, Problem } from './problems.ts';

/** Marks a line as a regular expression, as in cram. */
const regexMark = ' (re)';

/** A longer one doesn't describe a line of output, and the engine may reject it in its own ways. */
const longestRegex = 1000;

/** Parses lines of output into the patterns that `verify` compares with. */
export function parseOutput(lines: readonly string[]): OutputPattern[] {
  return lines.map((line) => {
    if (line === '...') return { kind: 'any' };
    if (line.endsWith(regexMark)) return { kind: 'regex', source: line.slice(0, -regexMark.length) };
    const source = namedPattern(line);
    return source === undefined ? { kind: 'exact', text: line } : { kind: 'regex', source };
  });
}

/** `[1]`, alone on its line → 1; undefined if the line isn't an exit status. */
export function parseExitStatus(line: string): number | undefined {
  const status = /^\[(\d{1,3})\]$/.exec(line)?.[1];
  return status !== undefined && Number(status) <= 255 ? Number(status) : undefined;
}

/** Reports each `(re)` line that isn't a regular expression, and each unknown name. */
export function checkOutput(expected: readonly OutputPattern[], line: number, column: number): Problem[] {
  return expected.flatMap((pattern, index) => {
    const names = pattern.kind === 'exact' ? unknownNames(pattern.text) : [];
    if (names.length > 0) return names.map((name) => unknownName(name, { line: line + index, column }));
    const reason = pattern.kind === 'regex' ? faultOfRegex(pattern.source) : undefined;
    if (reason === undefined) return [];
    const message = `Unexpected ${reason}, expected a regular expression before (re).`;
    return [{ code: 'bad-regular-expression' as const, line: line + index, column, message }];
  });
}

function unknownName(name: string, place: Place): Problem {
  const message = `Unexpected \`{{*${name}}}\` in output, expected one of ${OUTPUT_NAME_LIST}.`;
  return { code: 'unknown-output-name', ...place, message };
}

function faultOfRegex(source: string): string | undefined {
  if (source.length > longestRegex) return `${source.length} characters`;
  try {
    new RegExp(`^(?:${source})$`, 'u');
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(': ').at(-1) : undefined;
    return reason ? reason.charAt(0).toLowerCase() + reason.slice(1) : 'pattern';
  }
}
