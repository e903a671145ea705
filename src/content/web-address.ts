import { decode } from './outline/links.ts';

/**
 * What is wrong with an absolute address, in words; undefined if nothing is. Stricter than `new URL`, which accepts `https:/x`
 * and `https://a..b`: an impossible host is a typo.
 */
export function addressProblem(address: string): string | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase();
  if (scheme === 'mailto:') return mailProblem(address);
  if (scheme === 'tel:')
    return /^tel:\+?[\d().\s%-]{2,}(?:;.*)?$/i.test(address) ? undefined : 'a telephone number';
  if (!['http:', 'https:', 'ftp:'].includes(scheme ?? '')) return undefined;
  if (!/^[a-z]+:\/\/[^/?#]/i.test(address)) return 'two slashes and a host after the colon';
  if (/[\s\\|`]/.test(address)) return 'no space, backslash, bar or backtick in it';
  if (/%(?![\da-f]{2})/i.test(address)) return 'two hexadecimal digits after each `%`';
  return hostProblem(address);
}

function hostProblem(address: string): string | undefined {
  if (!URL.canParse(address)) return 'an address with a host that can exist';
  const { hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return 'no user name or password in it';
  if (hostname.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(hostname)) return undefined;
  const labels = hostname.replace(/\.$/, '').split('.');
  if (!labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label)))
    return 'a host that can exist';
  // `https://https://…`, `https://www.`
  return ['http', 'https', 'www'].includes(labels.join('.')) ? 'a host that can exist' : undefined;
}

function mailProblem(address: string): string | undefined {
  const [receivers = ''] = address.slice('mailto:'.length).split('?');
  const good = receivers.split(',').every((one) => /^[^\s@,<>]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(decode(one)));
  return good ? undefined : 'an e-mail address after `mailto:`';
}
