import type { SearchedArticle } from './searched-article.ts';
import type { ShownCommand } from './shown.ts';

const LONG_OPTION = /^--[a-z][a-z0-9-]{2,}/;

/** People mistype words of titles and tags too. Short words are left out: they have too many neighbours. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}_-]{3,}/gu;

/**
 * The names that typos are corrected to: programs and long options, then words of titles, headings and tags, most
 * used first.
 */
export function namesOf(articles: readonly SearchedArticle[]): string[] {
  const commands = articles.flatMap(commandsOf);
  const names = commands.flatMap(({ programs, command }) => [...programs, ...optionsOf(command)]);
  const words = articles.flatMap(({ title, tags, sections }) =>
    [title, ...tags.map(([, label]) => label), ...sections.map((section) => section.title)].flatMap(
      (text) => text.match(WORD) ?? [],
    ),
  );
  return [...new Set([...byUse(names), ...byUse(words)])];
}

function commandsOf({ sections }: SearchedArticle): ShownCommand[] {
  const shown = sections.flatMap(({ blocks }) => blocks.map((block) => block.shown));
  return shown.filter((each) => each.type === 'command');
}

function optionsOf(command: string): string[] {
  return command.split(/\s+/).flatMap((chunk) => LONG_OPTION.exec(chunk.toLowerCase())?.[0] ?? []);
}

function byUse(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}
