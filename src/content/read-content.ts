import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { digestOfText } from './digest.ts';
import type { Fault, Finding } from './fault.ts';
import type { Outline } from './outline/outline.ts';
import { article, type ArticleData } from './schemas/article.ts';
import { comment, type Comment } from './schemas/comment.ts';
import { page, type Page } from './schemas/page.ts';
import { isSlug } from './schemas/slug.ts';
import { source, type Source } from './schemas/source.ts';
import { tag, type Tag } from './schemas/tag.ts';
import { verification, type Verification } from './schemas/verification.ts';
import { filesBelow, isGone, readText, slugOf, type TextFile } from './content-folder.ts';
import { parseText, unparsed, yamlOf, type ParsedText } from './parse-text.ts';
import { isStray, PARTS, rootFaults, strayFile, type Part } from './stray-files.ts';
import type { YamlSource } from './yaml-source.ts';

/** The YAML of one file, valid or not. */
export interface YamlEntry<T> {
  /** In its collection: the slug; for a comment, `<article slug>/<slug>`, because its author chooses the file name freely. */
  id: string;
  /** The file name without extension; for an `index.mdx`, the name of its folder. */
  slug: string;
  /** Absolute path. */
  file: string;
  /** SHA-256 of its text. */
  digest: string;
  /** The YAML as plain data, even if the schema rejects it; undefined if it doesn't parse. */
  raw: unknown;
  /** The result of the schema; undefined if it rejects the data. */
  data: T | undefined;
  lineOf: YamlSource['lineOf'];
  /** The whole text of the file. */
  source: string;
}

/** One MDX file. */
export interface MdxEntry<T> extends YamlEntry<T> {
  /** If the MDX has syntax errors, the outline of everything that is right; undefined if the file can't be read at all. */
  outline: Outline | undefined;
  /** Whether the MDX has syntax errors. */
  broken: boolean;
  /** Warnings from the rules for texts, if nothing else is wrong; stored, so that the text needn't be checked again. */
  remarks?: Finding[];
}

/** A comment, and its article's slug. */
export interface CommentEntry extends YamlEntry<Comment> {
  article: string;
}

/**
 * The content of a folder. `faults` lists what is wrong with individual files. The checks find what doesn't fit together, so
 * entries with faults are included: everything should be reported at once.
 */
export interface Content {
  /** Absolute path. */
  folder: string;
  articles: MdxEntry<ArticleData>[];
  pages: MdxEntry<Page>[];
  tags: YamlEntry<Tag>[];
  sources: YamlEntry<Source>[];
  comments: CommentEntry[];
  /** Records of runs; each has its article's slug. */
  verifications: YamlEntry<Verification>[];
  /**
   * Files in places where they are not read, as `tags/xen`; a reference to one of them is not reported a second time as missing.
   */
  strays: ReadonlySet<string>;
  faults: Fault[];
}

/** A content folder with nothing in it. */
export function emptyContent(folder: string): Content {
  return {
    folder,
    articles: [],
    pages: [],
    tags: [],
    sources: [],
    comments: [],
    verifications: [],
    strays: new Set(),
    faults: [],
  };
}

/** An entry without faults; only the checks need lines. */
type Good<Entry extends YamlEntry<unknown>> = Omit<Entry, 'lineOf'> & { data: NonNullable<Entry['data']> };

/** An MDX file without faults. */
type GoodText<Data> = Good<MdxEntry<Data>> & { outline: Outline };

/** The content after the checks: plain data that can be cached and sent to another thread. */
export interface GoodContent {
  articles: GoodText<ArticleData>[];
  pages: GoodText<Page>[];
  tags: Good<YamlEntry<Tag>>[];
  sources: Good<YamlEntry<Source>>[];
  comments: Good<CommentEntry>[];
  verifications: Good<YamlEntry<Verification>>[];
}

/** Drops what couldn't be read; if there are no faults, that is nothing. */
export function withoutFaulty(content: Content): GoodContent {
  const good = <Entry extends YamlEntry<unknown>>(entries: Entry[]): Good<Entry>[] =>
    entries.filter(({ data }) => data !== undefined).map(({ lineOf, ...entry }) => entry as Good<Entry>);
  const texts = <Data>(entries: MdxEntry<Data>[]): GoodText<Data>[] =>
    good(entries.filter(({ broken }) => !broken)) as GoodText<Data>[];
  return {
    articles: texts(content.articles),
    pages: texts(content.pages),
    tags: good(content.tags),
    sources: good(content.sources),
    comments: good(content.comments),
    verifications: good(content.verifications),
  };
}

/**
 * Reads a whole content folder, in order of file names. Never throws for anything that an author wrote.
 *
 * @param before an earlier reading, so that only changes are parsed
 */
export function readContent(folder: string, before?: GoodContent): Content {
  const known = new Map(
    Object.values(before ?? {})
      .flat()
      .map((entry: Good<YamlEntry<unknown>>) => [entry.file, entry]),
  );
  const faults: Fault[] = rootFaults(folder);
  const strays = new Set<string>();
  const read = <T extends z.ZodType>(part: Part, schema: T): MdxEntry<z.output<T>>[] => {
    const paths = filesBelow(join(folder, part));
    const lost = paths.filter((path) => isStray(part, path));
    faults.push(...lost.map((path) => strayFile(folder, part, path)));
    for (const path of lost) strays.add(`${part}/${slugOf(path)}`);
    return paths
      .filter((path) => PARTS[part].path.test(path))
      .flatMap((path) => readEntry(join(folder, part, path), schema, known, faults));
  };
  return {
    folder,
    articles: read('articles', article),
    pages: read('pages', page),
    tags: read('tags', tag),
    sources: read('sources', source),
    verifications: readRecords(folder, known, faults),
    // The path of a comment is `<article slug>/<any name>.yaml`.
    comments: read('comments', comment).map((entry) => {
      const article = basename(dirname(entry.file));
      return { ...entry, article, id: `${article}/${entry.slug}` };
    }),
    strays,
    faults,
  };
}

/** Records are next to their articles: `articles/<slug>.verification.yaml`. */
function readRecords(
  folder: string,
  known: ReadonlyMap<string, Good<YamlEntry<unknown>>>,
  faults: Fault[],
): YamlEntry<Verification>[] {
  return filesBelow(join(folder, 'articles'))
    .filter((path) => RECORD.test(path))
    .flatMap((path) => readEntry(join(folder, 'articles', path), verification, known, faults));
}

const RECORD = /^(?:[^/]+|[^/]+\/index)\.verification\.yaml$/;

/** Reads one file as an entry; if it can't be read, that becomes a fault. */
function readEntry<T extends z.ZodType>(
  file: string,
  schema: T,
  known: ReadonlyMap<string, Good<YamlEntry<unknown>>>,
  faults: Fault[],
): MdxEntry<z.output<T>>[] {
  const found = readText(file);
  if ('code' in found && isGone(file)) return [];
  const read = 'code' in found ? { file, text: '' } : found;
  const digest = digestOfText(read.text);
  const parsed =
    'code' in found ? unparsed([found]) : (parsedBefore(known.get(file), digest) ?? parseText(read, schema));
  faults.push(...parsed.faults);
  const remarks = 'remarks' in parsed ? { remarks: parsed.remarks as Finding[] } : {};
  return [{ ...entryOf<z.output<T>>(read, parsed, digest), ...remarks }];
}

/** Makes an entry of what was parsed of a file. */
export function entryOf<Data>(
  read: TextFile,
  { raw, data, outline, broken }: Omit<ParsedText, 'faults'>,
  digest = digestOfText(read.text),
): MdxEntry<Data> {
  // Parsed only if something is wrong and a line is needed.
  let yaml: YamlSource | undefined;
  const slug = slugOf(read.file);
  return {
    id: slug,
    slug,
    file: read.file,
    digest,
    raw,
    data: data as Data | undefined,
    lineOf: (path) => (yaml ??= yamlOf(read)).lineOf(path),
    source: read.text,
    outline,
    broken,
  };
}

function parsedBefore(entry: Good<YamlEntry<unknown>> | undefined, digest: string): ParsedText | undefined {
  // What is wrong with a file's name would be forgotten.
  if (entry?.digest !== digest || !isSlug(entry.slug)) return undefined;
  return { outline: undefined, broken: false, ...entry, faults: [] };
}
