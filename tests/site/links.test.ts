import { resolve } from 'node:path';
import type { CheerioAPI } from 'cheerio';
import { describe, expect, inject, test } from 'vitest';
import { sitePaths } from '../../src/checks/site-paths.ts';
import { readContent } from '../../src/content/read-content.ts';
import { BASES, CONTENT, SITES } from './build-sites.ts';
import { builtPages, filesBelow } from './built-files.ts';
import { openPage, readBuilt } from './open-page.ts';
import { HERE, leadsSomewhere, resolved } from './site-addresses.ts';

/** What a browser fetches on its own. */
const FETCHED =
  'script[src], img, source, video, audio, track, iframe, embed, object, input[src], image, use, link';

/** `<link>` relations that only name another page. */
const MERELY_NAMED = /^(?:canonical|alternate|license|author|next|prev|me)$/;

describe.each(SITES)('on every page of the site "%s"', (site) => {
  test('each internal address has a file, and each anchor an element', () => {
    const dead = builtPages(site).flatMap((path) => {
      const page = openPage(site, path);
      return addresses(page)
        .filter((address) => !leadsSomewhere(site, path, address))
        .map((address) => `${path} → ${address}`);
    });
    expect(dead).toEqual([]);
  });

  test('each page is one that a text may lead to', () => {
    const content = readContent(resolve(CONTENT[site]));
    const articles = content.articles.filter(({ data }) => data?.draft !== true);
    const known = sitePaths({ ...content, articles });
    expect(builtPages(site).filter((path) => path !== '/404.html' && !known.has(path))).toEqual([]);
  });

  test('each internal address begins with the folder that the site is served from', () => {
    const outside = builtPages(site).flatMap((path) =>
      addresses(openPage(site, path))
        .map((address) => resolved(site, path, address))
        .filter(({ origin, pathname }) => origin === HERE && !pathname.startsWith(BASES[site]))
        .map(({ pathname }) => `${path} → ${pathname}`),
    );
    expect(outside).toEqual([]);
  });

  test('no address is relative to the page, because a page may be shown at another address', () => {
    const relative = builtPages(site).flatMap((path) =>
      addresses(openPage(site, path))
        .filter((address) => !/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(address))
        .map((address) => `${path} → ${address}`),
    );
    expect(relative).toEqual([]);
  });

  test('a browser fetches nothing from another host', () => {
    const foreign = builtPages(site).flatMap((path) =>
      fetchedAddresses(openPage(site, path))
        .filter((address) => new URL(address, HERE).origin !== HERE && !address.startsWith('data:'))
        .map((address) => `${path} → ${address}`),
    );
    expect(foreign).toEqual([]);
  });

  test('no style sheet fetches anything', () => {
    const folder = inject('sites')[site];
    const sheets = filesBelow(folder).filter((file) => file.endsWith('.css'));
    const styles = [
      ...sheets.map((file) => readBuilt(site, file)),
      ...builtPages(site).map((path) => openPage(site, path)('style').text()),
    ];
    expect(styles.filter((style) => /url\((?!["']?data:)|@import/.test(style))).toEqual([]);
  });
});

/** Every address on a page, of links and of what it fetches. */
function addresses(page: CheerioAPI): string[] {
  const found = page('[href], [src], [action]')
    .toArray()
    .map((element) => page(element).attr())
    .flatMap((attributes) => ['href', 'src', 'action'].flatMap((name) => attributes?.[name] ?? []));
  const refresh = page('meta[http-equiv=refresh]').attr('content')?.split('url=')[1];
  return [...found, ...srcsets(page), ...(refresh === undefined ? [] : [refresh])];
}

function fetchedAddresses(page: CheerioAPI): string[] {
  const found = page(FETCHED)
    .toArray()
    .filter((element) => !MERELY_NAMED.test(page(element).attr('rel') ?? ''))
    .flatMap((element) =>
      ['href', 'src', 'data', 'poster', 'xlink:href'].flatMap((name) => page(element).attr(name) ?? []),
    );
  return [...found, ...srcsets(page)];
}

function srcsets(page: CheerioAPI): string[] {
  return page('[srcset]')
    .toArray()
    .flatMap((element) => page(element).attr('srcset')!.split(','))
    .map((candidate) => candidate.trim().split(/\s/)[0]!);
}
