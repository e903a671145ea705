import type { CommandRecord } from './format.ts';
import type { Query } from './query.ts';

/**
 * How much better a command is than its terms say, once its text is at hand: one that begins as the query does is what
 * half a command in mind is looking for.
 */
export function textBonus(
  { text, terms }: Query,
  { command, introduction, programs }: CommandRecord,
): number {
  if (text === '') return 1;
  const query = text.toLowerCase();
  const line = command
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:sudo|doas) /, '');
  const startsProgram = programs[0]?.toLowerCase() === terms[0];
  return (
    1 +
    lineBonus(line, query) +
    (startsProgram ? 0.3 : 0) +
    (introduction.toLowerCase().includes(query) ? 0.3 : 0)
  );
}

function lineBonus(line: string, query: string): number {
  if (line === query) return 1.2;
  if (line.startsWith(`${query} `)) return 1;
  if (line.startsWith(query)) return 0.8;
  const at = line.indexOf(query);
  if (at < 0) return 0;
  return /\s/.test(line[at - 1] ?? ' ') ? 0.5 : 0.25;
}
