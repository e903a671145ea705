import { existsSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { contentFolder } from '../content-folder.ts';
import { articlePath, pagePath } from '../text-paths.ts';

/** Where an address in an article leads. */
export type LinkTarget =
  /** Another site, an e-mail address or a phone number. */
  | { to: 'elsewhere' }
  /** A heading of the same article. */
  | { to: 'heading'; fragment: string }
  /** A path of this site, from its root, decoded; `rest` is whatever follows, as written: `?q=ls`, `#part`. */
  | { to: 'path'; path: string; fragment: string | undefined; rest: string }
  /** A file next to the article, published with it; `rest` as above: `#page=3`. */
  | { to: 'file'; file: string; name: string; rest: string }
  /** An address that no page should have, such as `javascript:`. */
  | { to: 'nowhere' };

/** The schemes allowed in links. */
export const SAFE_SCHEMES: readonly string[] = 'http https mailto tel xmpp irc ircs git ssh ftp'.split(' ');

/**
 * Resolves an address in an article. Apart from the site's own paths (`/tags/xen/`), it can be the path of a picture, a data
 * file, or the file of another article or page (`./other.mdx#part`), so that the link works on a Git host too.
 */
export function linkTarget(written: string, articleFile: string): LinkTarget {
  const address = asBrowsersRead(written);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]!.toLowerCase();
  if (scheme !== undefined) return SAFE_SCHEMES.includes(scheme) ? { to: 'elsewhere' } : { to: 'nowhere' };
  if (address.startsWith('//')) return { to: 'elsewhere' };
  const { path = '', rest = '', hash } = PARTS.exec(address)?.groups ?? {};
  const fragment = hash === undefined ? undefined : decode(hash);
  if (address === '' || address.startsWith('#')) return { to: 'heading', fragment: fragment ?? '' };
  if (path.startsWith('/')) return { to: 'path', path: decode(path), fragment, rest };
  const file = resolve(dirname(articleFile), decode(path));
  if (!file.endsWith('.mdx')) return { to: 'file', file, name: basename(file), rest };
  return { to: 'path', path: pathOfText(file), fragment, rest };
}

/** Browsers ignore spaces and control characters before an address, and line breaks and tabs within it. */
function asBrowsersRead(address: string): string {
  // eslint-disable-next-line no-control-regex -- these are the ones meant (WHATWG URL, 4.4)
  return address.replace(/^[\u0000-\u0020]+|[\t\n\r]+/g, '');
}

/** Splits an address without a host: `./a.mdx?b#c` → `./a.mdx`, `?b#c`, `c`. */
const PARTS = /^(?<path>[^?#]*)(?<rest>(?:\?[^#]*)?(?:#(?<hash>.*))?)$/s;

/** The path where an MDX file is published: `…/articles/a/index.mdx` → `/articles/a/`, `…/pages/about.mdx` → `/about/`. */
function pathOfText(file: string): string {
  const folder = basename(dirname(file));
  if (basename(file) === 'index.mdx') return articlePath(folder);
  const slug = basename(file, '.mdx');
  return folder === 'pages' ? pagePath(slug) : articlePath(slug);
}

/** The path of a text in the content folder; undefined for any other file. */
export function textPath(file: string): string | undefined {
  const [part] = relative(contentFolder(), file).split(sep);
  return part === 'articles' || part === 'pages' ? pathOfText(file) : undefined;
}

/** Whether a path exists and is a file. */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** `a%20b` → `a b`; returns the text as it is if it can't be decoded. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
