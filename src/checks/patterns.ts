import type { Content, MdxEntry } from '../content/read-content.ts';
import type { Fault } from '../content/fault.ts';

/** A pattern that is for an IPv4 address, and takes numbers that no address has, protects nobody. */
export function patternFaults(content: Content): Fault[] {
  return content.articles.flatMap((entry) =>
    Object.entries(entry.data?.placeholders ?? {}).flatMap(([name, { pattern }]) =>
      pattern !== undefined && isLoose(pattern) ? [loosePattern(entry, name, pattern)] : [],
    ),
  );
}

/** Addresses that are some, words that are none, and what only looks like an address. */
const addresses = ['192.0.2.1', '10.0.0.11', '198.51.100.254'];
const names = ['a', 'web1', 'gluster1.example.org', '10.0.0.0/8'];
const wrong = ['999.999.999.999', '256.1.1.1', '10.0.0.300'];

/** It takes every address and no name, but not only addresses: `[0-9.]+`, `([0-9]{1,3}\.){3}[0-9]{1,3}`. */
function isLoose(pattern: string): boolean {
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  const takes = (text: string): boolean => whole.test(text);
  return addresses.every(takes) && !names.some(takes) && wrong.some(takes);
}

function loosePattern(entry: MdxEntry<unknown>, name: string, pattern: string): Fault {
  const part = '(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
  const message = `Unexpected pattern \`${pattern}\`, expected one that takes no 999.`;
  return {
    file: entry.file,
    line: entry.lineOf(['placeholders', name, 'pattern']),
    code: 'loose-pattern',
    message,
    hint: `Write '${part}(\\.${part}){3}'.`,
  };
}
