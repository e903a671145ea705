import { plainLines } from './compare.ts';
import { failureText } from './execute.ts';
import type { Fault } from '../content/fault.ts';
import type { Verification } from '../content/schemas/verification.ts';
import { firstLine } from './record.ts';
import type { VerifiedItem } from './verify.ts';

/** ` 3  passed    0.4 s  web1 web2: systemctl reload nginx` */
export function itemLine({ item, outcome, seconds, reason }: VerifiedItem): string {
  const time = seconds === undefined ? '' : `${seconds.toFixed(1)} s`;
  const why = outcome === 'skipped' && reason !== undefined ? ` (${reason})` : '';
  const head = `${String(item.number).padStart(2)}  ${outcome.padEnd(7)} ${time.padStart(7)}`;
  return `${head}  ${item.hosts.join(' ')}: ${firstLine(item)}${why}`;
}

/** `13 of 14 steps passed, 1 skipped` */
export function summary({ steps }: Verification): string {
  const count = (outcome: string): number => steps.filter((step) => step.outcome === outcome).length;
  const skipped = count('skipped');
  return `${count('passed')} of ${steps.length} steps passed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** How many lines of a command's output a report shows, from its end. */
const SHOWN_LINES = 30;

/** What each host printed, for an author who wants to add it to the article. */
export function outputLines({ done }: VerifiedItem): string[] {
  return done.flatMap(({ host, output }) => lastLines(output).map((line) => `${host} | ${line}`));
}

function lastLines(output: string): string[] {
  const lines = plainLines(output);
  const before = lines.length - SHOWN_LINES;
  return before <= 0 ? lines : [`(${before} lines before these)`, ...lines.slice(before)];
}

/** The step that failed, if any, as a fault with its output. */
export function failedStep(file: string, verified: readonly VerifiedItem[]): Fault[] {
  return verified.flatMap(({ item, done }) =>
    done.flatMap(({ host, output, failure }) => {
      if (failure === undefined) return [];
      const lines = lastLines(output);
      const shown = lines.length === 0 ? ['It printed nothing.'] : ['It printed:', ...lines];
      const hint = [`${host}: ${firstLine(item)}`, ...shown].join('\n');
      return [{ file, line: item.line, code: 'failed-step' as const, message: failureText(failure), hint }];
    }),
  );
}
