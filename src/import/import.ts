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
import { readLibrary } from './library.ts';
import type { Note, Tell } from './note.ts';
import { planArticles, type PlannedArticle } from './plan.ts';
import { sourceOf, sourceSlug } from './publication-source.ts';
import { fetchBytes } from './read/fetched.ts';
import { readSource, type SourceReading } from './read/read-source.ts';
import { TagBook, type NewTag } from './tag-book.ts';
import { CommentWriter, type Commented } from './write/comment-writer.ts';
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
  const notes: Note[] = [];
  const tell: Tell = (kind, at, code, message, hint) => notes.push({ kind, at, code, message, hint });
  const reading = await readSource(options.source, tell);
  const run = new ImportRun(options, notes, tell);
  return reading === undefined ? run.result : run.import(reading);
}

/** A source and the name of its file. */
interface NamedSource {
  slug: string;
  data: Source;
}

class ImportRun {
  readonly #options: ImportOptions;
  readonly #tell: Tell;
  readonly #ledger: Ledger;
  readonly #folder: ArticleFolder;
  readonly #written = new Set<string>();
  readonly #anchors = new Map<string, Anchors>();
  #tags = new Map<string, NewTag>();
  #source: NamedSource | undefined;
  #comments: CommentWriter | undefined;
  readonly result: ImportResult;

  constructor(options: ImportOptions, notes: Note[], tell: Tell) {
    this.#options = options;
    this.#tell = tell;
    this.#ledger = new Ledger(options.folder);
    this.#folder = new ArticleFolder(options.folder, options.dryRun);
    if (!options.dryRun) this.#recover();
    const articles = { new: 0, changed: 0, same: 0, edited: 0, deleted: 0, failed: 0 };
    this.result = {
      entries: 0,
      articles,
      kinds: new Map(),
      blocks: { sessions: 0, scripts: 0, others: 0 },
      pictures: 0,
      comments: 0,
      newTags: 0,
      tags: 0,
      newSource: undefined,
      notes,
      hasChanged: false,
      isDiskAtFault: false,
    };
  }

  async import(reading: SourceReading): Promise<ImportResult> {
    this.result.entries = reading.entries.length;
    const { planned, workshop } = this.#prepare(reading);
    const later: ConvertedArticle[] = [];
    for (const [index, article] of planned.entries()) {
      this.#options.onProgress(index, planned.length, article.title ?? article.slug);
      // Parsers outside of JavaScript only free their memory between two turns of the event loop.
      await turn();
      const converted = await this.#convert(article, workshop);
      article.entry.body.forget();
      if (converted === undefined) continue;
      this.#anchors.set(article.slug, converted.anchors);
      // Only the other article knows whether it has that heading.
      if (converted.waiting.length > 0) later.push(converted);
      else this.#write(converted, reading.name, article);
    }
    const bySlug = new Map(planned.map((article) => [article.slug, article]));
    for (const converted of later)
      this.#write(this.#withAnchors(converted, bySlug), reading.name, bySlug.get(converted.slug)!);
    this.#options.onProgress(planned.length, planned.length, '');
    if (!this.#options.dryRun) {
      this.#folder.clean();
      this.#ledger.end();
    }
    return this.result;
  }

  /** Records the article that an import had written when it was killed. */
  #recover(): void {
    const line = this.#ledger.unfinished();
    if (line === undefined) return;
    const before = this.#ledger.find(line.source, line.key);
    if (!this.#folder.finish(line, before)) return;
    // This import writes those comments that the other one had no time for.
    const comments = line.comments?.filter(
      (name) => before?.comments?.includes(name) === true || this.#folder.hasComment(line.slug, name),
    );
    this.#ledger.add({ ...line, ...(comments !== undefined && { comments }) });
  }

  #prepare(reading: SourceReading): { planned: PlannedArticle[]; workshop: Workshop } {
    const { folder, date, language, tags: moreTags } = this.#options;
    const library = readLibrary(folder);
    const tags = new TagBook(library.tags, reading.publication.tagDescriptions);
    const book = new AddressBook();
    const planned = planArticles(
      reading.entries,
      {
        publication: reading.publication,
        book,
        tags,
        slugBefore: (key) => this.#ledger.find(reading.name, key)?.slug,
        isTaken: (slug) => library.slugs.has(slug),
        hasPath: (path, own) => library.paths.has(path) && !own.has(library.paths.get(path) ?? ''),
        hasId: (id, own) => library.ids.has(id) && !own.has(library.ids.get(id)!),
        otherDate: (key) => this.#ledger.find(reading.name, key)?.assumedDate ?? date,
        language: asLanguage(language) ?? asLanguage(reading.publication.language),
        moreTags,
      },
      this.#tell,
    );
    this.#tags = new Map(tags.made().map((tag) => [tag.slug, tag]));
    this.result.tags = new Set(planned.flatMap((article) => article.tags)).size;
    this.#source = this.#sourceFor(reading, library.sources);
    const workshop = this.#workshop(reading, book);
    this.#comments = new CommentWriter(this.#folder, workshop.around, this.#tell);
    return { planned, workshop };
  }

  #workshop(reading: SourceReading, book: AddressBook): Workshop {
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
      fetchPicture: this.#options.fetchImages ? fetchPicture : undefined,
      attributionOf: (article) => this.#attributionOf(article),
    };
  }

  /**
   * Picks the source's file: the named one if it exists, or else one made from what the publication says about
   * itself.
   */
  #sourceFor(
    { publication, entries }: SourceReading,
    known: readonly { slug: string; data: Source | undefined }[],
  ): NamedSource | undefined {
    if (this.#options.relation === undefined) return undefined;
    const address = publication.address ?? entries.find((entry) => entry.address !== undefined)?.address;
    const wanted = this.#options.sourceSlug;
    const there = known.find(({ slug }) => slug === wanted)?.data;
    if (there !== undefined) return { slug: wanted!, data: there };
    if (address === undefined) {
      this.#tell(
        'refused',
        { file: this.#options.source, line: 1 },
        'no-address',
        'Unexpected source without an address, expected one to link to.',
        `Write content/sources/${wanted ?? 'NAME'}.yaml with name, author and url, and name it: --source ${wanted ?? 'NAME'}`,
      );
      return undefined;
    }
    const data = sourceOf(publication, byFrequency(entries.flatMap((entry) => entry.authors)), address);
    const slug = wanted ?? sourceSlug(publication, address);
    const same = known.find((other) => other.slug === slug)?.data;
    return { slug, data: same ?? data };
  }

  #attributionOf({ title, published, entry, slug }: PlannedArticle): ImportedAttribution | undefined {
    if (this.#options.relation === undefined || this.#source === undefined) return undefined;
    const { slug: source, data } = this.#source;
    return {
      source,
      relation: this.#options.relation,
      title: title ?? slug,
      url: entry.address ?? data.url,
      published,
    };
  }

  async #convert(article: PlannedArticle, workshop: Workshop): Promise<ConvertedArticle | undefined> {
    if (this.#options.relation !== undefined && this.#source === undefined) {
      this.result.articles.failed++;
      return undefined;
    }
    try {
      return await convertArticle(article, workshop);
    } catch (error) {
      this.result.articles.failed++;
      this.#tell(
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
  #withAnchors(converted: ConvertedArticle, planned: ReadonlyMap<string, PlannedArticle>): ConvertedArticle {
    let { text } = converted;
    for (const { slug, fragment, url } of converted.waiting) {
      const anchors = this.#anchors.get(slug);
      const id = anchors === undefined ? undefined : anchorOf(fragment, anchors);
      const page = url.slice(0, url.indexOf('#'));
      text = text
        .replaceAll(`](${url})`, `](${page}${id === undefined ? '' : `#${encodeURI(id)}`})`)
        .replaceAll(`](${url} `, `](${page}${id === undefined ? '' : `#${encodeURI(id)}`} `);
      if (id === undefined)
        this.#tell(
          'dropped',
          planned.get(converted.slug)?.entry.at ?? { file: converted.slug, line: 1 },
          'dead-anchor',
          `Unexpected link to \`#${fragment.slice(0, 80)}\` of \`${slug}\`, expected a heading that exists; the link leads to the article.`,
        );
    }
    return { ...converted, text };
  }

  #write(converted: ConvertedArticle, source: string, { entry, published }: PlannedArticle): void {
    const { slug, key } = converted;
    const files = [
      { name: 'index.mdx', content: converted.text },
      ...converted.files.map(({ name, bytes }) => ({ name, content: bytes })),
    ];
    const before = this.#ledger.find(source, key);
    try {
      const state = this.#folder.stateOf(slug, files, before);
      const willWrite =
        state === 'new' || state === 'changed' || (state === 'deleted' && this.#options.restore);
      const line: LedgerLine = {
        source,
        key,
        slug,
        files: Object.fromEntries(files.map(({ name, content }) => [name, digestOf(content)])),
        ...(entry.comments.length > 0 && { comments: entry.comments.map(({ name }) => name) }),
        ...(published === this.#options.date && { assumedDate: published }),
      };
      const isDry = this.#options.dryRun;
      if (willWrite) {
        this.#writeNeeds(converted);
        if (!isDry) this.#ledger.begin(line);
        this.#folder.write(slug, files, before);
        this.result.hasChanged = true;
      }
      const isThere = willWrite || state === 'same' || (state === 'edited' && before !== undefined);
      const added = isThere && this.#addComments({ slug, entry, published }, line, before);
      if (!isDry && (willWrite || added || (state === 'same' && before === undefined)))
        this.#ledger.add(state === 'edited' ? { ...line, files: before!.files } : line);
      this.#count(converted, state === 'deleted' && willWrite ? 'new' : state, files.length - 1);
      if (state === 'edited')
        this.#tell(
          'kept',
          { file: `articles/${slug}/index.mdx`, line: 1 },
          'edited-since',
          `Unexpected changes since the import of «${entry.title ?? slug}», expected none; the article was left unchanged.`,
        );
      if (state === 'deleted' && !willWrite)
        this.#tell(
          'kept',
          { file: `articles/${slug}/index.mdx`, line: 1 },
          'deleted-since',
          `Unexpected deletion of «${entry.title ?? slug}», which was imported before, expected it to exist; it was not imported again.`,
          '--restore writes it again.',
        );
    } catch (error) {
      const reason = error instanceof OutsideError ? undefined : reasonOf(error);
      if (reason === undefined && !(error instanceof OutsideError)) throw error;
      this.result.articles.failed++;
      this.result.isDiskAtFault = true;
      this.#tell(
        'refused',
        entry.at,
        'not-written',
        error instanceof OutsideError
          ? error.message
          : `Unexpected ${reason!}, expected room for «${entry.title ?? slug}»; nothing of it was written.`,
      );
    }
  }

  /**
   * Adds comments below an article that is in place, and their names to its line.
   *
   * @returns whether there are new ones
   */
  #addComments(article: Commented, line: LedgerLine, before: LedgerLine | undefined): boolean {
    if (article.entry.comments.length === 0) return false;
    const known = before?.comments ?? [];
    const { names, added, isFull } = this.#comments!.write(article, known);
    line.comments = names;
    this.result.comments += added;
    if (isFull) this.result.isDiskAtFault = true;
    if (added > 0) this.result.hasChanged = true;
    return names.length > known.length;
  }

  /** Writes tags and the source before the article that refers to them. */
  #writeNeeds({ tags }: ConvertedArticle): void {
    for (const slug of tags) {
      const tag = this.#tags.get(slug);
      if (tag === undefined || this.#written.has(`tags/${slug}`)) continue;
      const { label, description, aliases } = tag;
      const text = stringify(
        { label, description, ...(aliases.length > 0 && { aliases }) },
        { lineWidth: 0 },
      );
      if (this.#folder.writeYaml('tags', slug, text)) this.result.newTags++;
      this.#written.add(`tags/${slug}`);
    }
    if (this.#source === undefined || this.#written.has('source')) return;
    const { slug, data } = this.#source;
    if (this.#folder.writeYaml('sources', slug, stringify(data, { lineWidth: 0 })))
      this.result.newSource = slug;
    this.#written.add('source');
  }

  #count({ kind, blocks, notes }: ConvertedArticle, state: Written, pictures: number): void {
    this.result.articles[state]++;
    const isImported = state === 'new' || state === 'changed';
    if (!isImported) return;
    this.result.notes.push(...notes);
    this.result.kinds.set(kind, (this.result.kinds.get(kind) ?? 0) + 1);
    for (const name of ['sessions', 'scripts', 'others'] as const)
      this.result.blocks = { ...this.result.blocks, [name]: this.result.blocks[name] + blocks[name] };
    this.result.pictures += pictures;
  }
}

async function fetchPicture(address: string): Promise<Uint8Array | { fault: string }> {
  const fetched = await fetchBytes(address, LARGEST_PICTURE);
  return 'fault' in fetched ? fetched : fetched.bytes;
}

function byFrequency(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
