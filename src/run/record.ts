import { stringify } from 'yaml';
import type { PlanItem } from '../articles/plan.ts';
import type { Verification } from '../content/schemas/verification.ts';
import type { VerifiedItem } from './verify.ts';

/** The path of an article's record: `xen.mdx` → `xen.verification.yaml`. */
export function recordFile(articleFile: string): string {
  return articleFile.replace(/\.mdx$/, '.verification.yaml');
}

/** Makes the record of what was run where. */
export function recordOf(
  done: readonly VerifiedItem[],
  { date, system, recipe, packages }: Omit<Verification, 'steps'>,
): Verification {
  return {
    date,
    system,
    recipe,
    packages,
    steps: done.map(({ item, outcome, seconds, reason }) => ({
      step: firstLine(item),
      digest: item.digest,
      outcome,
      ...(seconds !== undefined && { seconds: Math.round(seconds * 10) / 10 }),
      ...(reason !== undefined && { reason }),
    })),
  };
}

/** Writes a record as a file, with its origin at the top. */
export function recordText(record: Verification): string {
  return `# Written by \`npm run verify\`; not to be edited by hand.\n${stringify(record, { lineWidth: 0, singleQuote: true })}`;
}

/** The first line of a command, or `>> /etc/hosts` for text that is appended to a file. */
export function firstLine(item: PlanItem): string {
  if (item.kind === 'listing') return `${item.append ? '>>' : '>'} ${item.file}`;
  const [line, ...rest] = item.command.split('\n');
  return rest.length === 0 ? line! : `${line!} …`;
}

/** Turns lines of `name version` of source packages into the record's list, without duplicates. */
export function packageVersions(lines: string): Verification['packages'] {
  const found = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '))
    .map(([name = '', version = '']) => ({ package: name, version }));
  return [...new Map(found.map((one) => [`${one.package} ${one.version}`, one])).values()];
}
