import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './records.ts';

/** Punctuation that belongs to commands: without it `--raid` would be indexed as `raid`. */
const COMMAND_CHARACTERS = '-/._:=@~$+*';

/**
 * Writes one Pagefind bundle. All languages go into one index without stemming, so that an English article is found on
 * a Russian site and `--raid` stays `--raid`; the measurements are in `CONTRIBUTING.md`.
 *
 * @throws where Pagefind reports an error
 */
export async function writeIndex(records: readonly SearchRecord[], folder: string): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: 'unknown',
    includeCharacters: COMMAND_CHARACTERS,
  });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join(', ')}`);
  try {
    for (const record of records)
      failOn((await index.addCustomRecord({ ...record, language: 'unknown' })).errors);
    failOn((await index.writeFiles({ outputPath: folder })).errors);
  } finally {
    await close();
  }
}

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join(', ')}`);
}
