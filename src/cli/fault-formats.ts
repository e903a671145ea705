import { displayPath, type Fault } from '../content/fault.ts';

/** Report formats: for people, for programs, and as annotations on GitHub. */
export const FORMATS = ['text', 'json', 'github'] as const;

export type Format = (typeof FORMATS)[number];

/** Whether a finding fails the build, is only a warning, or is a note of something left to do. */
export type Severity = 'fault' | 'warning' | 'todo';

/** A line of a report, of any severity. */
export interface Finding extends Omit<Fault, 'code'> {
  code: string;
  severity: Severity;
}

/** Findings as JSON: a list of objects with path, line, code, severity, message and sometimes a hint. */
export function asJson(findings: readonly Finding[]): string {
  const list = findings.map(({ file, line, code, severity, message, hint }) => ({
    path: displayPath(file),
    line,
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
  }));
  return JSON.stringify(list, undefined, 2);
}

const COMMANDS: Readonly<Record<Severity, string>> = { fault: 'error', warning: 'warning', todo: 'notice' };

/** Findings as GitHub workflow commands, which show up next to the line in a pull request. */
export function asGithub(findings: readonly Finding[]): string {
  return findings
    .map(({ file, line, code, severity, message, hint }) => {
      const place = `file=${property(displayPath(file))},line=${line},title=${property(code)}`;
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
