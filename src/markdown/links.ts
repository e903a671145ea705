import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { articlePath } from '../library/paths.ts';

/** Where an address in an article leads. */
export type LinkTarget =
  /** Another site, an e-mail address, a telephone. */
  | { to: 'elsewhere' }
  /** A heading of the same article. */
  | { to: 'heading'; fragment: string }
  /** A path of this site, from its root. */
  | { to: 'path'; path: string; fragment: string | undefined }
  /** A file beside the article, published with it. */
  | { to: 'file'; file: string; name: string }
  /** An address of a kind that no page should have, such as `javascript:`. */
  | { to: 'nowhere' };

const SAFE_PROTOCOLS = new Set([
  'http:',
  'https:',
  'mailto:',
  'tel:',
  'xmpp:',
  'irc:',
  'ircs:',
  'git:',
  'ssh:',
  'ftp:',
]);

/**
 * What an address in an article means. Beside the site's own paths (`/tags/xen/`) it may be the path of another
 * article's file (`./other.mdx#part`), so that the link works on a Git host too, or of a picture or data file.
 */
export function linkTarget(address: string, articleFile: string): LinkTarget {
  const protocol = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase();
  if (protocol !== undefined) return SAFE_PROTOCOLS.has(protocol) ? { to: 'elsewhere' } : { to: 'nowhere' };
  if (address.startsWith('//')) return { to: 'elsewhere' };
  const [beforeFragment, fragment] = cut(address, '#');
  if (beforeFragment === '') return { to: 'heading', fragment: decode(fragment ?? '') };
  const [path] = cut(beforeFragment, '?');
  if (path.startsWith('/')) return { to: 'path', path: decode(path), fragment: fragment && decode(fragment) };
  const file = resolve(dirname(articleFile), decode(path));
  if (!file.endsWith('.mdx')) return { to: 'file', file, name: basename(file) };
  const slug = basename(file) === 'index.mdx' ? basename(dirname(file)) : basename(file, '.mdx');
  return { to: 'path', path: articlePath(slug), fragment: fragment && decode(fragment) };
}

/** True for what lies there and is a file. */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function cut(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
