import { load } from 'cheerio';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, inject, test } from 'vitest';
import { SITES, type SiteName } from './build-sites.ts';
import { filesBelow } from './built-files.ts';
import { leadsSomewhere } from './site-addresses.ts';
import { listEntries } from './list-entries.ts';
import { openPage, readBuilt } from './open-page.ts';

describe.each(SITES)('what the feeds of "%s" have for a feed reader', (site) => {
  test('has full URLs, only to pages that exist, and nothing that runs', () => {
    for (const path of feedsOf(site)) {
      for (const item of parseRssFeed(readBuilt(site, path)).items ?? []) {
        const html = load(item.content!.encoded!);
        const active = 'script, style, button, iframe, form, input:not([disabled]), [onclick], [onerror]';
        expect(html(active).length, item.link).toBe(0);
        const addresses = html('[href], [src]')
          .toArray()
          .map((element) => html(element).attr('href') ?? html(element).attr('src')!);
        expect(
          addresses.filter((address) => !/^(?:https?:\/\/|mailto:)/.test(address)),
          item.link,
        ).toEqual([]);
        expect(
          addresses.filter((address) => !leadsSomewhere(site, '/', address)),
          item.link,
        ).toEqual([]);
      }
    }
  });
});

test('commands appear as they were written, with prompts and output', () => {
  const blocks = (slug: string): string[] => {
    const html = load(contentOf(slug));
    return html('pre code')
      .toArray()
      .map((code) => html(code).text());
  };
  expect(blocks('nftables-basics')[1]).toBe(
    '# nft --check --file /etc/nftables.conf\n# nft --file /etc/nftables.conf',
  );
  expect(blocks('hostile-title')).toEqual([`$ printf '%s\\n' '<b>&"' "it's"\n<b>&"\nit's`]);
  expect(load(contentOf('replace-a-disk'))('p:contains("/etc/hosts")').text()).toBe(
    'Append to /etc/hosts · store1',
  );
});

test('names every relation to an original', () => {
  const said = ['copy-times', 'storage-day', 'rsync-po-shagam', 'replace-a-disk'].map((slug) =>
    load(contentOf(slug))('p:contains("A former colleague")').last().text(),
  );
  expect(said).toEqual([
    expect.stringContaining(
      'Notes on Copying takes as long as it takes by A former colleague, The Example Log',
    ),
    expect.stringContaining('Reprint of Storage day, in short by A former colleague, The Example Log'),
    expect.stringContaining('Translation of Try first, copy later by A former colleague, The Example Log'),
    expect.stringContaining(
      'Adaptation of A disk & its "replacement" by A former colleague, The Example Log',
    ),
  ]);
});

test('the page about subscribing gives the number of articles for each tag', () => {
  const page = openPage('small', '/subscribe/');
  for (const feed of feedsOf('small').filter((path) => path.startsWith('/tags/'))) {
    const row = page(`main a[href="https://example.test/notes${feed}"]`).closest('tr, li').text();
    const { length } = listEntries(openPage('small', feed.replace('rss.xml', '')));
    expect(row).toMatch(new RegExp(`\\b${length} articles?\\b`));
  }
});

function feedsOf(site: SiteName): string[] {
  return filesBelow(inject('sites')[site]).filter((file) => file.endsWith('/rss.xml'));
}

/** The HTML that the feed of `small` has for an article. */
function contentOf(slug: string): string {
  const { items = [] } = parseRssFeed(readBuilt('small', '/rss.xml'));
  return items.find(({ link }) => link?.endsWith(`/${slug}/`))?.content?.encoded ?? '';
}
