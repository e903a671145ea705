import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import type { Dialect } from '../convert/templates.ts';
import { emptyPublication, type Publication } from '../entry.ts';
import { readInstant } from '../instant.ts';
import { decode } from './decode.ts';
import { webAddress } from './feed.ts';
import { MARKDOWN, type SourceFiles } from './source-files.ts';
import { asText, isMap, textAt, type Values } from './values.ts';

/** What a generator's settings say about a folder of texts. */
export interface Settings {
  dialect: Dialect;
  publication: Publication;
  /** Folders that contain the texts; empty if they may be anywhere. */
  content: string[];
  /** Folders whose files are at the site's root. */
  roots: string[];
  /** The path of a file's text on the site, as far as it can be told. */
  pathOf: (path: string, values: Record<string, unknown>) => string;
}

interface Generator {
  dialect: Dialect;
  files: RegExp;
  content: RegExp;
  roots: string[];
}

/** Generators by the file of their settings, the most specific first. */
const GENERATORS: readonly Generator[] = [
  {
    dialect: 'docusaurus',
    files: /^docusaurus\.config\.[cm]?[jt]s$/,
    content: /^(?:docs|blog|versioned_docs|community)\//,
    roots: ['static/'],
  },
  { dialect: 'mkdocs', files: /^mkdocs\.ya?ml$/, content: /^docs\//, roots: ['docs/'] },
  {
    dialect: 'astro',
    files: /^astro\.config\.[cm]?[jt]s$/,
    content: /^src\/content\//,
    roots: ['public/', 'src/'],
  },
  { dialect: 'jekyll', files: /^_config\.ya?ml$/, content: /^/, roots: [''] },
  {
    dialect: 'hugo',
    files: /^(?:hugo|config)\.(?:ya?ml|toml|json)$|^config\/_default\/(?:hugo|config)\.(?:ya?ml|toml)$/,
    content: /^content\//,
    roots: ['static/', 'assets/'],
  },
];

/** Reads the settings of the generator that a folder belongs to. A folder with only texts belongs to none. */
export function readSettings(files: SourceFiles): Settings {
  for (const generator of GENERATORS) {
    const file = files.paths.find((path) => generator.files.test(path));
    if (file === undefined) continue;
    const content = [...new Set(files.paths.flatMap((path) => generator.content.exec(path)?.[0] ?? []))];
    const values = valuesOf(file, files);
    return {
      dialect: generator.dialect,
      publication: publicationOf(values),
      content,
      roots: generator.roots,
      pathOf: pathMaker(generator.dialect, values),
    };
  }
  return {
    dialect: dialectByPaths(files),
    publication: emptyPublication(),
    content: [],
    roots: ['static/', 'public/', 'assets/', ''],
    pathOf: pathMaker('unknown', {}),
  };
}

/** Recognises part of a generator's folder without its settings. */
function dialectByPaths({ paths }: SourceFiles): Dialect {
  if (paths.some((path) => /(?:^|\/)_posts\//.test(path))) return 'jekyll';
  if (paths.some((path) => /(?:^|\/)_category_\.(?:json|ya?ml)$/.test(path))) return 'docusaurus';
  return paths.some((path) => /(?:^|\/)_index\.md$/.test(path)) ? 'hugo' : 'unknown';
}

function valuesOf(file: string, files: SourceFiles): Values {
  const bytes = files.read(file);
  if (bytes === undefined) return {};
  const { text } = decode(bytes);
  try {
    if (file.endsWith('.toml')) return parseToml(text);
    if (file.endsWith('.json')) return JSON.parse(text) as Values;
    if (/\.ya?ml$/.test(file))
      return (parseDocument(text, { logLevel: 'silent' }).toJS() as Values | null) ?? {};
  } catch {
    return {};
  }
  return valuesOfScript(text);
}

/** Reads `title: 'X', url: "https://…"` from a settings file that is a program, without running it. */
function valuesOfScript(text: string): Values {
  const value = (key: string): string | undefined =>
    new RegExp(String.raw`^\s*${key}:\s*(['"\`])(.*?)\1`, 'm').exec(text)?.[2];
  return {
    title: value('title'),
    url: value('url') ?? value('site'),
    baseUrl: value('baseUrl') ?? value('base'),
    language: value('defaultLocale'),
  };
}

function publicationOf(values: Values): Publication {
  const author = values['author'] ?? mapAt(values, 'params')['author'];
  const name = asText(isMap(author) ? author['name'] : author);
  const base = textAt(values, 'baseURL', 'baseurl_full', 'site_url', 'url');
  const folder = textAt(values, 'baseUrl', 'baseurl') ?? '';
  const address =
    base === undefined
      ? undefined
      : webAddress(
          folder.startsWith('/')
            ? new URL(folder.replace(/\/?$/, '/'), ensureWeb(base)).href
            : ensureWeb(base).replace(/\/?$/, '/'),
        );
  return {
    ...emptyPublication(),
    title: textAt(values, 'title', 'site_name'),
    address,
    authors: name === undefined ? [] : [name],
    language: textAt(values, 'languageCode', 'defaultContentLanguage', 'lang', 'language', 'locale'),
    values: new Map(scalarsIn(values, 'site')),
    notice: textAt(values, 'copyright')?.replace(/<[^>]*>/g, ''),
  };
}

/** The texts and numbers among some settings, by their path: `site.author.name`. */
function scalarsIn(values: Values, path: string): [string, string][] {
  return Object.entries(values).flatMap(([key, value]): [string, string][] => {
    const name = `${path}.${key}`;
    if (typeof value === 'string' || typeof value === 'number') return [[name, String(value).trim()]];
    return isMap(value) ? scalarsIn(value, name) : [];
  });
}

/** Turns any spelling into an address that `URL` accepts. */
function ensureWeb(written: string): string {
  return URL.canParse(written) && /^https?:/.test(written) ? written : 'https://invalid.invalid/';
}

function mapAt(values: Values, key: string): Values {
  const value = values[key];
  return isMap(value) ? value : {};
}

/** The default addresses of each generator's pages. */
function pathMaker(dialect: Dialect, values: Values): Settings['pathOf'] {
  return (path, own) => {
    const bare = path.replace(MARKDOWN, '').replace(/(?:^|\/)_?index$/i, '');
    if (dialect === 'hugo') return hugoPath(bare.replace(/^content(?:\/|$)/, ''), own, values);
    if (dialect === 'jekyll') return jekyllPath(bare, own, values);
    if (dialect === 'docusaurus') return `${bare.replace(/(^|\/)\d+[-_](?=\D)/g, '$1')}/`;
    if (dialect === 'mkdocs') return folderPath(bare.replace(/^docs(?:\/|$)/, ''));
    return folderPath(bare.replace(/^src\/content(?:\/docs)?(?:\/|$)/, ''));
  };
}

/** `guide/install` → `guide/install/`; the home page is the site's own address. */
function folderPath(path: string): string {
  return path === '' ? './' : `${path}/`;
}

/** Hugo's `permalinks` by section, with its tokens. */
function hugoPath(path: string, own: Values, values: Values): string {
  const section = path.split('/')[0]!;
  const all = mapAt(values, 'permalinks');
  const pattern = textAt('page' in all ? mapAt(all, 'page') : all, section);
  const name = path.split('/').pop()!;
  const slug = textAt(own, 'slug') ?? name;
  if (pattern === undefined) return folderPath(path.split('/').slice(0, -1).concat(slug).join('/'));
  const date = readInstant(textAt(own, 'date') ?? '') ?? '';
  return withTokens(pattern, {
    ':year': date.slice(0, 4),
    ':month': date.slice(5, 7),
    ':day': date.slice(8, 10),
    ':slug': slug,
    ':title': slug,
    ':filename': name,
    ':contentbasename': name,
    ':slugorfilename': slug,
    ':slugorcontentbasename': slug,
    ':section': section,
    ':sections': path.split('/').slice(0, -1).join('/'),
  });
}

function withTokens(pattern: string, tokens: Readonly<Record<string, string>>): string {
  return pattern
    .replace(/:[a-z]+/g, (token) => tokens[token] ?? token)
    .replace(/\/{2,}/g, '/')
    .replace(/^\/+/, '');
}

/** `2010-05-28-title` → `2010/05/28/title.html`, or by the `permalink` in the settings. */
function jekyllPath(path: string, own: Values, values: Values): string {
  const [, year = '', month = '', day = '', name = ''] = /(\d{4})-(\d{2})-(\d{2})-([^/]+)$/.exec(path) ?? [];
  if (year === '') return folderPath(path);
  const styles: Record<string, string> = {
    pretty: '/:categories/:year/:month/:day/:title/',
    date: '/:categories/:year/:month/:day/:title.html',
    none: '/:categories/:title.html',
  };
  const written = textAt(values, 'permalink') ?? 'date';
  const categories = own['categories'] ?? own['category'];
  const folders = (
    Array.isArray(categories)
      ? categories.map(String)
      : typeof categories === 'string'
        ? categories.split(/[\s,]+/)
        : []
  ).map((category) => category.toLowerCase());
  return withTokens(styles[written] ?? written, {
    ':categories': folders.join('/'),
    ':year': year,
    ':month': month,
    ':day': day,
    ':title': textAt(own, 'slug') ?? name,
    ':slug': name,
    ':name': name,
  });
}
