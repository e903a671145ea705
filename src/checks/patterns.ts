import type { MdxEntry } from '../content/read-content.ts';
import type { ArticleData } from '../content/schemas/article.ts';
import type { Finding } from '../content/fault.ts';

/** A pattern for IPv4 addresses that accepts impossible numbers protects nobody. */
export function patternFindings({ data, lineOf }: MdxEntry<ArticleData>): Finding[] {
  return Object.entries(data?.placeholders ?? {}).flatMap(([name, { pattern }]) => {
    if (pattern === undefined || !isLoose(pattern)) return [];
    const part = '(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
    const message = `Unexpected pattern \`${pattern}\`, expected one that does not match 999.`;
    const line = lineOf(['placeholders', name, 'pattern']);
    return [{ line, code: 'loose-pattern', message, hint: `Write '${part}(\\.${part}){3}'.` }];
  });
}

/** Valid addresses, plain words, and lookalikes. */
const addresses = ['192.0.2.1', '10.0.0.11', '198.51.100.254'];
const names = ['a', 'web1', 'gluster1.example.org', '10.0.0.0/8'];
const wrong = ['999.999.999.999', '256.1.1.1', '10.0.0.300'];

/** Accepts all addresses and no names, but lookalikes too: `[0-9.]+`, `([0-9]{1,3}\.){3}[0-9]{1,3}`. */
function isLoose(pattern: string): boolean {
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  const takes = (text: string): boolean => whole.test(text);
  return addresses.every(takes) && !names.some(takes) && wrong.some(takes);
}
