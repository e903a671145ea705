import type { CheerioAPI } from 'cheerio';

/** What a page's HTML makes a browser load on its own, apart from the pictures in its text. */
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

/** The addresses of the files that a browser requests besides the page itself, including its icon. */
export function filesOf(page: CheerioAPI): string[] {
  const addresses = page(LOADED)
    .toArray()
    .map((element) => page(element).attr('src') ?? page(element).attr('href') ?? page(element).attr('data')!);
  return [...new Set(addresses.filter((address) => !address.startsWith('data:')))];
}
