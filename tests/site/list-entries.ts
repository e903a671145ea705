import type { CheerioAPI } from 'cheerio';

/** An article as a list shows it. */
export interface ListEntry {
  title: string;
  /** The title's language if it is marked, otherwise undefined. */
  lang: string | undefined;
  address: string;
  /** The date of publication, in machine-readable form. */
  date: string;
  /** All of its text. */
  text: string;
}

/** The articles in a page's list, in order. */
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
