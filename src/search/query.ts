/** What a hit holds, as `records.ts` wrote it. */
export interface Hit {
  /** With the site's base. */
  url: string;
  meta: Record<string, string>;
}

/** The part of Pagefind's own script that is used here. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  init(): Promise<void>;
  search(query: string, options: { filters: Record<string, string> }): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  data(): Promise<Hit>;
}

/** Hits of each type that are shown. */
const SHOWN = 10;

/** The most that is searched for: nobody types more, and a pasted file should not stop the page. */
const LONGEST_QUERY = 300;

/** The search of one site. */
export class Search {
  private readonly pagefind: Promise<Pagefind>;

  /** @param bundle the address of the folder with Pagefind's files, with a slash at its end */
  constructor(bundle: string) {
    this.pagefind = load(bundle);
  }

  /** The best commands and articles for a query; rejects where the index does not load. */
  async find(query: string): Promise<{ commands: Hit[]; articles: Hit[] }> {
    const [commands, articles] = await Promise.all([
      this.ofType('command', query),
      this.ofType('article', query),
    ]);
    return { commands, articles };
  }

  private async ofType(type: string, query: string): Promise<Hit[]> {
    const pagefind = await this.pagefind;
    const { results } = await pagefind.search(cleanQuery(query), { filters: { type } });
    return Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
  }
}

async function load(bundle: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: bundle.replace(/pagefind\/$/, '') });
  await pagefind.init();
  return pagefind;
}

/** Control characters and quotes, which Pagefind reads as "exactly this", are blanks to us; length is limited. */
export function cleanQuery(query: string): string {
  return query
    .slice(0, LONGEST_QUERY)
    .replace(/[\p{Cc}"“”]+/gu, ' ')
    .trim();
}
