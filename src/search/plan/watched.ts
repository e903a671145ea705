import type { PagefindClient } from './client.ts';

/** How Pagefind's messages about files that it couldn't load begin. */
const LOSS = /^Failed to load the (?:index chunk|meta)|^Decompressing .* failed/;

let losses = 0;

/**
 * If Pagefind can't load a file, it treats its words as words that nobody wrote and only says so on the console. We
 * make it an error: nothing loaded isn't the same as nothing found.
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
