import { decode } from '../content/outline/links.ts';

/** Knows which article now has an old address or a path of the imported folder. */
export class AddressBook {
  readonly #slugs = new Map<string, string>();
  readonly #known = new Set<string>();

  /** Assigns an address, or a path from a site's root, to an article. The first claim wins. */
  add(written: string, slug: string): void {
    this.#claim(namesOf(written), slug);
  }

  /** Whether this import has an article with this name. */
  hasSlug(slug: string): boolean {
    return this.#known.has(slug);
  }

  /** Assigns a path within the imported folder. */
  addFile(path: string, slug: string): void {
    this.#claim(fileNames(path), slug);
  }

  #claim(names: readonly string[], slug: string): void {
    this.#known.add(slug);
    for (const name of names) if (!this.#slugs.has(name)) this.#slugs.set(name, slug);
  }

  /** The article for an address, or for a path from the root. */
  find(written: string): string | undefined {
    return this.#slugs.get(namesOf(written)[0] ?? '');
  }

  /** The article for a file, by its path with or without extension. */
  findFile(path: string): string | undefined {
    return fileNames(path)
      .map((name) => this.#slugs.get(name))
      .find((slug) => slug !== undefined);
  }
}

/** `https://www.a.example/b/index.html` → `//a.example/b`, and the same without a host: `/b` */
function namesOf(written: string): string[] {
  const address = URL.parse(written, 'https://relative.invalid/');
  if (address === null) return [];
  const { host, pathname, search } = address;
  const path = decode(pathname)
    .replace(/(?:\/index)?(?:\.html?|\.php)?$/i, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  // WordPress's short addresses differ only in their query; others add one for statistics.
  const query = /^\?(?:p|page_id)=\d+$/.test(search) ? search : '';
  if (path + query === '') return [];
  return host === 'relative.invalid'
    ? [path + query]
    : [`//${host.replace(/^www\./, '')}${path}${query}`, path + query];
}

function fileNames(path: string): string[] {
  const bare = path
    .replace(/\.(?:md|mdx|markdown|mkd|mdown|html?)$/i, '')
    .replace(/(?:^|\/)_?index$/i, '')
    .replace(/\/+$/, '');
  const unnumbered = bare.replace(/(^|\/)\d+[-_](?=\D)/g, '$1');
  return [...new Set([bare, unnumbered])].map((name) => `file:${name.toLowerCase()}`);
}
