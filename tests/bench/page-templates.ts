import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';

/** A kind of page, and the page that represents it. */
export interface Template {
  name: string;
  /** Including the site's base: `/notes/tags/`. */
  path: string;
}

/** The path of the icon that pages refer to: `/notes/favicon.svg`. */
export function iconOf(dist: string): string {
  return open(dist, 'index.html')('link[rel=icon]').attr('href')!;
}

/** The folder that a built site is served from: `/notes/`. */
export function baseOf(dist: string): string {
  return iconOf(dist).replace(/[^/]*$/, '');
}

/** One page of every kind in a built site; for articles, one of each kind of article. */
export function templatesOf(dist: string): Template[] {
  const base = baseOf(dist);
  const fixed = [
    '',
    'articles/',
    'about/',
    'tags/',
    'commands/',
    'archive/',
    'sources/',
    'subscribe/',
    'search/',
  ];
  const first = (folder: string): string[] =>
    links(open(dist, `${folder}index.html`), `main a[href^="${base}${folder}"]:not([href$=".xml"])`).slice(
      0,
      1,
    );
  return [
    ...fixed.map((path) => ({ name: path === '' ? 'home' : path.slice(0, -1), path: base + path })),
    ...articles(dist),
    ...first('tags/').map((path) => ({ name: 'tag', path })),
    ...first('commands/').map((path) => ({ name: 'command', path })),
    { name: '404', path: `${base}not-there/` },
  ].filter(
    ({ name, path }) => name === '404' || existsSync(join(dist, path.slice(base.length), 'index.html')),
  );
}

/** The newest article of each kind. */
function articles(dist: string): Template[] {
  const page = open(dist, 'articles/index.html');
  const kinds = new Map<string, string>();
  for (const article of page('main article').toArray()) {
    const kind = page(article).find('.kind').text();
    const path = page(article).find('h2 a').attr('href');
    if (path !== undefined && !kinds.has(kind)) kinds.set(kind, path);
  }
  return [...kinds].map(([kind, path]) => ({ name: `article (${kind})`, path }));
}

/**
 * The same words as bare HTML, to measure how fast a page could be: no styles, no scripts, and only the `head` elements that a
 * browser needs.
 */
export function barePage(html: string): string {
  const page = load(html);
  page('style, script, link, meta:not([charset], [name=viewport])').remove();
  for (const element of page('*').toArray()) {
    if (!('attribs' in element)) continue;
    for (const name of Object.keys(element.attribs)) if (!KEPT.has(name)) page(element).removeAttr(name);
  }
  return page.html();
}

const KEPT = new Set(['href', 'src', 'alt', 'width', 'height', 'lang', 'charset', 'name', 'content']);

function open(dist: string, file: string): CheerioAPI {
  return load(readFileSync(join(dist, file), 'utf8'));
}

function links(page: CheerioAPI, selector: string): string[] {
  return page(selector)
    .toArray()
    .map((link) => page(link).attr('href')!);
}
