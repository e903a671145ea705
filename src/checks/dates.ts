import type { Content, YamlEntry } from '../content/read-content.ts';
import type { Fault } from '../content/fault.ts';
import { instant } from '../content/schemas/instant.ts';
import { stringAt } from './raw.ts';

/**
 * Finds dates that contradict each other, and warns about unlikely ones.
 *
 * @param now dates after this day are in the future
 */
export function dateFaults(content: Content, now = new Date()): Fault[] {
  return [
    ...content.articles.flatMap((entry) => [
      ...wrongOrder(entry, ['published'], ['updated']),
      ...laterOriginal(entry),
      ...eventDays(entry),
      ...[['published'], ['updated'], ['attribution', 'published']].flatMap((path) =>
        unlikely(entry, path, now),
      ),
    ]),
    ...content.comments.flatMap((entry) => unlikely(entry, ['date'], now)),
  ];
}

/** `2026-01-31T23:30:00+03:00` → `2026-01-31`; undefined for values that the schema rejects anyway. */
function dayAt(entry: YamlEntry<unknown>, path: readonly string[]): string | undefined {
  const written = stringAt(entry.raw, ...path);
  return instant.safeParse(written).success ? written!.slice(0, 10) : undefined;
}

function wrongOrder(
  entry: YamlEntry<unknown>,
  earlier: readonly string[],
  later: readonly string[],
): Fault[] {
  const [from, to] = [dayAt(entry, earlier), dayAt(entry, later)];
  if (from === undefined || to === undefined || isOrdered(entry, earlier, later)) return [];
  const message = `Unexpected \`${stringAt(entry.raw, ...later)!}\` in \`${later.join('.')}\`, expected \`${earlier.join('.')}\` (${stringAt(entry.raw, ...earlier)!}) or later.`;
  return [{ file: entry.file, line: entry.lineOf(later), code: 'wrong-order', message }];
}

function laterOriginal(entry: YamlEntry<unknown>): Fault[] {
  const path = ['attribution', 'published'];
  const [original, own] = [dayAt(entry, path), dayAt(entry, ['published'])];
  if (original === undefined || own === undefined || isOrdered(entry, path, ['published'])) return [];
  const message = `Unexpected \`${stringAt(entry.raw, ...path)!}\` in \`attribution.published\`, expected \`published\` (${stringAt(entry.raw, 'published')!}) or earlier.`;
  return [{ file: entry.file, line: entry.lineOf(path), code: 'wrong-order', message }];
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
