import {
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { digestOf, IMPORT_FOLDER, type LedgerLine } from './ledger.ts';

/** A file of an article: its text or a picture. */
export interface ArticleFile {
  name: string;
  content: string | Uint8Array;
}

/** What happened to an article. */
export type Written =
  /** It didn't exist. */
  | 'new'
  /** Its source has changed, and nobody had edited it. */
  | 'changed'
  /** It already has the same content. */
  | 'same'
  /** Somebody has edited it since, so it stays. */
  | 'edited'
  /** Somebody has deleted it since, so it isn't written again. */
  | 'deleted';

/** Writes articles into a content folder, each completely or not at all, and nothing outside of it. */
export class ArticleFolder {
  readonly #folder: string;
  readonly #isDry: boolean;

  /** @param folder the content folder, absolute */
  constructor(folder: string, isDry: boolean) {
    this.#folder = folder;
    this.#isDry = isDry;
    // Removes what an interrupted import left unfinished.
    if (!isDry) this.clean();
  }

  /** What would happen to an article, given what was written of it before. */
  stateOf(slug: string, files: readonly ArticleFile[], before: LedgerLine | undefined): Written {
    const text = this.#read(slug, 'index.mdx');
    if (text === undefined) return before === undefined ? 'new' : 'deleted';
    const isSame = files.every(({ name, content }) => this.#digest(slug, name) === digestOf(content));
    if (isSame) return 'same';
    return before !== undefined && this.#digest(slug, 'index.mdx') === before.files['index.mdx']
      ? 'changed'
      : 'edited';
  }

  /** Writes an article. The folder of a new one appears in its place in one move. */
  write(slug: string, files: readonly ArticleFile[], before: LedgerLine | undefined): void {
    if (this.#isDry) return;
    const place = this.#place('articles', slug);
    if (this.#read(slug, 'index.mdx') === undefined) this.#writeNew(place, slug, files);
    else this.#writeOver(place, files, before);
  }

  /**
   * Completes what a killed import had begun, if possible: once the text is in place, the article is complete.
   *
   * @returns whether it is
   */
  finish({ slug, files }: LedgerLine, before: LedgerLine | undefined): boolean {
    if (this.#digest(slug, 'index.mdx') !== files['index.mdx']) return false;
    this.#removeOld(this.#place('articles', slug), new Set(Object.keys(files)), before);
    return true;
  }

  /** Whether there is a comment of that name below an article. */
  hasComment(slug: string, name: string): boolean {
    return exists(join(this.#folder, 'comments', slug, `${name}.yaml`));
  }

  /** Writes a file of a tag, source or comment unless it exists. */
  writeYaml(part: 'tags' | 'sources' | `comments/${string}`, slug: string, text: string): boolean {
    const file = this.#place(part, `${slug}.yaml`);
    if (exists(file)) return false;
    if (!this.#isDry) {
      mkdirSync(join(this.#folder, part), { recursive: true });
      this.#inOneStep(file, text);
    }
    return true;
  }

  /** Removes half-written files. */
  clean(): void {
    rmSync(join(this.#folder, IMPORT_FOLDER, 'unfinished'), { recursive: true, force: true });
  }

  #writeNew(place: string, slug: string, files: readonly ArticleFile[]): void {
    const unfinished = this.#unfinished(slug);
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    try {
      for (const { name, content } of files) writeFileSync(join(unfinished, name), content, { flag: 'wx' });
      mkdirSync(join(this.#folder, 'articles'), { recursive: true });
      // An empty folder, or one with only pictures, may already exist.
      if (exists(place))
        for (const { name } of textLast(files)) renameSync(join(unfinished, name), join(place, name));
      else renameSync(unfinished, place);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }

  /** Pictures first, the text last, so that the text never refers to missing files. */
  #writeOver(place: string, files: readonly ArticleFile[], before: LedgerLine | undefined): void {
    for (const { name, content } of textLast(files)) this.#inOneStep(join(place, name), content);
    this.#removeOld(place, new Set(files.map(({ name }) => name)), before);
  }

  /** Removes files that were imported before and aren't needed any more, unless somebody has changed them since. */
  #removeOld(place: string, names: ReadonlySet<string>, before: LedgerLine | undefined): void {
    for (const [name, digest] of Object.entries(before?.files ?? {})) {
      const file = join(place, name);
      if (!names.has(name) && exists(file) && digestOf(readFileSync(file)) === digest) unlinkSync(file);
    }
  }

  #inOneStep(file: string, content: string | Uint8Array): void {
    const unfinished = this.#unfinished(digestOf(file).slice(0, 16));
    mkdirSync(join(unfinished, '..'), { recursive: true });
    try {
      writeFileSync(unfinished, content);
      renameSync(unfinished, file);
    } finally {
      rmSync(unfinished, { force: true });
    }
  }

  #unfinished(name: string): string {
    return join(this.#folder, IMPORT_FOLDER, 'unfinished', name);
  }

  /**
   * The place of a file in the content.
   *
   * @throws if a symbolic link leads out of the content folder
   */
  #place(...parts: [string, string]): string {
    const [root, place] = [real(this.#folder), join(this.#folder, ...parts)];
    for (const path of [join(this.#folder, parts[0]), place]) {
      const away = exists(path) ? relative(root, real(path)) : '';
      if (away === '..' || away.startsWith(`..${sep}`)) throw new OutsideError(relative(this.#folder, path));
    }
    return place;
  }

  #read(slug: string, name: string): Buffer | undefined {
    try {
      return readFileSync(join(this.#folder, 'articles', slug, name));
    } catch {
      return undefined;
    }
  }

  #digest(slug: string, name: string): string | undefined {
    const content = this.#read(slug, name);
    return content === undefined ? undefined : digestOf(content);
  }
}

function textLast(files: readonly ArticleFile[]): ArticleFile[] {
  return files.toSorted((a, b) => Number(a.name === 'index.mdx') - Number(b.name === 'index.mdx'));
}

/** Thrown for a path that leads out of the content folder. */
export class OutsideError extends Error {
  constructor(path: string) {
    super(`Unexpected symbolic link \`${path}\`, expected a folder within the content.`);
  }
}

function real(path: string): string {
  return exists(path) ? realpathSync(path) : path;
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
