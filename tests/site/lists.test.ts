import { describe, expect, test } from 'vitest';
import { builtPages } from './built-files.ts';
import { listEntries } from './list-entries.ts';
import { isBuilt, openPage, readBuilt, textOf, textsOf } from './open-page.ts';

describe('the home page', () => {
  test('begins with a search field that leads to the results', () => {
    const form = openPage('small', '/')('main form[role=search]');
    expect(form.attr('action')).toBe('/notes/search/');
    expect(form.attr('method') ?? 'get').toBe('get');
    expect(form.find('input[type=search]').attr('name')).toBe('q');
  });

  test('offers the example queries as searches', () => {
    const page = openPage('small', '/');
    const examples = page('main a[href*="?q="]')
      .toArray()
      .map((link) => [page(link).text().trim(), page(link).attr('href')]);
    expect(examples).toEqual([
      ['-H tcp', '/notes/search/?q=-H%20tcp'],
      ['/etc/nftables.conf', '/notes/search/?q=%2Fetc%2Fnftables.conf'],
      ['таймер', '/notes/search/?q=%D1%82%D0%B0%D0%B9%D0%BC%D0%B5%D1%80'],
    ]);
  });

  test('shows the newest articles, as many as the site says, and where the others are', () => {
    const page = openPage('small', '/');
    expect(listEntries(page).map(({ address }) => address.split('/').at(-2))).toEqual([
      'copy-times',
      'nftables-basics',
      'replace-a-disk',
      'storage-day',
      'rsync-po-shagam',
      'timers-instead-of-cron',
    ]);
    expect(page('main a[href="/notes/articles/"]').length).toBe(1);
  });

  test('shows every tag that has an article, with their number', () => {
    expect(textsOf(openPage('small', '/'), 'main div > section:last-child li')).toEqual([
      'Firewalls 2',
      'Scheduling 3',
      'Shell & "quotes" 6',
      'Storage 5',
    ]);
  });
});

test('the list of articles has all of them, newest first; articles of the same instant are ordered by slug', () => {
  expect(
    listEntries(openPage('small', '/articles/')).map(({ address, date }) => [
      address.split('/').at(-2),
      date,
    ]),
  ).toEqual([
    ['copy-times', '2025-01-01T01:30:00.000Z'],
    ['nftables-basics', '2024-03-10T09:00:00.000Z'],
    ['replace-a-disk', '2024-03-10T09:00:00.000Z'],
    ['storage-day', '2023-05-06T00:00:00.000Z'],
    ['rsync-po-shagam', '2022-02-02T19:22:22.000Z'],
    ['timers-instead-of-cron', '2021-11-05T00:00:00.000Z'],
    ['a-very-long-title', '2020-02-29T00:00:00.000Z'],
    ['hostile-title', '2020-02-29T00:00:00.000Z'],
    ['iptables-basics', '2012-04-01T08:00:00.000Z'],
    ['copying-together', '2009-03-01T00:00:00.000Z'],
    ['nightly-copies', '2001-05-17T08:30:00.000Z'],
  ]);
});

describe('the tags', () => {
  test('are on one page with number and description', () => {
    const text = textOf(openPage('small', '/tags/'), 'main');
    expect(text).toContain('Firewalls 2 articles What may come in and what may not.');
    expect(text).toContain('Scheduling 3 articles Work that starts by itself.');
    expect(text).toContain(
      'Shell & "quotes" 6 articles The command line <and> what it makes of special characters.',
    );
  });

  test('have a page each: name, description, number, articles newest first, and tags often used with it', () => {
    const page = openPage('small', '/tags/storage/');
    expect(textOf(page, 'h1')).toBe('Articles tagged ‘Storage’');
    expect(textOf(page, 'main')).toContain('Disks and what lies on them.');
    expect(textOf(page, 'main')).toContain('5 articles');
    expect(listEntries(page).map(({ address }) => address.split('/').at(-2))).toEqual([
      'copy-times',
      'replace-a-disk',
      'storage-day',
      'rsync-po-shagam',
      'nightly-copies',
    ]);
    expect(textOf(page, 'main section:has(h2:contains("Related tags")) li')).toBe(
      'Shell & "quotes" 3 Scheduling 1',
    );
  });

  test('lead to their own feed, which a feed reader finds by itself', () => {
    const page = openPage('small', '/tags/storage/');
    expect(page('main a[href="/notes/tags/storage/rss.xml"]').length).toBe(1);
    expect(page('head link[rel=alternate][href="/notes/tags/storage/rss.xml"]').attr('type')).toBe(
      'application/rss+xml',
    );
  });

  test('are hidden if they have no article, or only a draft', () => {
    expect(builtPages('small').filter((path) => path.startsWith('/tags/'))).toEqual([
      '/tags/firewall/',
      '/tags/',
      '/tags/scheduling/',
      '/tags/scheduling/shell/',
      '/tags/shell/',
      '/tags/shell/storage/',
      '/tags/storage/',
    ]);
    expect(isBuilt('small', '/tags/unused/rss.xml')).toBe(false);
    for (const path of builtPages('small'))
      expect(openPage('small', path)('a[href*="/tags/unused"]').length).toBe(0);
  });
});

test('the archive lists every article under the year of its publication, by the day that the author wrote', () => {
  const page = openPage('small', '/archive/');
  const years = page('main section')
    .toArray()
    .map((section) => [
      page(section).find('h2').text().replace(/\s+/g, ' ').trim(),
      page(section).find('li').length,
    ]);
  expect(years).toEqual([
    ['2024 3 articles', 3],
    ['2023 1 article', 1],
    ['2022 1 article', 1],
    ['2021 1 article', 1],
    ['2020 2 articles', 2],
    ['2012 1 article', 1],
    ['2009 1 article', 1],
    ['2001 1 article', 1],
  ]);
  expect(textOf(page, 'main section:first-of-type')).toContain(
    '31 December 2024 How long a copy takes at best (notes on a source)',
  );
});

test('the articles of a kind, and those of them with a tag, have addresses of their own', () => {
  const kind = openPage('small', '/kinds/note/');
  expect(textOf(kind, 'h1')).toBe('Notes');
  expect(listEntries(kind).every(({ text }) => text.includes(' Note '))).toBe(true);
  expect(kind('link[rel=alternate][href="/notes/kinds/note/rss.xml"]').length).toBe(1);
  const narrower = kind('aside a[href="/notes/kinds/note/storage/"]');
  expect(narrower.length).toBe(1);
  expect(listEntries(openPage('small', '/kinds/note/storage/')).length).toBe(
    Number(narrower.parent().find('.count').text()),
  );
});

test('the articles of two tags have an address, with links back to each of them', () => {
  const page = openPage('small', '/tags/shell/storage/');
  expect(textOf(page, 'h1')).toBe('Articles tagged ‘Shell & "quotes"’ and ‘Storage’');
  expect(listEntries(page)).toHaveLength(3);
  for (const tag of ['shell', 'storage'])
    expect(page(`aside a[href="/notes/tags/${tag}/"]`).length, tag).toBe(1);
});

test('llms.txt lists the plain twins with their descriptions, the historical ones as optional', () => {
  const text = readBuilt('small', '/llms.txt');
  expect(text).toMatch(/^# Small\n\n> One of everything/);
  expect(text).toMatch(
    /^## Guides\n\n- \[Replace a failed disk and mirror it to a second server\]\(https:\/\/example\.test\/notes\/articles\/replace-a-disk\.md\): A new disk/m,
  );
  expect(text.split('## Optional')[1]).toContain('iptables-basics.md');
  expect(text).not.toContain('a-draft');
});

test('a draft is nowhere', () => {
  const telling = builtPages('small').filter((path) => openPage('small', path).html().includes('a-draft'));
  expect(telling).toEqual([]);
  expect(isBuilt('small', '/articles/a-draft/index.html')).toBe(false);
});

test('every page has the menu, with the current page marked', () => {
  const page = openPage('small', '/archive/');
  expect(textsOf(page, 'header nav a')).toEqual(
    expect.arrayContaining(['Articles', 'Tags', 'Archive', 'Sources', 'About', 'Subscribe']),
  );
  expect(textsOf(page, 'header nav a[aria-current=page]')).toEqual(['Archive']);
  expect(textsOf(openPage('olemskoi', '/'), 'header nav a')).not.toContain('О сайте');
});

test('a missing page says so and offers search, tags and archive', () => {
  const page = openPage('small', '/404.html');
  expect(textOf(page, 'h1')).toBe('There is no page here');
  expect(page('main form[role=search]').attr('action')).toBe('/notes/search/');
  for (const path of ['/', '/tags/', '/archive/'])
    expect(page(`main a[href="/notes${path}"]`).length).toBe(1);
});

describe('an old address', () => {
  test.each(['/2012/04/iptables/', '/iptables/'])('%s redirects to the article', (path) => {
    const page = openPage('small', path);
    expect(page('meta[http-equiv=refresh]').attr('content')).toBe('0; url=/notes/articles/iptables-basics/');
    expect(page('link[rel=canonical]').attr('href')).toBe(
      'https://example.test/notes/articles/iptables-basics/',
    );
    expect(page('body a').attr('href')).toBe('/notes/articles/iptables-basics/');
    expect(page('meta[name=robots]').attr('content')).toBe('noindex');
  });
});
