import { createHash } from 'node:crypto';
import type { CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { BASES, SITES, type SiteName } from './build-sites.ts';
import { builtPages, readablePages } from './built-files.ts';
import { isBuilt, openPage, textOf, textsOf } from './open-page.ts';

describe.each(SITES)('every page of the site "%s"', (site) => {
  test('lets run what is in it by its hash, and what is in no other page', () => {
    const wrong = faultsOf(site, (page) => {
      const policy = page('meta[http-equiv="content-security-policy" i]').attr('content') ?? '';
      const allowed: readonly string[] = policy.match(/(?<=')sha256-[^']+(?=')/g) ?? [];
      const inline = page('script:not([src]):not([type="application/ld+json"]), style')
        .toArray()
        .map((element) => `sha256-${createHash('sha256').update(page(element).html()!).digest('base64')}`);
      return [
        ...(policy === '' ? ['no policy'] : []),
        ...inline.filter((hash) => !allowed.includes(hash)).map((hash) => `refuses ${hash}`),
        ...allowed.filter((hash) => !inline.includes(hash)).map((hash) => `has ${hash} for nothing`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('says its language', () => {
    expect(builtPages(site).filter((path) => !isLanguage(openPage(site, path)('html').attr('lang')))).toEqual(
      [],
    );
  });

  test('uses language tags that exist', () => {
    const wrong = faultsOf(site, (page) =>
      page('[lang]')
        .toArray()
        .map((element) => page(element).attr('lang'))
        .filter((lang) => lang !== '' && !isLanguage(lang)),
    );
    expect(wrong).toEqual([]);
  });

  test('has a title and a description of its own', () => {
    const titles = readablePages(site).map((path) => textOf(openPage(site, path), 'head > title'));
    expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([]);
    const mute = readablePages(site).filter(
      (path) => !openPage(site, path)('meta[name=description]').attr('content'),
    );
    expect(mute).toEqual([]);
  });

  test('has one first-level heading, which comes first, and skips no level', () => {
    expect(faultsOf(site, headingFaults)).toEqual([]);
  });

  test('gives each id once', () => {
    const repeated = faultsOf(site, (page) => {
      const ids = page('[id]')
        .map((_, element) => page(element).attr('id'))
        .toArray();
      return ids.filter((id, index) => id === '' || ids.indexOf(id) !== index);
    });
    expect(repeated).toEqual([]);
  });

  test('refers to existing ids, in labels and descriptions too', () => {
    const missing = faultsOf(site, (page) =>
      ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers'].flatMap((name) =>
        page(`[${name}]`)
          .toArray()
          .flatMap((element) => page(element).attr(name)!.split(/\s+/))
          .filter((id) => page('[id]').filter((_, element) => page(element).attr('id') === id).length === 0)
          .map((id) => `${name}=${id}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('shows no value that a template failed to format', () => {
    const leaked = faultsOf(site, (page) => {
      const text = ['title', 'body'].map((part) => withoutCode(page, part)).join(' ');
      const attributes = page('*')
        .toArray()
        .flatMap((element) => Object.values(page(element).attr() ?? {}));
      return [text, ...attributes].flatMap(
        (value) => /\[object \w+\]|\bundefined\b|\bNaN\b|Invalid Date/.exec(value) ?? [],
      );
    });
    expect(leaked).toEqual([]);
  });

  test('uses no property that CSS does not know', () => {
    const camel = faultsOf(site, (page) =>
      page('[style]')
        .toArray()
        .map((element) => page(element).attr('style')!)
        .filter((style) => /(?:^|;)\s*(?!--)[a-z]*[A-Z]/.test(style)),
    );
    expect(camel).toEqual([]);
  });

  test('gives every picture a text alternative and, if it is a file of ours, its size', () => {
    const bare = faultsOf(site, (page) =>
      page('img')
        .toArray()
        .map((element) => page(element).attr() ?? {})
        .filter(
          ({ alt, width, height }) => alt === undefined || !(Number(width) > 0) || !(Number(height) > 0),
        )
        .map(({ src }) => src),
    );
    expect(bare).toEqual([]);
  });

  test('has lists and definition lists of nothing but their items', () => {
    const strays = faultsOf(site, (page) => [
      ...textsOf(page, ':is(ul, ol) > :not(li, script, template)'),
      ...textsOf(page, 'dl > :not(dt, dd, div, script, template)'),
      ...textsOf(
        page,
        ':is(p, h1, h2, h3, h4, h5, h6, span, a, button) :is(p, div, ul, ol, dl, pre, table, section)',
      ),
      ...textsOf(page, ':is(a, button, label) :is(a, button)'),
    ]);
    expect(strays).toEqual([]);
  });
});

test('each site has an icon where its pages look for it', () => {
  for (const site of SITES) {
    const icon = openPage(site, '/')('link[rel=icon]').attr('href')!;
    expect(icon.startsWith(BASES[site])).toBe(true);
    expect(isBuilt(site, `/${icon.slice(BASES[site].length)}`)).toBe(true);
  }
});

/** What a query finds on each page, prefixed with the page. */
function faultsOf(site: SiteName, find: (page: CheerioAPI) => unknown[]): string[] {
  return readablePages(site).flatMap((path) =>
    find(openPage(site, path)).map((fault) => `${path}: ${String(fault)}`),
  );
}

function headingFaults(page: CheerioAPI): string[] {
  const headings = page('h1, h2, h3, h4, h5, h6').toArray();
  const levels = headings.map((heading) => Number(heading.tagName.slice(1)));
  const faults = levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? 0;
    return level > before + 1 || (level === 1 && index > 0)
      ? [`h${before} … h${level} ${page(headings[index]).text()}`]
      : [];
  });
  const inMain = page('main h1').length === 1;
  return inMain ? faults : ['no h1 in main', ...faults];
}

function withoutCode(page: CheerioAPI, part: string): string {
  const copy = page(part).clone();
  copy.find('script, style, pre, code').remove();
  return copy.text();
}

/** Whether `Intl` accepts it as a language. */
function isLanguage(tag: string | undefined): boolean {
  if (tag === undefined || tag === '') return false;
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
