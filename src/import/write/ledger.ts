import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where an import keeps its own files, in the content folder; names with a dot are not read as content. */
export const IMPORT_FOLDER = '.import';

/** What was written of one entry. */
export interface LedgerLine {
  /** Of which source: a feed's home, a file's or folder's name. */
  source: string;
  key: string;
  slug: string;
  /** SHA-256 of each file that was written, by its name beside the article. */
  files: Record<string, string>;
  /** The day of the import, where the entry had no date of its own. */
  assumedDate?: string | undefined;
}

/**
 * Which entry became which article, and what was written then: so that a second import changes nothing, and an article
 * that was edited since is left as it is. A line is added when an article is in its place; of two of one entry the last
 * counts.
 */
export class Ledger {
  readonly #file: string;
  readonly #lines = new Map<string, LedgerLine>();

  constructor(folder: string) {
    this.#file = join(folder, IMPORT_FOLDER, 'imported.jsonl');
    for (const line of readLines(this.#file)) this.#lines.set(keyOf(line), line);
  }

  find(source: string, key: string): LedgerLine | undefined {
    return this.#lines.get(keyOf({ source, key }));
  }

  add(line: LedgerLine): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
    this.#lines.set(keyOf(line), line);
  }
}

function keyOf({ source, key }: Pick<LedgerLine, 'source' | 'key'>): string {
  return `${source}\n${key}`;
}

function readLines(file: string): LedgerLine[] {
  try {
    return readFileSync(file, 'utf8').split('\n').flatMap(parsed);
  } catch {
    return [];
  }
}

/** A line that was only half written counts for nothing. */
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
