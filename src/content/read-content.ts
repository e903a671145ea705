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
import { parseText, yamlOf, type ParsedText } from './parse-text.ts';
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
}

/** One MDX file. */
export interface MdxEntry<T> extends YamlEntry<T> {
  /** The whole text of the file. */
  source: string;
  /** Undefined where the MDX does not parse. */
  outline: Outline | undefined;
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
    good(entries).filter((entry): entry is GoodText<Data> => entry.outline !== undefined);
  return {
    articles: texts(content.articles),
    pages: texts(content.pages),
    tags: good(content.tags),
    sources: good(content.sources),
    comments: good(content.comments),
    verifications: good(content.verifications),
  };
}

/** The parts of a content folder: which paths each has, and the words for them. */
const FORMS = {
  tags: { path: /^[^/]+\.yaml$/, wanted: '`tags/<slug>.yaml`' },
  sources: { path: /^[^/]+\.yaml$/, wanted: '`sources/<slug>.yaml`' },
  pages: { path: /^[^/]+\.mdx$/, wanted: '`pages/<slug>.mdx`' },
  articles: {
    path: /^(?:[^/]+\.mdx|[^/]+\/index\.mdx)$/,
    wanted: '`articles/<slug>.mdx` or `articles/<slug>/index.mdx`',
  },
  comments: { path: /^[^/]+\/[^/]+\.yaml$/, wanted: '`comments/<article slug>/<name>.yaml`' },
  verifications: {
    path: /^(?:[^/]+|[^/]+\/index)\.verification\.yaml$/,
    wanted: '`articles/<article slug>.verification.yaml`',
  },
};

type Part = keyof typeof FORMS;

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
  const faults: Fault[] = [];
  const read = <T extends z.ZodType>(part: Part, schema: T): MdxEntry<z.output<T>>[] => {
    const below = part === 'verifications' ? 'articles' : part;
    const paths = filesBelow(join(folder, below));
    faults.push(...paths.flatMap((path) => strayFile(folder, part, path)));
    return paths
      .filter((path) => FORMS[part].path.test(path))
      .flatMap((path) => readEntry(join(folder, below, path), schema, known, faults));
  };
  return {
    folder,
    articles: read('articles', article),
    pages: read('pages', page),
    tags: read('tags', tag),
    sources: read('sources', source),
    // Records lie beside their articles.
    verifications: read('verifications', verification),
    // Comments lie as `<article slug>/<any name>.yaml`.
    comments: read('comments', comment).map((entry) => ({
      ...entry,
      article: basename(dirname(entry.file)),
    })),
    faults,
  };
}

/** One file as an entry; none where it cannot be read, which is among the faults then. */
function readEntry<T extends z.ZodType>(
  file: string,
  schema: T,
  known: ReadonlyMap<string, Good<YamlEntry<unknown>>>,
  faults: Fault[],
): MdxEntry<z.output<T>>[] {
  const read = readText(file);
  if ('code' in read) {
    faults.push(read);
    return [];
  }
  const digest = createHash('sha256').update(read.text).digest('hex');
  const parsed = parsedBefore(known.get(file), digest) ?? parseText(read, schema);
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
    },
  ];
}

function parsedBefore(entry: Good<YamlEntry<unknown>> | undefined, digest: string): ParsedText | undefined {
  return entry?.digest === digest ? { outline: undefined, ...entry, faults: [] } : undefined;
}

/** A file that nothing would read is a slip, except among the articles, where pictures and data lie too. */
function strayFile(folder: string, part: Part, path: string): Fault[] {
  const { path: form, wanted } = FORMS[part];
  if (form.test(path) || part === 'verifications' || (part === 'articles' && !/\.mdx?$/.test(path)))
    return [];
  const message = `Unexpected file \`${part}/${path}\`, expected ${wanted}.`;
  return [{ file: join(folder, part, path), line: 1, code: 'unexpected-file', message }];
}
