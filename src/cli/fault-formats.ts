import { displayPath, type Fault } from '../content/fault.ts';

/** How a report can be had: for people, for programs, for GitHub's pages of a change. */
export const FORMATS = ['text', 'json', 'github'] as const;

export type Format = (typeof FORMATS)[number];

/** What a fault may be: it stops the build, it does not, or it is something that somebody wanted to do later. */
export type Severity = 'fault' | 'warning' | 'todo';

/** A line of a report, of whatever severity. */
export interface Finding extends Omit<Fault, 'code'> {
  code: string;
  severity: Severity;
}

/** Findings as JSON: a list of objects with path, line, code, severity, message and perhaps hint. */
export function asJson(findings: readonly Finding[], from = process.cwd()): string {
  const list = findings.map(({ file, line, code, severity, message, hint }) => ({
    path: displayPath(file, from),
    line,
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
  }));
  return JSON.stringify(list, undefined, 2);
}

const COMMANDS: Readonly<Record<Severity, string>> = { fault: 'error', warning: 'warning', todo: 'notice' };

/** Findings as GitHub's workflow commands, which show each beside its line of a pull request. */
export function asGithub(findings: readonly Finding[], from = process.cwd()): string {
  return findings
    .map(({ file, line, code, severity, message, hint }) => {
      const place = `file=${property(displayPath(file, from))},line=${line},title=${property(code)}`;
      return `::${COMMANDS[severity]} ${place}::${data(hint === undefined ? message : `${message}\n${hint}`)}`;
    })
    .join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
