import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { reasonOf } from './system-errors.ts';

/** Where an import keeps its own files in the content folder; names with a dot aren't read as content. */
export const IMPORT_FOLDER = '.import';

/** What was written for one entry. */
export interface LedgerLine {
  /** Its source: a feed's home page, or the name of a file or folder. */
  source: string;
  key: string;
  slug: string;
  /** The SHA-256 of each written file, by its name next to the article. */
  files: Record<string, string>;
  /** The names of its comments that were imported; those that somebody has deleted since stay deleted. */
  comments?: string[] | undefined;
  /** The day of the import, if the entry had no date. */
  assumedDate?: string | undefined;
}

/**
 * Records which entry became which article and what was written, so that importing again changes nothing and keeps
 * articles that were edited since. A line is added when an article is in place; of two for the same entry, the last
 * counts.
 *
 * An import can be killed between these two steps. So a separate file announces which article is about to be written,
 * and the next import adds its line if the article got into place.
 */
export class Ledger {
  readonly #file: string;
  readonly #atWork: string;
  readonly #lines = new Map<string, LedgerLine>();
  /** Lines that the disk had no room for yet. */
  readonly #waiting: LedgerLine[] = [];
  /** Whether the last line may be truncated; then the next one starts on a new line. */
  #isCut: boolean;

  constructor(folder: string) {
    this.#file = join(folder, IMPORT_FOLDER, 'imported.jsonl');
    this.#atWork = join(folder, IMPORT_FOLDER, 'at-work.json');
    const text = textOf(this.#file);
    this.#isCut = text !== '' && !text.endsWith('\n');
    for (const line of linesOf(text)) this.#lines.set(keyOf(line), line);
  }

  /** The article that an import was about to write when it ended, if it has no line yet. */
  unfinished(): LedgerLine | undefined {
    const [line] = linesOf(textOf(this.#atWork));
    return line === undefined || isDeepStrictEqual(this.find(line.source, line.key), line) ? undefined : line;
  }

  /**
   * Announces that an article is about to be written.
   *
   * @throws if the disk has no room for that; the previous announcement then stays
   */
  begin(line: LedgerLine): void {
    this.#write();
    mkdirSync(dirname(this.#atWork), { recursive: true });
    const unfinished = `${this.#atWork}.unfinished`;
    writeFileSync(unfinished, JSON.stringify(line));
    renameSync(unfinished, this.#atWork);
  }

  /** Announces that no article is being written any more. */
  end(): void {
    if (this.#waiting.length > 0) return;
    for (const file of [this.#atWork, `${this.#atWork}.unfinished`]) rmSync(file, { force: true });
  }

  find(source: string, key: string): LedgerLine | undefined {
    return this.#lines.get(keyOf({ source, key }));
  }

  /** Records an article that is in place. On a full disk, the next one waits until there is room for the line. */
  add(line: LedgerLine): void {
    this.#lines.set(keyOf(line), line);
    this.#waiting.push(line);
    try {
      this.#write();
    } catch (error) {
      if (reasonOf(error) === undefined) throw error;
    }
  }

  #write(): void {
    if (this.#waiting.length === 0) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    const text = this.#waiting.map((line) => `${JSON.stringify(line)}\n`).join('');
    const isCut = this.#isCut;
    this.#isCut = true;
    appendFileSync(this.#file, isCut ? `\n${text}` : text);
    this.#isCut = false;
    this.#waiting.length = 0;
  }
}

function keyOf({ source, key }: Pick<LedgerLine, 'source' | 'key'>): string {
  return `${source}\n${key}`;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function linesOf(text: string): LedgerLine[] {
  return text.split('\n').flatMap(parsed);
}

/** Ignores a half-written line. */
function parsed(line: string): LedgerLine[] {
  try {
    const value = JSON.parse(line) as Partial<LedgerLine>;
    return typeof value.key === 'string' && typeof value.slug === 'string' && typeof value.source === 'string'
      ? [value as LedgerLine]
      : [];
  } catch {
    return [];
  }
}

export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
