import { posix } from 'node:path';
import { decode } from '../content/outline/links.ts';
import { addressProblem } from '../content/web-address.ts';
import { linkTarget } from '../content/outline/links.ts';
import { articlePath } from '../content/text-paths.ts';
import type { AddressBook } from './address-book.ts';
import type { Entry } from './entry.ts';

/** Where a link in an imported text leads. */
export type LinkedTo =
  /** As it will be written. */
  | { to: 'address'; url: string }
  /** Another article, perhaps to one of its headings by the source's name. */
  | { to: 'article'; slug: string; fragment: string | undefined }
  /** A heading of the same text. */
  | { to: 'heading'; fragment: string }
  /** A file of the imported folder. */
  | { to: 'file'; path: string }
  /** Nothing that exists. */
  | { to: 'nowhere'; why: string };

/** What the links of a source are resolved with. */
export interface Surroundings {
  book: AddressBook;
  /** The old site's address. */
  site: string | undefined;
  /** Folders whose files are at the old site's root. */
  roots: readonly string[];
  hasFile: (path: string) => boolean;
}

/** Resolves an address in an entry's text to where it leads now. */
export function followLink(written: string, entry: Entry, around: Surroundings): LinkedTo {
  const address = written.trim().replace(/[\t\n\r]/g, '');
  if (address === '') return { to: 'nowhere', why: 'link without an address' };
  const own = /^\/articles\/([a-z0-9-]+)\/$/.exec(address)?.[1];
  if (own !== undefined && around.book.hasSlug(own)) return { to: 'article', slug: own, fragment: undefined };
  if (address.startsWith('#')) return { to: 'heading', fragment: decode(address.slice(1)) };
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return elsewhere(address, entry, around);
  return entry.path === undefined ? inFeed(address, entry, around) : inFolder(address, entry, around);
}

function elsewhere(address: string, entry: Entry, { book, site }: Surroundings): LinkedTo {
  const whole = address.startsWith('//') ? `https:${address}` : address;
  const url = /^https?:/i.test(whole) ? (URL.parse(whole) ?? undefined) : undefined;
  const result = url === undefined ? encoded(whole) : written(whole, url);
  const problem = addressProblem(result);
  if (problem !== undefined || linkTarget(result, '/a/index.mdx').to === 'nowhere')
    return { to: 'nowhere', why: `address \`${address.slice(0, 80)}\`` };
  const slug = url !== undefined && isOwn(url, site, entry) ? book.find(url.href) : undefined;
  if (slug === undefined) return { to: 'address', url: result };
  const fragment = url!.hash === '' ? undefined : decode(url!.hash.slice(1));
  return { to: 'article', slug, fragment };
}

/** A relative address in a feed belongs to the feed's site. */
function inFeed(address: string, entry: Entry, around: Surroundings): LinkedTo {
  const base = entry.base ?? around.site;
  if (base !== undefined && URL.canParse(address, base))
    return elsewhere(new URL(address, base).href, entry, around);
  const slug = around.book.find(address.replace(/^(?!\/)/, '/'));
  if (slug !== undefined) return { to: 'article', slug, fragment: fragmentOf(address) };
  return { to: 'nowhere', why: `link to \`${address.slice(0, 80)}\` of a site whose address is not known` };
}

function inFolder(address: string, entry: Entry, around: Surroundings): LinkedTo {
  const path = address.replace(/[?#].*$/s, '');
  const rest = address.slice(path.length);
  const name = decode(path).replace(/^@site\//, '/');
  const fragment = fragmentOf(rest);
  const slug = articleAt(name, entry, around);
  if (slug !== undefined) return { to: 'article', slug, fragment };
  const file = fileAt(name, entry.path!, around);
  // A text that isn't among the articles shouldn't be linked as a raw file.
  if (file !== undefined && !/\.(?:md|mdx|markdown)$/i.test(file)) return { to: 'file', path: file };
  const base = name.startsWith('/') ? around.site : (entry.address ?? around.site);
  if (base !== undefined && !/\.mdx?$/.test(name))
    return {
      to: 'address',
      url: new URL(encoded(name.startsWith('/') ? `.${name}${rest}` : address), base).href,
    };
  return { to: 'nowhere', why: `link to \`${address.slice(0, 80)}\`, where nothing is` };
}

/** The article by its file's path, or else by its old address. */
function articleAt(name: string, entry: Entry, { book, site }: Surroundings): string | undefined {
  const folder = posix.dirname(entry.path!);
  if (name.startsWith('/'))
    return (
      book.find(name) ??
      // The site may have been in a folder of its host: `{{ site.baseurl }}/2010/05/28/post.html`.
      bookedAt(`.${name}`, site, book) ??
      book.findFile(name.slice(1)) ??
      book.findFile(`docs${name}`) ??
      book.findFile(`content${name}`)
    );
  const besides = [posix.join(folder, name), posix.join(entry.path!.replace(/\.\w+$/, ''), name)];
  return (
    book.findFile(besides[0]!) ??
    bookedAt(name, entry.address, book) ??
    book.findFile(besides[1]!) ??
    // Hugo's `relref` starts from the folder of all texts.
    (/\.\w+$/.test(name) && !name.startsWith('.') ? book.findFile(`content/${name}`) : undefined)
  );
}

function bookedAt(name: string, base: string | undefined, book: AddressBook): string | undefined {
  const address = base === undefined ? null : URL.parse(name, base);
  return address === null ? undefined : book.find(address.href);
}

/** A file next to the text, or at the root of the old site. */
export function fileAt(
  name: string,
  entryPath: string,
  { roots, hasFile, site }: Pick<Surroundings, 'roots' | 'hasFile' | 'site'>,
): string | undefined {
  const base = site === undefined ? '/' : new URL(site).pathname;
  const root = name.replace(/^@site\//, '/').replace(/^@\//, '/');
  const fromRoot = root.startsWith(base) ? root.slice(base.length) : root.slice(1);
  const candidates = root.startsWith('/')
    ? [...roots.flatMap((folder) => [folder + fromRoot, folder + root.slice(1)]), root.slice(1)]
    : [
        posix.join(posix.dirname(entryPath), root),
        ...roots.map((folder) => posix.join(folder, root)),
        posix.join(entryPath.replace(/\.\w+$/, ''), root),
      ];
  return candidates
    .map((path) => posix.normalize(path))
    .find((path) => !path.startsWith('..') && hasFile(path));
}

function isOwn(url: URL, site: string | undefined, entry: Entry): boolean {
  const hosts = [site, entry.address, entry.base].flatMap((address) =>
    address === undefined ? [] : [hostOf(address)],
  );
  return hosts.includes(hostOf(url.href));
}

function hostOf(address: string): string | undefined {
  return URL.parse(address)?.host.replace(/^www\./, '');
}

/** Keeps the address as written if it is valid, or else writes it as a browser would request it. */
function written(address: string, url: URL): string {
  return /^https?:\/\/[\w.:-]+(?:[/?#][!#-;=?-[\]_a-z~]*)?$/.test(address) ? address : encoded(url.href);
}

const PARENTHESES: Readonly<Record<string, string>> = { '(': '%28', ')': '%29' };

/** Percent-encodes characters that mean something to Markdown or MDX, or break a line. */
export function encoded(address: string): string {
  return address
    .toWellFormed()
    .replace(
      /[()\s<>{}|\\^`"\p{C}]/gu,
      (character) => PARENTHESES[character] ?? encodeURIComponent(character),
    );
}

function fragmentOf(address: string): string | undefined {
  const fragment = /#(.*)$/s.exec(address)?.[1];
  return fragment === undefined || fragment === '' ? undefined : decode(fragment);
}

/** The address of one of our articles. */
export function articleUrl(slug: string, fragment?: string): string {
  return `${articlePath(slug)}${fragment === undefined ? '' : `#${encoded(fragment)}`}`;
}
