import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Fault } from '../checks/fault.ts';
import { mdxFault } from '../checks/mdx-fault.ts';
import { outline, type Outline } from '../markdown/outline.ts';
import { article, type ArticleData } from '../schemas/article.ts';
import { comment, type Comment } from '../schemas/comment.ts';
import { page, type Page } from '../schemas/page.ts';
import { isSlug } from '../schemas/slug.ts';
import { source, type Source } from '../schemas/source.ts';
import { tag, type Tag } from '../schemas/tag.ts';
import { filesBelow, readText, stem } from './content-folder.ts';
import { frontmatter } from './frontmatter.ts';
import { checkBySchema } from './schema-faults.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** One file's YAML, right or wrong. */
export interface YamlEntry<T> {
  /** Its name without the ending; a folder's name for its `index.mdx`. */
  slug: string;
  /** Absolute path. */
  file: string;
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
  faults: Fault[];
}

/** Puts what was read of one file into the content. */
type Add = (content: Content) => void;

/** Files read at a time. */
const AT_A_TIME = 64;

/** Reads a whole content folder, in the order of file names. Never throws for what an author wrote. */
export async function readContent(folder: string): Promise<Content> {
  const content: Content = {
    folder,
    articles: [],
    pages: [],
    tags: [],
    sources: [],
    comments: [],
    faults: [],
  };
  for (const path of await filesOfParts(folder)) content.faults.push(...strayFile(folder, path));
  const parts = {
    tags: readTag,
    sources: readSource,
    pages: readPage,
    articles: readArticle,
    comments: readComment,
  };
  for (const [part, read] of Object.entries(parts)) {
    const paths = await filesBelow(join(folder, part));
    for (let start = 0; start < paths.length; start += AT_A_TIME) {
      const some = paths.slice(start, start + AT_A_TIME).filter((path) => belongs(part, path));
      for (const add of await Promise.all(some.map((path) => read(join(folder, part, path))))) add(content);
    }
  }
  return content;
}

const readTag = yamlReader(tag, (content) => content.tags);
const readSource = yamlReader(source, (content) => content.sources);
const readPage = mdxReader(page, (content) => content.pages);
const readArticle = mdxReader(article, (content) => content.articles);

/** Comments lie as `<article slug>/<any name>.yaml`. */
async function readComment(file: string): Promise<Add> {
  const entries: YamlEntry<Comment>[] = [];
  const add = await yamlReader(comment, () => entries)(file);
  return (content) => {
    add(content);
    content.comments.push(...entries.map((entry) => ({ ...entry, article: basename(dirname(file)) })));
  };
}

/** Which path each part of the folder asks for, and the words for it. */
const FORMS: Record<string, { path: RegExp; wanted: string }> = {
  tags: { path: /^[^/]+\.yaml$/, wanted: '`tags/<slug>.yaml`' },
  sources: { path: /^[^/]+\.yaml$/, wanted: '`sources/<slug>.yaml`' },
  pages: { path: /^[^/]+\.mdx$/, wanted: '`pages/<slug>.mdx`' },
  articles: {
    path: /^(?:[^/]+\.mdx|[^/]+\/index\.mdx)$/,
    wanted: '`articles/<slug>.mdx` or `articles/<slug>/index.mdx`',
  },
  comments: { path: /^[^/]+\/[^/]+\.yaml$/, wanted: '`comments/<article slug>/<name>.yaml`' },
};

function belongs(part: string, path: string): boolean {
  return FORMS[part]?.path.test(path) ?? false;
}

async function filesOfParts(folder: string): Promise<string[]> {
  const lists = Object.keys(FORMS).map(async (part) => {
    const paths = await filesBelow(join(folder, part));
    return paths.map((path) => `${part}/${path}`);
  });
  return (await Promise.all(lists)).flat();
}

/** A file that nothing would read is a slip, except among the articles, where pictures and data lie too. */
function strayFile(folder: string, path: string): Fault[] {
  const [part, ...rest] = path.split('/') as [string, ...string[]];
  if (belongs(part, rest.join('/')) || (part === 'articles' && !/\.mdx?$/.test(path))) return [];
  const message = `Unexpected file \`${path}\`, expected ${FORMS[part]!.wanted}.`;
  return [{ file: join(folder, path), line: 1, code: 'unexpected-file', message }];
}

function yamlReader<T extends z.ZodType>(schema: T, list: (content: Content) => YamlEntry<z.output<T>>[]) {
  return async (file: string): Promise<Add> => {
    const read = await readText(file);
    return (content) => {
      if ('code' in read) content.faults.push(read);
      else list(content).push(checked(file, parseYaml(read.text), schema, content.faults));
    };
  };
}

function mdxReader<T extends z.ZodType>(schema: T, list: (content: Content) => MdxEntry<z.output<T>>[]) {
  return async (file: string): Promise<Add> => {
    const read = await readText(file);
    return (content) => {
      if ('code' in read) content.faults.push(read);
      else list(content).push(mdxEntry(file, read.text, schema, content.faults));
    };
  };
}

function mdxEntry<T extends z.ZodType>(
  file: string,
  text: string,
  schema: T,
  faults: Fault[],
): MdxEntry<z.output<T>> {
  const front = frontmatter(text);
  if (front === undefined) {
    const message = 'Unexpected beginning of the text, expected frontmatter between two lines of `---`.';
    faults.push({ file, line: 1, code: 'missing-frontmatter', message });
  }
  const entry =
    front === undefined
      ? { slug: slugOf(file), file, raw: undefined, data: undefined, lineOf: () => 1 }
      : checked(file, parseYaml(front.yaml, front.yamlLine), schema, faults);
  return { ...entry, source: text, outline: tryOutline(file, text, faults) };
}

function tryOutline(file: string, text: string, faults: Fault[]): Outline | undefined {
  try {
    return outline(text);
  } catch (error) {
    faults.push(mdxFault(file, error));
    return undefined;
  }
}

function checked<T extends z.ZodType>(
  file: string,
  yaml: YamlSource,
  schema: T,
  faults: Fault[],
): YamlEntry<z.output<T>> {
  const slug = slugOf(file);
  if (!isSlug(slug)) {
    const message = `Unexpected file name \`${slug}\`, expected lower-case letters, digits and single hyphens.`;
    faults.push({ file, line: 1, code: 'bad-slug', message });
  }
  const entry = { slug, file, raw: yaml.value, lineOf: yaml.lineOf };
  if (yaml.errors.length > 0) {
    faults.push(...yaml.errors.map(({ line, message }) => yamlFault(file, line, message)));
    return { ...entry, data: undefined };
  }
  const result = checkBySchema(schema, yaml, file);
  faults.push(...result.faults);
  return { ...entry, data: result.data };
}

function slugOf(file: string): string {
  return basename(file) === 'index.mdx' ? basename(dirname(file)) : stem(file);
}

function yamlFault(file: string, line: number, message: string): Fault {
  return { file, line, code: 'yaml-syntax', message: `Unexpected YAML, expected it to parse: ${message}.` };
}
