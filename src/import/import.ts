import { setImmediate as turn } from 'node:timers/promises';
import { stringify } from 'yaml';
import type { Relation } from '../content/schemas/attribution.ts';
import type { Source } from '../content/schemas/source.ts';
import { AddressBook } from './address-book.ts';
import { anchorOf, type Anchors } from './article/anchors.ts';
import { convertArticle, type ConvertedArticle } from './article/convert-article.ts';
import type { ImportedAttribution, Workshop } from './article/workshop.ts';
import type { Stamp } from './instant.ts';
import { asLanguage } from './language-tag.ts';
import { readLibrary, type Library } from './library.ts';
import { refuse, type Note, type Tell } from './note.ts';
import { planArticles, type Plan, type PlannedArticle } from './plan.ts';
import { sourceOf, sourceSlug } from './publication-source.ts';
import { fetchBytes } from './read/fetched.ts';
import { readSource, type SourceReading } from './read/read-source.ts';
import { TagBook, type NewTag } from './tag-book.ts';
import { writeComments } from './write/comment-writer.ts';
import { ArticleFolder, OutsideError, type Written } from './write/article-folder.ts';
import { digestOf, Ledger, type LedgerLine } from './write/ledger.ts';
import { reasonOf } from './write/system-errors.ts';

/** The options of an import. */
export interface ImportOptions {
  /** FILE, FOLDER or URL. */
  source: string;
  /** The content folder, absolute. */
  folder: string;
  /** How the articles relate to their source; undefined for the person's own texts. */
  relation: Relation | undefined;
  /** The name of the source's file. */
  sourceSlug: string | undefined;
  fetchImages: boolean;
  dryRun: boolean;
  /** For entries that don't state a language. */
  language: string | undefined;
  tags: readonly string[];
  /** For entries without a date. */
  date: Stamp;
  /** Whether to write articles again that have been deleted since. */
  restore: boolean;
  onProgress: (done: number, total: number, title: string) => void;
}

/** The result of an import. */
export interface ImportResult {
  /** How many entries could be read. */
  entries: number;
  articles: Record<Written | 'failed', number>;
  kinds: Map<string, number>;
  blocks: ConvertedArticle['blocks'];
  pictures: number;
  /** Readers' comments. */
  comments: number;
  newTags: number;
  tags: number;
  newSource: string | undefined;
  notes: Note[];
  /** Whether anything in the folder has changed. */
  hasChanged: boolean;
  /** Whether something could not be written. */
  isDiskAtFault: boolean;
}

/** Larger pictures are meant for printing, not for pages. */
const LARGEST_PICTURE = 20 * 1024 * 1024;

/**
 * Imports the texts of a source into a content folder: one article per entry, with its pictures, tags and
 * attribution. Each article is written completely or not at all, and importing again changes nothing.
 */
export async function importSource(options: ImportOptions): Promise<ImportResult> {
  const result: ImportResult = {
    entries: 0,
    articles: { new: 0, changed: 0, same: 0, edited: 0, deleted: 0, failed: 0 },
    kinds: new Map(),
    blocks: { sessions: 0, scripts: 0, others: 0 },
    pictures: 0,
    comments: 0,
    newTags: 0,
    tags: 0,
    newSource: undefined,
    notes: [],
    hasChanged: false,
    isDiskAtFault: false,
  };
  const tell: Tell = (kind, at, code, message, hint) => result.notes.push({ kind, at, code, message, hint });
  const reading = await readSource(options.source, tell);
  const [ledger, folder] = [new Ledger(options.folder), new ArticleFolder(options.folder, options.dryRun)];
  if (!options.dryRun) recover(ledger, folder);
  if (reading !== undefined) await new ImportRun({ options, reading, ledger, folder, result, tell }).import();
  return result;
}

/** Records the article that an import had written when it was killed. */
function recover(ledger: Ledger, folder: ArticleFolder): void {
  const line = ledger.unfinished();
  if (line === undefined) return;
  const before = ledger.find(line.source, line.key);
  if (!folder.finish(line, before)) return;
  // This import writes those comments that the other one had no time for.
  const comments = line.comments?.filter(
    (name) => before?.comments?.includes(name) === true || folder.hasComment(line.slug, name),
  );
  ledger.add({ ...line, ...(comments !== undefined && { comments }) });
}

/** A source and the name of its file. */
interface NamedSource {
  slug: string;
  data: Source;
}

/** What an import works with. */
interface Work {
  options: ImportOptions;
  reading: SourceReading;
  ledger: Ledger;
  folder: ArticleFolder;
  result: ImportResult;
  tell: Tell;
}

class ImportRun {
  readonly #work: Work;
  readonly #planned: PlannedArticle[];
  readonly #source: NamedSource | undefined;
  readonly #workshop: Workshop;
  readonly #anchors = new Map<string, Anchors>();
  /** Tags that have no file yet. */
  readonly #tags: Map<string, NewTag>;

  constructor(work: Work) {
    this.#work = work;
    const { options, reading, ledger, result } = work;
    const library = readLibrary(options.folder);
    const tags = new TagBook(library.tags, reading.publication.tagDescriptions);
    const book = new AddressBook();
    const plan: Plan = {
      book,
      tags,
      library,
      before: (key) => ledger.find(reading.name, key),
      date: options.date,
      language: asLanguage(options.language) ?? asLanguage(reading.publication.language),
      moreTags: options.tags,
    };
    this.#planned = planArticles(reading.entries, plan, work.tell);
    this.#tags = new Map(tags.made().map((tag) => [tag.slug, tag]));
    this.#source = this.#sourceFor(library.sources);
    this.#workshop = this.#workshopWith(book);
    result.entries = reading.entries.length;
    result.tags = new Set(this.#planned.flatMap((article) => article.tags)).size;
  }

  async import(): Promise<void> {
    const { options, ledger, folder, result } = this.#work;
    const total = this.#planned.length;
    if (options.relation !== undefined && this.#source === undefined) result.articles.failed = total;
    else await this.#importAll();
    options.onProgress(total, total, '');
    if (options.dryRun) return;
    folder.clean();
    ledger.end();
  }

  async #importAll(): Promise<void> {
    const later: ConvertedArticle[] = [];
    for (const [index, article] of this.#planned.entries()) {
      this.#work.options.onProgress(index, this.#planned.length, article.title ?? article.slug);
      // Parsers outside of JavaScript only free their memory between two turns of the event loop.
      await turn();
      const converted = await this.#convert(article);
      article.entry.body.forget();
      if (converted === undefined) continue;
      this.#anchors.set(article.slug, converted.anchors);
      // Only the other article knows whether it has that heading.
      if (converted.waiting.length > 0) later.push(converted);
      else this.#write(converted);
    }
    for (const converted of later) this.#write(this.#withAnchors(converted));
  }

  #workshopWith(book: AddressBook): Workshop {
    const { options, reading } = this.#work;
    const paths = new Set(reading.files?.paths);
    return {
      dialect: reading.dialect,
      values: reading.publication.values,
      pictures: reading.publication.pictures,
      around: {
        book,
        site: reading.publication.address,
        roots: reading.roots,
        hasFile: (path) => paths.has(path),
      },
      readFile: (path) => reading.files?.read(path),
      fetchPicture: options.fetchImages ? fetchPicture : undefined,
      attributionOf: (article) => this.#attributionOf(article),
    };
  }

  /**
   * Picks the source's file: the named one if it exists, or else one made from what the publication says about
   * itself.
   */
  #sourceFor(known: Library['sources']): NamedSource | undefined {
    const { options, reading, tell } = this.#work;
    const { publication, entries } = reading;
    if (options.relation === undefined) return undefined;
    const named = (slug: string | undefined): Source | undefined =>
      known.find((other) => other.slug === slug)?.data;
    const wanted = options.sourceSlug;
    const there = named(wanted);
    if (there !== undefined) return { slug: wanted!, data: there };
    const address = publication.address ?? entries.find((entry) => entry.address !== undefined)?.address;
    if (address === undefined) {
      const name = wanted ?? 'NAME';
      return refuse(
        tell,
        options.source,
        'no-address',
        'Unexpected source without an address, expected one to link to.',
        `Write content/sources/${name}.yaml with name, author and url, and name it: --source ${name}`,
      );
    }
    const slug = wanted ?? sourceSlug(publication, address);
    const authors = byFrequency(entries.flatMap((entry) => entry.authors));
    return { slug, data: named(slug) ?? sourceOf(publication, authors, address) };
  }

  #attributionOf({ title, published, entry, slug }: PlannedArticle): ImportedAttribution | undefined {
    const { relation } = this.#work.options;
    if (relation === undefined || this.#source === undefined) return undefined;
    const { slug: source, data } = this.#source;
    return { source, relation, title: title ?? slug, url: entry.address ?? data.url, published };
  }

  async #convert(article: PlannedArticle): Promise<ConvertedArticle | undefined> {
    try {
      return await convertArticle(article, this.#workshop);
    } catch (error) {
      this.#work.result.articles.failed++;
      this.#work.tell(
        'refused',
        article.entry.at,
        'our-fault',
        `Unexpected fault of the importer, expected none: ${(error as Error).message}`,
        'Please report it, with this entry.',
      );
      return undefined;
    }
  }

  /**
   * Resolves links to headings of other articles, now that all are known. A link to a missing heading leads to the
   * article.
   */
  #withAnchors(converted: ConvertedArticle): ConvertedArticle {
    let { text } = converted;
    for (const { slug, fragment, url } of converted.waiting) {
      const anchors = this.#anchors.get(slug);
      const id = anchors === undefined ? undefined : anchorOf(fragment, anchors);
      const instead = url.slice(0, url.indexOf('#')) + (id === undefined ? '' : `#${encodeURI(id)}`);
      for (const end of [')', ' ']) text = text.replaceAll(`](${url}${end}`, `](${instead}${end}`);
      if (id === undefined)
        this.#work.tell(
          'dropped',
          converted.article.entry.at,
          'dead-anchor',
          `Unexpected link to \`#${fragment.slice(0, 80)}\` of \`${slug}\`, expected a heading that exists; the link leads to the article.`,
        );
    }
    return { ...converted, text };
  }

  #write(converted: ConvertedArticle): void {
    const { slug, entry } = converted.article;
    try {
      this.#place(converted);
    } catch (error) {
      const reason = reasonOf(error);
      const message =
        error instanceof OutsideError
          ? error.message
          : reason &&
            `Unexpected ${reason}, expected room for «${entry.title ?? slug}»; nothing of it was written.`;
      if (message === undefined) throw error;
      this.#work.result.articles.failed++;
      this.#work.result.isDiskAtFault = true;
      this.#work.tell('refused', entry.at, 'not-written', message);
    }
  }

  #place(converted: ConvertedArticle): void {
    const { options, reading, ledger, folder, result } = this.#work;
    const { slug, entry, published } = converted.article;
    const files = [{ name: 'index.mdx', content: converted.text }, ...converted.files];
    const before = ledger.find(reading.name, entry.key);
    const state = folder.stateOf(slug, files, before);
    const willWrite = state === 'new' || state === 'changed' || (state === 'deleted' && options.restore);
    const line: LedgerLine = {
      source: reading.name,
      key: entry.key,
      slug,
      files: Object.fromEntries(files.map(({ name, content }) => [name, digestOf(content)])),
      ...(entry.comments.length > 0 && { comments: entry.comments.map(({ name }) => name) }),
      ...(published === options.date && { assumedDate: published }),
    };
    if (willWrite) {
      this.#writeNeeds(converted.article);
      if (!options.dryRun) ledger.begin(line);
      folder.write(slug, files, before);
      result.hasChanged = true;
    }
    const isThere = willWrite || state === 'same' || (state === 'edited' && before !== undefined);
    const added = isThere && this.#addComments(converted.article, line, before);
    if (!options.dryRun && (willWrite || added || (state === 'same' && before === undefined)))
      ledger.add(state === 'edited' ? { ...line, files: before!.files } : line);
    this.#count(converted, state === 'deleted' && willWrite ? 'new' : state);
    if (state === 'edited' || (state === 'deleted' && !willWrite)) this.#tellKept(converted.article, state);
  }

  #tellKept({ slug, entry }: PlannedArticle, state: 'edited' | 'deleted'): void {
    const [at, title] = [{ file: `articles/${slug}/index.mdx`, line: 1 }, entry.title ?? slug];
    if (state === 'edited')
      this.#work.tell(
        'kept',
        at,
        'edited-since',
        `Unexpected changes since the import of «${title}», expected none; the article was left unchanged.`,
      );
    else
      this.#work.tell(
        'kept',
        at,
        'deleted-since',
        `Unexpected deletion of «${title}», which was imported before, expected it to exist; it was not imported again.`,
        '--restore writes it again.',
      );
  }

  /**
   * Adds comments below an article that is in place, and their names to its line.
   *
   * @returns whether there are new ones
   */
  #addComments(article: PlannedArticle, line: LedgerLine, before: LedgerLine | undefined): boolean {
    if (article.entry.comments.length === 0) return false;
    const { folder, tell, result } = this.#work;
    const known = before?.comments ?? [];
    const { names, added, isFull } = writeComments(article, known, {
      folder,
      around: this.#workshop.around,
      tell,
    });
    line.comments = names;
    result.comments += added;
    result.isDiskAtFault ||= isFull;
    result.hasChanged ||= added > 0;
    return names.length > known.length;
  }

  /** Writes tags and the source before the article that refers to them. */
  #writeNeeds({ tags }: PlannedArticle): void {
    const { folder, result } = this.#work;
    for (const tag of tags) {
      const made = this.#tags.get(tag);
      if (made === undefined) continue;
      const { slug, label, description, aliases } = made;
      const data = { label, description, ...(aliases.length > 0 && { aliases }) };
      if (folder.writeYaml('tags', slug, stringify(data, { lineWidth: 0 }))) result.newTags++;
      this.#tags.delete(tag);
    }
    if (this.#source === undefined || result.newSource !== undefined) return;
    const { slug, data } = this.#source;
    if (folder.writeYaml('sources', slug, stringify(data, { lineWidth: 0 }))) result.newSource = slug;
  }

  #count({ kind, blocks, notes, files }: ConvertedArticle, state: Written): void {
    const { result } = this.#work;
    result.articles[state]++;
    if (state !== 'new' && state !== 'changed') return;
    result.notes.push(...notes);
    result.kinds.set(kind, (result.kinds.get(kind) ?? 0) + 1);
    for (const name of ['sessions', 'scripts', 'others'] as const) result.blocks[name] += blocks[name];
    result.pictures += files.length;
  }
}

async function fetchPicture(address: string): Promise<Uint8Array | { fault: string }> {
  const fetched = await fetchBytes(address, LARGEST_PICTURE);
  return 'fault' in fetched ? fetched : fetched.bytes;
}

function byFrequency(names: readonly string[]): string[] {
  const groups = [...Map.groupBy(names, (name) => name)];
  return groups.sort((a, b) => b[1].length - a[1].length).map(([name]) => name);
}
