/** Which article stands where an address, or a path of the imported folder, led to. */
export class AddressBook {
  readonly #slugs = new Map<string, string>();
  readonly #known = new Set<string>();

  /** Takes an address, or a path from a site's root, for an article; the first that claims it has it. */
  add(written: string, slug: string): void {
    this.#known.add(slug);
    for (const name of namesOf(written)) if (!this.#slugs.has(name)) this.#slugs.set(name, slug);
  }

  /** Whether an article of this import has a name. */
  hasSlug(slug: string): boolean {
    return this.#known.has(slug);
  }

  /** A path within the imported folder. */
  addFile(path: string, slug: string): void {
    this.#known.add(slug);
    for (const name of fileNames(path)) if (!this.#slugs.has(name)) this.#slugs.set(name, slug);
  }

  /** The article at an address, or at a path from the root. */
  find(written: string): string | undefined {
    return this.#slugs.get(namesOf(written)[0] ?? '');
  }

  /** The article of a file, by its path with or without its ending. */
  findFile(path: string): string | undefined {
    return fileNames(path)
      .map((name) => this.#slugs.get(name))
      .find((slug) => slug !== undefined);
  }
}

/** `https://www.a.example/b/index.html` → `//a.example/b`, and the same without a host: `/b` */
function namesOf(written: string): string[] {
  try {
    const { host, pathname, search } = new URL(written, 'https://relative.invalid/');
    const path = decoded(pathname)
      .replace(/(?:\/index)?(?:\.html?|\.php)?$/i, '')
      .replace(/\/+$/, '')
      .toLowerCase();
    // WordPress's short addresses are told apart by their query alone; others add one for their statistics.
    const query = /^\?(?:p|page_id)=\d+$/.test(search) ? search : '';
    if (path + query === '') return [];
    return host === 'relative.invalid'
      ? [path + query]
      : [`//${host.replace(/^www\./, '')}${path}${query}`, path + query];
  } catch {
    return [];
  }
}

function fileNames(path: string): string[] {
  const bare = path
    .replace(/\.(?:md|mdx|markdown|mkd|mdown|html?)$/i, '')
    .replace(/(?:^|\/)_?index$/i, '')
    .replace(/\/+$/, '');
  const unnumbered = bare.replace(/(^|\/)\d+[-_](?=\D)/g, '$1');
  return [...new Set([bare, unnumbered])].map((name) => `file:${name.toLowerCase()}`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
