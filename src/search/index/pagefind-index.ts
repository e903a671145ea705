import * as pagefind from 'pagefind';
import type { SearchRecord } from './record.ts';

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
  const pulse = setInterval(() => void pagefind.createIndex().catch(() => undefined), PULSE);
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: language, includeCharacters: '-' });
    if (index === undefined) throw new Error(errors.join('\n'));
    for (let at = 0; at < records.length; at += AT_ONCE) {
      const added = records.slice(at, at + AT_ONCE).map((record) => index.addHTMLFile(record));
      refuse(await Promise.all(added));
    }
    refuse([await index.writeFiles({ outputPath: folder })]);
  } catch (error) {
    throw new Error('Unexpected end of Pagefind, expected an index.', { cause: error });
  } finally {
    clearInterval(pulse);
    await pagefind.close();
  }
}

function refuse(answers: readonly { errors: string[] }[]): void {
  const errors = answers.flatMap((answer) => answer.errors);
  if (errors.length > 0) throw new Error(errors.join('\n'));
}
