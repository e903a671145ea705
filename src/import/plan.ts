import { alias as aliasSchema } from '../content/schemas/article.ts';
import { decode } from '../content/outline/links.ts';
import type { AddressBook } from './address-book.ts';
import type { Entry } from './entry.ts';
import { compareInstants, dayOfPath, readInstant, type Stamp } from './instant.ts';
import { asLanguage } from './language-tag.ts';
import type { Library } from './library.ts';
import type { Tell } from './note.ts';
import { freeSlug, slugOfKey, slugOfText } from './slug.ts';
import { UNTAGGED, type TagBook } from './tag-book.ts';
import type { LedgerLine } from './write/ledger.ts';

/** An entry and everything about its article except the text. */
export interface PlannedArticle {
  entry: Entry;
  slug: string;
  /** Undefined if it can only be taken from the text. */
  title: string | undefined;
  published: Stamp;
  updated: Stamp | undefined;
  tags: string[];
  language: string | undefined;
  id: string | undefined;
  aliases: string[];
}

/** What exists before an import, and what the person asks for. */
export interface Plan {
  book: AddressBook;
  tags: TagBook;
  library: Library;
  /** What an earlier import wrote for an entry. */
  before: (key: string) => LedgerLine | undefined;
  /** For entries without a date: the day of the import. */
  date: Stamp;
  language: string | undefined;
  /** Tags that every article gets. */
  moreTags: readonly string[];
}

/** Gives every entry a name, dates, tags and old paths, in the order of the source. Repeated entries are left out. */
export function planArticles(entries: readonly Entry[], plan: Plan, tell: Tell): PlannedArticle[] {
  const unique = withoutTwins(entries, tell);
  const kept = new Set(unique.flatMap(({ key }) => plan.before(key)?.slug ?? []));
  const used = new Set(kept);
  const named = unique.map((entry) => {
    const slug =
      plan.before(entry.key)?.slug ??
      freeSlug(wantedSlug(entry), (name) => used.has(name) || plan.library.slugs.has(name));
    used.add(slug);
    claimAddresses(entry, slug, plan.book);
    return { entry, slug };
  });
  const taken: Taken = { paths: new Set(), ids: new Set(), own: kept };
  return named.map((article) => planned(article, plan, taken, tell));
}

interface Taken {
  paths: Set<string>;
  ids: Set<string>;
  /** The articles that an earlier import made of these entries. */
  own: ReadonlySet<string>;
}

/** Removes empty and repeated entries. If two have the same id but different texts, both stay. */
function withoutTwins(entries: readonly Entry[], tell: Tell): Entry[] {
  const seen = new Map<string, Entry>();
  const keys = new Set<string>();
  return entries.flatMap((entry): Entry[] => {
    if (entry.isBlank) {
      tell(
        'refused',
        entry.at,
        'nothing-there',
        'Unexpected entry with nothing in it, expected a title, a text or an address.',
      );
      return [];
    }
    // Without an id or address, entries of different feeds may have the same words by chance: "Test".
    const isNamed = (entry.id ?? entry.address) !== undefined;
    const known = isNamed ? entry.key : `${entry.key} ${entry.at.file}`;
    const twin = seen.get(known);
    if (twin?.title === entry.title && twin?.body.text === entry.body.text) {
      tell(
        'dropped',
        entry.at,
        'same-entry',
        `Unexpected second entry «${entry.title ?? entry.address ?? entry.id ?? ''}», the same as in ${placeOfTwin(twin, entry)}, expected it once.`,
      );
      return [];
    }
    if (twin !== undefined)
      tell(
        'assumed',
        entry.at,
        'same-id',
        `Unexpected id \`${entry.key}\`, which the entry of ${placeOfTwin(twin, entry)} has too, expected another; imported without an id.`,
      );
    if (twin === undefined) seen.set(known, entry);
    if (!keys.has(entry.key)) {
      keys.add(entry.key);
      return [entry];
    }
    const key = freeSlug(`${entry.key}#2`, (name) => keys.has(name));
    keys.add(key);
    return [{ ...entry, key, id: undefined }];
  });
}

function placeOfTwin({ at: { file, line } }: Entry, { at }: Entry): string {
  return file === at.file ? `line ${line}` : `line ${line} of ${file}`;
}

/**
 * Prefers the entry's own name, then the last part of its address, then its title; otherwise its date and a stable
 * number.
 */
function wantedSlug({ slug, address, title, published, key, path }: Entry): string {
  const readable = (text: string | undefined): string | undefined => {
    const found = text === undefined ? undefined : slugOfText(decode(text));
    return found === undefined || /^\d+$/.test(found) ? undefined : found;
  };
  const own = slug !== undefined && !/^(?:index|readme)$/i.test(slug) ? readable(slug) : undefined;
  return (
    own ??
    (path === undefined ? readable(lastPart(address)) : undefined) ??
    readable(title) ??
    readable(path?.replace(/\.\w+$/, '')) ??
    slugOfKey(readInstant(published ?? '')?.slice(0, 10) ?? 'article', key)
  );
}

function lastPart(address: string | undefined): string | undefined {
  const name = URL.parse(address ?? '')
    ?.pathname.split('/')
    .findLast((part) => part !== '' && !/^index\.\w+$/.test(part));
  return name?.replace(/\.(?:html?|php|aspx?)$/i, '');
}

function claimAddresses({ address, id, aliases, path }: Entry, slug: string, book: AddressBook): void {
  if (path !== undefined) book.addFile(path, slug);
  for (const written of [address, ...aliases, id !== undefined && /^https?:/.test(id) ? id : undefined]) {
    if (written !== undefined) book.add(written, slug);
  }
}

function planned(
  { entry, slug }: { entry: Entry; slug: string },
  plan: Plan,
  taken: Taken,
  tell: Tell,
): PlannedArticle {
  const published = publishedOf(entry, plan, tell);
  const updated = entry.updated === undefined ? undefined : readInstant(entry.updated);
  const language = asLanguage(entry.language) ?? plan.language;
  return {
    entry,
    slug,
    title: entry.title,
    published,
    updated: updated !== undefined && compareInstants(updated, published) > 0 ? updated : undefined,
    tags: tagsOf(entry, plan),
    language,
    id: idOf(entry, plan, taken, tell),
    aliases: aliasesOf(entry, slug, plan, taken, tell),
  };
}

function publishedOf(entry: Entry, { before, date }: Plan, tell: Tell): Stamp {
  const stated = entry.published === undefined ? undefined : readInstant(entry.published);
  if (stated !== undefined) return stated;
  const other = [entry.updated, dayOfPath(entry.address ?? ''), dayOfPath(entry.path ?? '')]
    .map((text) => (text === undefined ? undefined : readInstant(text)))
    .find(Boolean);
  const found =
    entry.published === undefined ? 'entry without a date' : `date \`${entry.published.slice(0, 60)}\``;
  const why = other === undefined ? 'the day of the import' : 'the entry\u2019s address or its last change';
  const day = other ?? before(entry.key)?.assumedDate ?? date;
  tell(
    'assumed',
    entry.at,
    'no-date',
    `Unexpected ${found}, expected one such as \`2010-05-28T00:34:10Z\`; published ${day}, ${why}.`,
  );
  return day;
}

function tagsOf(entry: Entry, { tags, moreTags }: Plan): string[] {
  const names = [
    ...entry.tags.filter((name) => !/^uncategori[sz]ed$|^без рубрики$/i.test(name)),
    ...moreTags,
  ];
  const folder = entry.path
    ?.split('/')
    .slice(0, -1)
    .findLast((name) => !GENERAL_FOLDERS.test(name));
  const own =
    names.length > 0
      ? names
      : folder === undefined || entry.tags.length > 0
        ? [UNTAGGED]
        : [folder.replace(/^\d+[-_]/, '').replace(/[-_]+/g, ' ')];
  return [...new Set(own.map((name) => tags.slugOf(name)))].slice(0, 30);
}

/** Folders whose names say nothing about the texts in them. */
const GENERAL_FOLDERS =
  /^(?:content|docs?|posts?|_posts|_drafts|blog|articles?|pages?|src|data|en|ru|\d{4}|\d{2}|index|versioned_docs|version-.*)$/i;

const URI = /^[a-z][a-z0-9+.-]*:[!-~]+$/i;

function idOf({ id, at }: Entry, { library }: Plan, { ids, own }: Taken, tell: Tell): string | undefined {
  if (id === undefined || !URI.test(id)) return undefined;
  const other = library.ids.get(id);
  if (ids.has(id) || (other !== undefined && !own.has(other))) {
    tell(
      'assumed',
      at,
      'same-id',
      `Unexpected id \`${id}\`, which another article has, expected one of its own; imported without an id.`,
    );
    return undefined;
  }
  ids.add(id);
  return id;
}

/** The entry's old paths, except those that something else on this site needs. */
function aliasesOf(
  entry: Entry,
  slug: string,
  { library }: Plan,
  { paths, own }: Taken,
  tell: Tell,
): string[] {
  const isOfOthers = (path: string): boolean =>
    library.paths.has(path) && !own.has(library.paths.get(path) ?? '');
  const found: string[] = [];
  for (const written of [entry.address, ...entry.aliases]) {
    const alias = written === undefined ? undefined : aliasOf(written);
    if (alias === undefined || alias === `/articles/${slug}/`) continue;
    const place = placeOf(alias);
    if (found.some((other) => placeOf(other) === place)) continue;
    const why =
      !aliasSchema.safeParse(alias).success || /[%\s\\<>:"|*?\p{C}]/u.test(alias)
        ? 'cannot be used in an address'
        : RESERVED.test(`${place}/`) || isOfOthers(`${place}/`)
          ? 'this site needs itself'
          : paths.has(place)
            ? 'another article has'
            : undefined;
    if (why !== undefined)
      tell(
        'dropped',
        entry.at,
        'old-path',
        `Unexpected old path \`${alias}\`, which ${why}, expected one that is free; it leads nowhere now.`,
      );
    else {
      paths.add(place);
      found.push(alias);
    }
  }
  return found;
}

/** Folds case, because many machines treat paths that only differ in case as one. */
function placeOf(path: string): string {
  return path.replace(/\/$/, '').normalize('NFC').toLowerCase();
}

/** Parts of the site that can't be aliases. */
const RESERVED =
  /^\/(?:articles|tags|commands|kinds|cards|search|search-index|pagefind|_astro|archive|sources|subscribe|feeds?\.opml|sitemap[^/]*|rss\.xml|atom\.xml|feed\.json|card\.png|robots\.txt|404(?:\.html)?)\//;

/** `https://a.example/2010/05/title/?p=1` → `/2010/05/title/`; undefined for a home page. */
function aliasOf(written: string): string | undefined {
  const address = URL.parse(written, 'https://relative.invalid/');
  if (!/^https?:$/.test(address?.protocol ?? '')) return undefined;
  const path = decode(address!.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/index\.html?$/i, '/');
  return path === '/' || /^\/index\.\w+$/.test(path) ? undefined : path;
}
