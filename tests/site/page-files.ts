import type { CheerioAPI } from 'cheerio';

/** Whatever a page's HTML makes a browser load by itself, besides the pictures in its text. */
const LOADED = [
  'script[src]',
  'link[rel~=stylesheet]',
  'link[rel~=icon]',
  'link[rel~=preload]',
  'link[rel~=modulepreload]',
  'link[rel~=manifest]',
  'iframe[src]',
  'object[data]',
].join();

/** The addresses of the files that a browser asks for beside the page itself: its icon too, which counts like any other. */
export function filesOf(page: CheerioAPI): string[] {
  const addresses = page(LOADED)
    .toArray()
    .map((element) => page(element).attr('src') ?? page(element).attr('href') ?? page(element).attr('data')!);
  return [...new Set(addresses.filter((address) => !address.startsWith('data:')))];
}

/** The names of the elements that a page's own scripts, not its files, define: `['copy-buttons']`. */
export function elementsOf(page: CheerioAPI): string[] {
  const code = page('script[type=module]:not([src])').text();
  return [...code.matchAll(/customElements\.define\([`'"](?<name>[a-z-]+)/g)].map(
    ({ groups }) => groups!['name']!,
  );
}
