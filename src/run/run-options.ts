import type { PlanItem } from '../articles/plan.ts';
import { placeholderNames } from '../commands/placeholders.ts';
import { isAllowed } from '../commands/value-form.ts';
import type { ArticleData } from '../content/schemas/article.ts';

/** Parses `name=value` arguments; undefined if one isn't in this form. */
export function assignments(given: readonly string[]): Record<string, string> | undefined {
  const pairs = given.map((text) => /^(?<name>[^=]+)=(?<value>[^]*)$/.exec(text)?.groups);
  if (pairs.includes(undefined)) return undefined;
  return Object.fromEntries(pairs.map((pair) => [pair!['name']!, pair!['value']!]));
}

/** The faults of the values given for an article's placeholders, a sentence each. */
export function valueFaults(
  values: Readonly<Record<string, string>>,
  placeholders: ArticleData['placeholders'],
): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const placeholder = placeholders[name];
    const names =
      Object.keys(placeholders).join(', ') || 'no value, because this article has no placeholders';
    if (placeholder === undefined) return [`Unexpected value \`${name}\`, expected one of ${names}.`];
    if (isAllowed(value, placeholder.pattern)) return [];
    const form = placeholder.pattern ?? 'nothing that a shell acts on';
    return [`Unexpected ${name}=${value}, expected ${form}, for example ${placeholder.example}.`];
  });
}

/** Placeholders without a value in the steps to run. */
export function missingValues(
  plan: readonly PlanItem[],
  here: readonly string[],
  values: Readonly<Record<string, string>>,
): string[] {
  const run = plan.filter(({ hosts }) => hosts.some((host) => here.includes(host)));
  const names = run.flatMap((item) =>
    placeholderNames(item.kind === 'listing' ? `${item.file}\n${item.text}` : item.command),
  );
  return [...new Set(names)].filter((name) => !Object.hasOwn(values, name));
}
