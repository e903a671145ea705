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

/** What became of an article. */
export type Written =
  /** It was not there. */
  | 'new'
  /** Its source has changed, and nobody had edited it. */
  | 'changed'
  /** It is as it would be written. */
  | 'same'
  /** Somebody has edited it since; it stays. */
  | 'edited'
  /** Somebody has taken it away since; it stays away. */
  | 'deleted';

/** Writes articles into a content folder, each whole or not at all, and nothing outside of it. */
export class ArticleFolder {
  readonly #folder: string;
  readonly #isDry: boolean;

  /** @param folder the content folder, absolute */
  constructor(folder: string, isDry: boolean) {
    this.#folder = folder;
    this.#isDry = isDry;
    // What an import that was stopped had not finished.
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

  /** Writes an article; where there is none yet, its folder appears in its place at once. */
  write(slug: string, files: readonly ArticleFile[], before: LedgerLine | undefined): void {
    if (this.#isDry) return;
    const place = this.#place('articles', slug);
    if (this.#read(slug, 'index.mdx') === undefined) this.#writeNew(place, slug, files);
    else this.#writeOver(place, files, before);
  }

  /**
   * Ends what an import that was killed had begun, as far as it had come: with the text in its place the article is whole.
   *
   * @returns whether it is
   */
  finish({ slug, files }: LedgerLine, before: LedgerLine | undefined): boolean {
    if (this.#digest(slug, 'index.mdx') !== files['index.mdx']) return false;
    this.#removeOld(this.#place('articles', slug), new Set(Object.keys(files)), before);
    return true;
  }

  /** Writes a file of tags or sources, unless it is there. */
  writeYaml(part: 'tags' | 'sources', slug: string, text: string): boolean {
    const file = this.#place(part, `${slug}.yaml`);
    if (exists(file)) return false;
    if (!this.#isDry) {
      mkdirSync(join(this.#folder, part), { recursive: true });
      this.#inOneStep(file, text);
    }
    return true;
  }

  /** Takes what was half written away. */
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
      // An empty folder, or one that only has pictures, may be there already.
      if (exists(place))
        for (const { name } of textLast(files)) renameSync(join(unfinished, name), join(place, name));
      else renameSync(unfinished, place);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }

  /** Pictures first, the text last: at no time does the text show what isn't there. */
  #writeOver(place: string, files: readonly ArticleFile[], before: LedgerLine | undefined): void {
    for (const { name, content } of textLast(files)) this.#inOneStep(join(place, name), content);
    this.#removeOld(place, new Set(files.map(({ name }) => name)), before);
  }

  /** What was imported before and isn't there any more; not what somebody has changed since. */
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
   * Where a file of the content lies.
   *
   * @throws where a symbolic link leads out of the content folder
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

/** A path of the content folder that leads out of it. */
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
