/** A fence's `verify="…"`: skip its steps, or repeat them until they print what they should. */
export type VerifyRule = { kind: 'skip'; reason: string } | { kind: 'wait'; seconds: number };

/** Both forms, worded for a message. */
export const VERIFY_FORMS = 'verify="skip: the reason" or verify="wait: 30" (seconds)';

/** Parses `skip: needs a kernel module` or `wait: 30`; undefined for anything else. */
export function parseVerifyRule(value: string): VerifyRule | undefined {
  const reason = /^skip: *(?<reason>\S.*)$/u.exec(value)?.groups?.['reason'];
  if (reason !== undefined) return { kind: 'skip', reason };
  const seconds = /^wait: *(?<seconds>[1-9]\d{0,3})$/.exec(value)?.groups?.['seconds'];
  return seconds === undefined ? undefined : { kind: 'wait', seconds: Number(seconds) };
}
