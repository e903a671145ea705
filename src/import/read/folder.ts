import { basename, posix } from 'node:path';
import type { Dialect } from '../convert/templates.ts';
import { emptyEntry, StoredBody, type Entry, type Reading } from '../entry.ts';
import { dayOfPath } from '../instant.ts';
import { refuse, type Tell } from '../note.ts';
import { decode, tellEncoding } from './decode.ts';
import { webAddress } from './feed.ts';
import { cutFrontmatter } from './frontmatter.ts';
import { readSettings, type Settings } from './settings.ts';
import { MARKDOWN, type SourceFiles } from './source-files.ts';
import { asText, isMap, plainText, textAt, type Values } from './values.ts';

/** What was read from a generator's folder. */
export interface FolderReading extends Reading {
  dialect: Dialect;
  /** Folders whose files are at the root of the old site, such as `static/`. */
  roots: string[];
}

/** Files next to the texts that are for contributors, not for readers. */
const NO_TEXT =
  /^(?:readme|license|licence|contributing|code_of_conduct|changelog|security|summary|agents|claude|pull_request_template|issue_template|404|search|archives?)\.(?:md|mdx|markdown)$/i;

/**
 * Reads a folder of Markdown with the frontmatter of Hugo, Jekyll, Astro, Docusaurus or MkDocs into entries, by path.
 */
export function readFolder(files: SourceFiles, tell: Tell): FolderReading {
  const settings = readSettings(files);
  const { publication, dialect, roots } = settings;
  const entries = textsOf(files, settings).flatMap((path) => entryOf(path, files, settings, tell));
  return { publication, entries, dialect, roots };
}

function textsOf({ paths }: SourceFiles, settings: Settings): string[] {
  const markdown = paths.filter(
    (path) =>
      MARKDOWN.test(path) &&
      !path
        .split('/')
        .some((part) => /^(?:\.|_(?:includes|layouts|site|sass|data|partials|snippets)$)/.test(part)),
  );
  const inside = markdown.filter((path) => settings.content.some((folder) => path.startsWith(folder)));
  const chosen = inside.length > 0 ? inside : markdown;
  const texts = chosen.filter((path) => path.includes('/') || !NO_TEXT.test(path));
  return texts.length > 0 ? texts : chosen;
}

function entryOf(path: string, files: SourceFiles, settings: Settings, tell: Tell): Entry[] {
  const bytes = files.read(path);
  if (bytes === undefined) {
    refuse(
      tell,
      path,
      'unreadable-file',
      'Unexpected file that cannot be read, or has more than 32 MB, expected a text.',
    );
    return [];
  }
  const { text: whole, instead } = decode(bytes);
  tellEncoding(instead, path, tell);
  const { values, text, line, fault } = cutFrontmatter(whole);
  // Jekyll doesn't process files without frontmatter.
  if (settings.dialect === 'jekyll' && line === 1 && files.paths.length > 1) return [];
  if (fault !== undefined)
    tell(
      'assumed',
      { file: path, line: 2 },
      'broken-frontmatter',
      `Unexpected frontmatter, expected it to parse: ${fault}; taken line by line.`,
    );
  // Hugo's section lists that have no text of their own.
  if (/(?:^|\/)_index\./.test(path) && text.trim() === '') return [];
  return [fromValues(path, values, { text, line }, settings)];
}

function fromValues(
  path: string,
  values: Values,
  body: { text: string; line: number },
  settings: Settings,
): Entry {
  const address = addressOf(path, values, settings);
  const form = /\.mdx$/i.test(path) || settings.dialect === 'docusaurus' ? 'mdx' : 'markdown';
  const lastUpdate = values['last_update'];
  const slug = textAt(values, 'slug')
    ?.replace(/^\/+|\/+$/g, '')
    .split('/')
    .pop();
  return {
    ...emptyEntry(path, { file: path, line: 1 }),
    title: plainText(values['title']) ?? titleOfText(body.text),
    address,
    path,
    id: textAt(values, 'guid'),
    published:
      textAt(values, 'date', 'pubDate', 'publishDate', 'published_at', 'created') ??
      dayOfPath(path) ??
      textAt(values, 'lastmod'),
    updated:
      textAt(
        values,
        ...['lastmod', 'updated', 'updatedDate', 'last_modified_at', 'modified'],
        ...['last_updated', 'lastUpdated', 'last_update'],
      ) ?? (isMap(lastUpdate) ? textAt(lastUpdate, 'date') : undefined),
    tags: ['tags', 'tag', 'categories', 'category', 'keywords']
      .slice(0, hasList(values, ['tags', 'tag', 'categories', 'category']) ? 4 : 5)
      .flatMap((key) => tagNames(values[key], settings.dialect)),
    language: textAt(values, 'lang', 'language', 'locale') ?? languageOfPath(path),
    authors: [...strings(values['author']), ...strings(values['authors'])],
    summary: plainText(values['description']) ?? plainText(values['summary']) ?? plainText(values['excerpt']),
    draft:
      values['draft'] === true ||
      values['published'] === false ||
      path.includes('_drafts/') ||
      values['draft'] === 'true',
    aliases: [...aliasesOf(values), ...strings(values['redirect_from'])],
    slug: slug === undefined || slug === '' ? nameOf(path) : slug,
    licence: textAt(values, 'license', 'licence'),
    isBlank: body.text.trim() === '' && Object.keys(values).length === 0,
    body: new StoredBody({ form, ...body }),
  };
}

function aliasesOf(values: Values): string[] {
  return [...strings(values['aliases']), ...strings(values['url']), ...strings(values['permalink'])].filter(
    (alias) => !alias.includes(':'),
  );
}

/** `2010-05-28-title.md` → `title`, `title/index.md` → `title`, `01-title.md` → `title` */
function nameOf(path: string): string | undefined {
  const name = basename(path)
    .replace(MARKDOWN, '')
    .replace(/\.(?:[a-z]{2}(?:-[A-Z]{2})?)$/, '');
  const own = /^(?:_?index|readme)$/i.test(name) ? basename(posix.dirname(path)) : name;
  if (own !== name && NO_NAMES.test(own)) return undefined;
  return own.replace(/^\d{4}-\d{2}-\d{2}-/, '').replace(/^\d{1,3}[-_](?=\D)/, '');
}

/** Folders whose index page is named after its title instead. */
const NO_NAMES = /^(?:\.|content|docs?|posts?|blog|articles?|pages|src|en|ru)$/i;

function languageOfPath(path: string): string | undefined {
  return /\.([a-z]{2}(?:-[A-Z]{2})?)\.mdx?$/.exec(path)?.[1];
}

/** The address on the old site, if it can be told: the entry's own, or else from its path. */
function addressOf(path: string, values: Values, settings: Settings): string | undefined {
  const own = textAt(values, 'canonical', 'canonical_url', 'link');
  if (own !== undefined && /^https?:/.test(own)) return webAddress(own);
  const site = settings.publication.address;
  if (site === undefined) return undefined;
  const written = textAt(values, 'url', 'permalink');
  if (written?.startsWith('/') === true && !written.includes(':')) return webAddress(`.${written}`, site);
  return webAddress(settings.pathOf(path, values), site);
}

/** The first heading, if the text begins with it. */
function titleOfText(text: string): string | undefined {
  const heading =
    /^(?:\s|<!--[^]*?-->|import [^\n]*\n)*#[ \t]+(?<title>[^\n]+?)[ \t]*#*[ \t]*(?:\{[^}\n]*\})?[ \t]*(?:\n|$)/.exec(
      text,
    )?.groups?.['title'];
  const setext = /^\s*([^\n#>`-][^\n]*)\n=+[ \t]*\n/.exec(text)?.[1];
  return plainText((heading ?? setext)?.replace(/[*_`]|!?\[([^\]]*)\]\([^)]*\)/g, '$1'));
}

/** Jekyll reads a string as a list separated by spaces: `tags: kvm backup`. */
function tagNames(value: unknown, dialect: Dialect): string[] {
  const isList = dialect === 'jekyll' && typeof value === 'string' && !value.includes(',');
  return isList ? value.split(/\s+/).filter(Boolean) : strings(value);
}

function hasList(values: Values, keys: readonly string[]): boolean {
  return keys.some((key) => strings(values[key]).length > 0);
}

/** A list, a comma-separated string, or objects with a name. */
function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(strings);
  if (isMap(value)) return strings(value['name'] ?? value['label'] ?? value['title']);
  return (asText(value) ?? '').split(/\s*,\s*/).filter(Boolean);
}
