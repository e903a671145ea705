import type { CheerioAPI } from 'cheerio';

/** An article as a list shows it. */
export interface ListEntry {
  title: string;
  /** The title's language where it is marked, else undefined. */
  lang: string | undefined;
  address: string;
  /** Of publication, as the machine reads it. */
  date: string;
  /** All that stands there. */
  text: string;
}

/** The articles in a page's list, in their order. */
export function listEntries(page: CheerioAPI): ListEntry[] {
  return page('main li > article')
    .toArray()
    .map((element) => {
      const entry = page(element);
      const link = entry.find(':is(h2, h3) a');
      return {
        title: link.text(),
        lang: link.closest('[lang]').attr('lang'),
        address: link.attr('href')!,
        date: entry.find('time').attr('datetime')!,
        text: entry.text().replace(/\s+/g, ' ').trim(),
      };
    });
}
