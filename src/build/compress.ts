import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesIn } from '../content/files-in.ts';

/** Files worth compressing: text, by extension. Pictures and Pagefind's files are already compressed. */
const TEXT = /\.(?:html|css|m?js|json|xml|svg|txt|md|sh|csv|tsv|opml|toml|ya?ml|conf|ini|log)$/;

/** Size in bytes below which a file fits into one packet with its headers anyway. */
const SMALLEST = 1000;

/** The compressed copies of a file, by extension. */
const COPIES = {
  '.gz': (bytes: Buffer) => gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }),
  '.br': (bytes: Buffer) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
};

/**
 * Adds compressed copies of a site's text files, for servers that can send them as they are. A copy has the same modification
 * time as its file, and is kept until that changes.
 *
 * @returns how many copies there are
 */
export function compressSite(site: string): number {
  let count = 0;
  for (const name of filesIn(site).filter((path) => TEXT.test(path))) {
    const file = join(site, name);
    const { size, mtime } = statSync(file);
    if (size < SMALLEST) continue;
    let bytes: Buffer | undefined;
    for (const [ending, compress] of Object.entries(COPIES)) {
      count++;
      const copy = file + ending;
      if (existsSync(copy) && statSync(copy).mtimeMs === mtime.getTime()) continue;
      writeFileSync(copy, compress((bytes ??= readFileSync(file))));
      // In whole milliseconds, because that is what is compared.
      utimesSync(copy, mtime, mtime);
    }
  }
  return count;
}

/** Whether a file of a site is a copy of another one: `a.html.gz` of `a.html`. */
export function isCopyOf(path: string, files: ReadonlySet<string>): boolean {
  const ending = Object.keys(COPIES).find((one) => path.endsWith(one));
  return ending !== undefined && files.has(path.slice(0, -ending.length));
}
