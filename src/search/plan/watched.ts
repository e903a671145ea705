import type { PagefindClient } from './client.ts';

/** How Pagefind's messages of files that it could not load begin. */
const LOSS = /^Failed to load the (?:index chunk|meta)|^Decompressing .* failed/;

let losses = 0;

/**
 * Pagefind takes a file that it could not load for words that nobody wrote, and says so on the console only. Here it is an
 * error: nothing found is another thing than nothing loaded.
 */
export function watched(client: PagefindClient): PagefindClient {
  watchConsole();
  return {
    async search(term, options) {
      const before = losses;
      const found = await client.search(term, options);
      if (losses !== before)
        throw new Error(`Unexpected loss of a file of the index while searching \`${term}\`.`);
      return found;
    },
  };
}

let print = console.error;

function watchConsole(): void {
  if (console.error === note) return;
  print = console.error;
  console.error = note;
}

function note(...said: unknown[]): void {
  if (LOSS.test(String(said[0]))) losses++;
  print(...said);
}
