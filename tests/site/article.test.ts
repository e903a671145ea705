import { describe, expect, test } from 'vitest';
import { isBuilt, openPage, textOf, textsOf } from './open-page.ts';

const GUIDE = '/articles/replace-a-disk/';
const OLD = '/articles/iptables-basics/';
const OLDEST = '/articles/nightly-copies/';
const BENCHMARK = '/articles/copy-times/';

describe('the head of an article', () => {
  test('has kind, dates, reading time and tags', () => {
    const page = openPage('small', GUIDE);
    const head = textOf(page, 'main header');
    for (const part of ['Guide', '10 March 2024', '1 min read', 'adaptation']) {
      expect(head).toContain(part);
    }
    const below = 'main .about';
    expect(textOf(page, below)).toContain('Updated 1 June 2024');
    expect(textsOf(page, `${below} a[href^="/notes/tags/"]`)).toEqual(['Storage', 'Shell & "quotes"']);
  });

  test('says what it was written for', () => {
    expect(textOf(openPage('small', GUIDE), 'main header')).toContain('util-linux 2.39 on Debian 12; rsync');
    expect(textOf(openPage('small', '/articles/storage-day/'), 'main header')).not.toContain('Written for');
  });

  test('says that it is historical, and what to read instead', () => {
    const page = openPage('small', OLD);
    expect(textOf(page, 'main header')).toContain('Historical.');
    expect(textOf(page, 'main header')).toContain(
      'For today’s systems read A first packet filter with nftables.',
    );
    expect(page('main header a[href="/notes/articles/nftables-basics/"]').length).toBe(1);
    expect(textOf(openPage('small', GUIDE), 'main header')).not.toContain('Historical');
  });

  test('shows a title as text, whatever it contains', () => {
    const page = openPage('small', '/articles/hostile-title/');
    const title = `<b>Bold</b> & "double" or 'single' quotes, ]]>, 🐧 and שלום عالم`;
    expect(textOf(page, 'h1')).toBe(title);
    expect(page('h1 b').length).toBe(0);
    expect(textOf(page, 'head > title')).toBe(`${title} · Small`);
    expect(page('meta[name=description]').attr('content')).toBe(
      "A description with <script>alert('1')</script>, &amp; and a 🐧.",
    );
    expect(page('script:not([type="application/ld+json"])').text()).not.toContain('alert(');
  });
});

describe('the table of contents', () => {
  test('names every section and leads there', () => {
    const page = openPage('small', OLD);
    const contents = page('main nav.contents a[href^="#"]')
      .toArray()
      .map((link) => [page(link).text(), page(link).attr('href')]);
    expect(contents).toEqual([
      ['Rules', '#rules'],
      ['Rules', '#rules-1'],
      ['What’s -A & why?', '#whats--a--why'],
    ]);
    for (const [, address] of contents) expect(page(`main :is(h2, h3)${address!}`).length).toBe(1);
  });

  test('is left out if there is nothing to choose from', () => {
    expect(openPage('small', '/articles/nftables-basics/')('main nav.contents').length).toBe(0);
  });

  test('has the sections of an article that begins with a heading of the first level', () => {
    const page = openPage('small', '/articles/timers-instead-of-cron/');
    expect(textsOf(page, 'main nav.contents a[href^="#"]')).toEqual([
      'A heading of the first level',
      'Where cron is shorter',
    ]);
    expect(page('main h1').length).toBe(1);
    expect(page('main h2#a-heading-of-the-first-level').length).toBe(1);
  });
});

describe('the part below an article', () => {
  test('leads to the newer and the older one', () => {
    const page = openPage('small', '/articles/replace-a-disk/');
    expect(page('main nav a[rel=next]').attr('href')).toBe('/notes/articles/nftables-basics/');
    expect(page('main nav a[rel=prev]').attr('href')).toBe('/notes/articles/storage-day/');
    expect(openPage('small', BENCHMARK)('main nav a[rel=next]').length).toBe(0);
    expect(openPage('small', OLDEST)('main nav a[rel=prev]').length).toBe(0);
  });

  test('names related articles, those with more and rarer tags in common first, and never itself', () => {
    const related = (path: string): string[] =>
      textsOf(openPage('small', path), 'main nav section:has(h2:contains("Related articles")) li a');
    expect(related(GUIDE)[0]).toBe('rsync: сначала проверить, потом копировать');
    expect(related(GUIDE)).toHaveLength(3);
    expect(related('/articles/nftables-basics/')).toEqual(['A first packet filter with iptables']);
  });

  test('marks the language of a title that differs from the site’s', () => {
    const link = openPage('small', GUIDE)('main nav a[href="/notes/articles/rsync-po-shagam/"]');
    expect(link.attr('lang')).toBe('ru');
  });
});

describe('an article in another language than the site', () => {
  test('is marked as such, while the interface around it is not', () => {
    const page = openPage('small', '/articles/rsync-po-shagam/');
    const langOf = (selector: string): string | undefined =>
      page(selector).first().closest('[lang]').attr('lang');
    expect(page('html').attr('lang')).toBe('en');
    expect(langOf('h1')).toBe('ru');
    expect(langOf('main h2#проверка')).toBe('ru');
    expect(langOf('main header time')).toBe('en');
    expect(langOf('main article footer h2')).toBe('en');
  });
});

describe('the facts of each kind of article', () => {
  test('a conference: event, place, days, every talk with its speakers', () => {
    const page = openPage('small', '/articles/storage-day/');
    expect(textsOf(page, '.facts dt')).toEqual(['Event', 'Place', 'Days', 'Talks']);
    expect(textsOf(page, '.facts > dl > dd').slice(0, -1)).toEqual([
      'Storage Day',
      'A library',
      '5 May 2023',
      '6 May 2023',
    ]);
    expect(textsOf(page, '.facts li')).toEqual([
      '“What a checksum finds” – A reader, Another reader',
      '“Open discussion” – speaker not named',
    ]);
  });

  test('a benchmark: testbed, method and the data itself', () => {
    const page = openPage('small', BENCHMARK);
    const text = textOf(page, 'main article');
    expect(text).toContain('Testbed None; the figures are computed, not measured');
    expect(text).toContain('Method Size in bits divided by the nominal rate: 1 GB is 8,000,000,000 bits');
    expect(page('main a[download]').attr('href')).toBe('/notes/articles/copy-times/copy-times.csv');
    expect(isBuilt('small', '/articles/copy-times/copy-times.csv')).toBe(true);
  });

  test('a guide: its hosts and the values to fill in, with examples', () => {
    const page = openPage('small', GUIDE);
    const text = textOf(page, 'main');
    for (const part of ['store1', 'store2', 'Address of store2', '192.0.2.12', 'The new disk', '/dev/sdx']) {
      expect(text).toContain(part);
    }
  });
});

test('a picture is copied next to its article, and space is reserved for it', () => {
  const page = openPage('small', BENCHMARK);
  const pictures = page('main img')
    .toArray()
    .map((img) => page(img).attr());
  expect(pictures).toHaveLength(2);
  for (const picture of pictures) {
    expect(picture).toMatchObject({
      src: '/notes/articles/copy-times/copy-times.png',
      width: '240',
      height: '80',
      loading: 'lazy',
    });
  }
  expect(isBuilt('small', '/articles/copy-times/copy-times.png')).toBe(true);
  expect(textOf(page, 'main figure.picture figcaption')).toBe(
    'Time for 1 GB at 1 Gbit/s (above) and at 10 Gbit/s (below).',
  );
});

test('a link to a file of another article leads to its page', () => {
  const page = openPage('small', '/articles/nftables-basics/');
  expect(page('main a:contains("the older note")').attr('href')).toBe(
    '/notes/articles/iptables-basics/#rules-1',
  );
  expect(openPage('small', '/about/')('main a:contains("the guide")').attr('href')).toBe(
    '/notes/articles/replace-a-disk/#partition-the-new-disk',
  );
});

test('dashes and flags in prose stay as they were typed', () => {
  const text = textOf(openPage('small', '/articles/timers-instead-of-cron/'), 'main');
  expect(text).toContain('One line does it, “quotes” and -- dashes included');
});

test('the page states its own address, for print and for sharing', () => {
  const page = openPage('small', GUIDE);
  expect(page('meta[property="og:url"]').attr('content')).toBe(
    'https://example.test/notes/articles/replace-a-disk/',
  );
  expect(textOf(page, 'body')).toContain('Printed from https://example.test/notes/articles/replace-a-disk/');
});
