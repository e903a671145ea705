import { setImmediate } from 'node:timers/promises';
import * as pagefind from 'pagefind';
import type { SearchRecord } from './record.ts';

/** Where a later Pagefind doesn't know the name, only sizes change. */
const CHUNK_SIZE = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';

/** Records on their way to Pagefind at a time. */
const AT_ONCE = 500;

/** How often it is asked whether it is still there: where it is killed, nothing else would say so. */
const PULSE = 1000;

/**
 * Has Pagefind, a process of its own, index records in their order and write its files.
 *
 * @throws where it does not start, ends, or refuses a record
 */
export async function pagefindIndex(
  records: readonly SearchRecord[],
  { folder, language }: { folder: string; language: string },
): Promise<void> {
  process.env[CHUNK_SIZE] = String(placesInFile(records));
  const { error: print } = console;
  // Pagefind's module prints what ends it, and then tells us.
  console.error = () => undefined;
  let beat: Promise<unknown> | undefined;
  const pulse = setInterval(() => {
    beat = pagefind.createIndex().catch(() => undefined);
  }, PULSE);
  try {
    await index(records, folder, language);
  } catch (error) {
    throw new Error(`Unexpected end of Pagefind (${reasonOf(error)}), expected a search index.`, {
      cause: error,
    });
  } finally {
    clearInterval(pulse);
    await beat;
    await pagefind.close();
    // What was still on its way to it is told to be cancelled.
    await setImmediate();
    console.error = print;
  }
}

async function index(records: readonly SearchRecord[], outputPath: string, language: string): Promise<void> {
  const made = await pagefind.createIndex({ forceLanguage: language, includeCharacters: '-' });
  if (made.index === undefined) throw new Error(made.errors.join('\n'));
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const added = records.slice(at, at + AT_ONCE).map((record) => made.index!.addHTMLFile(record));
    refuse(await Promise.all(added));
  }
  refuse([await made.index.writeFiles({ outputPath })]);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0]! : String(error);
}

/**
 * How many places of words go into one file of the index. With fewer a query loads less, but the list of files, which each
 * first query loads, is longer. Pagefind has 20,000, of which two words cost a reader of a small site more than all else.
 */
export function placesInFile(records: readonly SearchRecord[]): number {
  const characters = records.reduce((sum, { content }) => sum + content.length, 0);
  return Math.min(20_000, Math.max(1500, Math.round(Math.sqrt(characters))));
}

function refuse(answers: readonly { errors: string[] }[]): void {
  const errors = answers.flatMap((answer) => answer.errors);
  if (errors.length > 0) throw new Error(errors.join('\n'));
}
