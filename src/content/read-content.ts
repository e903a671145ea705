import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Fault } from './fault.ts';
import type { Outline } from './outline/outline.ts';
import { article, type ArticleData } from './schemas/article.ts';
import { comment, type Comment } from './schemas/comment.ts';
import { page, type Page } from './schemas/page.ts';
import { source, type Source } from './schemas/source.ts';
import { tag, type Tag } from './schemas/tag.ts';
import { verification, type Verification } from './schemas/verification.ts';
import { filesBelow, readText, slugOf } from './content-folder.ts';
import { parseText, unparsed, yamlOf, type ParsedText } from './parse-text.ts';
import { isStray, PARTS, rootFaults, strayFile, type Part } from './stray-files.ts';
import type { YamlSource } from './yaml-source.ts';

/** One file's YAML, right or wrong. */
export interface YamlEntry<T> {
  /** Its name without the ending; a folder's name for its `index.mdx`. */
  slug: string;
  /** Absolute path. */
  file: string;
  /** SHA-256 of its text. */
  digest: string;
  /** The YAML as plain data, also where the schema refuses it; undefined where it does not parse. */
  raw: unknown;
  /** What the schema made of it; undefined where it refuses it. */
  data: T | undefined;
  lineOf: YamlSource['lineOf'];
  /** The whole text of the file. */
  source: string;
}

/** One MDX file. */
export interface MdxEntry<T> extends YamlEntry<T> {
  /** Where the MDX has syntax errors, of all that is right; undefined where the file cannot be read at all. */
  outline: Outline | undefined;
  /** Whether the MDX has syntax errors. */
  broken: boolean;
  /** What the rules for a text would have a person judge; kept, so that they need not read it again. */
  remarks?: Fault[];
}

/** One comment and the slug of its article. */
export interface CommentEntry extends YamlEntry<Comment> {
  article: string;
}

/**
 * A content folder, read. `faults` has what is wrong with each file by itself; what does not fit together is found by
 * the checks, which is why entries with faults stay: everything wrong is to be reported at once.
 */
export interface Content {
  /** Absolute path. */
  folder: string;
  articles: MdxEntry<ArticleData>[];
  pages: MdxEntry<Page>[];
  tags: YamlEntry<Tag>[];
  sources: YamlEntry<Source>[];
  comments: CommentEntry[];
  /** That articles were run; each has its article's slug. */
  verifications: YamlEntry<Verification>[];
  /** Files that lie where they are not read, as `tags/xen`: that they aren't found is no second fault. */
  strays: ReadonlySet<string>;
  faults: Fault[];
}

/** An entry without faults, of which only the checks ask for lines. */
type Good<Entry extends YamlEntry<unknown>> = Omit<Entry, 'lineOf'> & { data: NonNullable<Entry['data']> };

/** An MDX file without faults. */
type GoodText<Data> = Good<MdxEntry<Data>> & { outline: Outline };

/** A content folder as those see it who come after the checks: plain data, which another thread or a cache can have. */
export interface GoodContent {
  articles: GoodText<ArticleData>[];
  pages: GoodText<Page>[];
  tags: Good<YamlEntry<Tag>>[];
  sources: Good<YamlEntry<Source>>[];
  comments: Good<CommentEntry>[];
  verifications: Good<YamlEntry<Verification>>[];
}

/** What of a content folder could be read: all of it where there are no faults. */
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
 * Reads a whole content folder, in the order of file names. Never throws for what an author wrote.
 *
 * @param before an earlier reading, so that only what has changed is parsed
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
    // Comments lie as `<article slug>/<any name>.yaml`.
    comments: read('comments', comment).map((entry) => ({
      ...entry,
      article: basename(dirname(entry.file)),
    })),
    strays,
    faults,
  };
}

/** Records lie beside their articles: `articles/<slug>.verification.yaml`. */
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

/** One file as an entry; where it cannot be read, that is among the faults. */
function readEntry<T extends z.ZodType>(
  file: string,
  schema: T,
  known: ReadonlyMap<string, Good<YamlEntry<unknown>>>,
  faults: Fault[],
): MdxEntry<z.output<T>>[] {
  const found = readText(file);
  const read = 'code' in found ? { file, text: '' } : found;
  const digest = createHash('sha256').update(read.text).digest('hex');
  const parsed =
    'code' in found ? unparsed([found]) : (parsedBefore(known.get(file), digest) ?? parseText(read, schema));
  faults.push(...parsed.faults);
  // Lines are asked for only where something is wrong.
  let yaml: YamlSource | undefined;
  return [
    {
      slug: slugOf(file),
      file,
      digest,
      raw: parsed.raw,
      data: parsed.data as z.output<T> | undefined,
      lineOf: (path) => (yaml ??= yamlOf(read)).lineOf(path),
      source: read.text,
      outline: parsed.outline,
      broken: parsed.broken,
      ...('remarks' in parsed ? { remarks: parsed.remarks as Fault[] } : {}),
    },
  ];
}

function parsedBefore(entry: Good<YamlEntry<unknown>> | undefined, digest: string): ParsedText | undefined {
  return entry?.digest === digest ? { outline: undefined, broken: false, ...entry, faults: [] } : undefined;
}
