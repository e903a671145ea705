import type { Content, YamlEntry } from '../content/read-content.ts';
import type { Fault } from '../content/fault.ts';
import { instant } from '../content/schemas/instant.ts';
import { stringAt } from './raw.ts';

const ORIGINAL = ['attribution', 'published'];

/**
 * Finds dates that contradict each other, and warns about unlikely ones.
 *
 * @param now dates after this day are in the future
 */
export function dateFaults(content: Content, now = new Date()): Fault[] {
  return [
    ...content.articles.flatMap((entry) => [
      ...wrongOrder(entry, ['published'], ['updated']),
      ...wrongOrder(entry, ORIGINAL, ['published'], ORIGINAL),
      ...eventDays(entry),
      ...[['published'], ['updated'], ORIGINAL].flatMap((path) => unlikely(entry, path, now)),
    ]),
    ...content.comments.flatMap((entry) => unlikely(entry, ['date'], now)),
  ];
}

/** `2026-01-31T23:30:00+03:00` → `2026-01-31`; undefined for values that the schema rejects anyway. */
function dayAt(entry: YamlEntry<unknown>, path: readonly string[]): string | undefined {
  const written = stringAt(entry.raw, ...path);
  return instant.safeParse(written).success ? written!.slice(0, 10) : undefined;
}

/** Two dates in the wrong order, reported where `later`, or else `earlier`, is. */
function wrongOrder(
  entry: YamlEntry<unknown>,
  earlier: readonly string[],
  later: readonly string[],
  blamed = later,
): Fault[] {
  if (dayAt(entry, earlier) === undefined || dayAt(entry, later) === undefined) return [];
  if (isOrdered(entry, earlier, later)) return [];
  const written = (path: readonly string[]): string => stringAt(entry.raw, ...path)!;
  const [other, bound] = blamed === later ? [earlier, 'later'] : [later, 'earlier'];
  const message = `Unexpected \`${written(blamed)}\` in \`${blamed.join('.')}\`, expected \`${other.join('.')}\` (${written(other)}) or ${bound}.`;
  return [{ file: entry.file, line: entry.lineOf(blamed), code: 'wrong-order', message }];
}

/** Compares two instants as such; if either is only a day, compares the days. */
function isOrdered(entry: YamlEntry<unknown>, earlier: readonly string[], later: readonly string[]): boolean {
  const [from, to] = [stringAt(entry.raw, ...earlier)!, stringAt(entry.raw, ...later)!];
  return from.includes('T') && to.includes('T')
    ? Date.parse(from) <= Date.parse(to)
    : from.slice(0, 10) <= to.slice(0, 10);
}

function eventDays(entry: YamlEntry<unknown>): Fault[] {
  const days = (entry.raw as { event?: { days?: unknown } } | undefined)?.event?.days;
  if (!Array.isArray(days)) return [];
  return days.flatMap((day: unknown, index) => {
    const before: unknown = days[index - 1];
    if (typeof day !== 'string' || typeof before !== 'string' || before <= day) return [];
    const message = `Unexpected day \`${day}\` after \`${before}\`, expected the days in their order.`;
    return [{ file: entry.file, line: entry.lineOf(['event', 'days', index]), code: 'wrong-order', message }];
  });
}

const DAY = 86_400_000;

function unlikely(entry: YamlEntry<unknown>, path: readonly string[], now: Date): Fault[] {
  const day = dayAt(entry, path);
  if (day === undefined) return [];
  // Tomorrow may already be today somewhere.
  const isFuture = Date.parse(day) > now.getTime() + DAY;
  if (!isFuture && Number(day.slice(0, 4)) >= 1970) return [];
  const message = `Unexpected \`${day}\` in \`${path.join('.')}\`, expected a day ${isFuture ? 'that has come' : 'after 1969'}.`;
  return [{ file: entry.file, line: entry.lineOf(path), code: 'unlikely-date', message }];
}
