import type { ArticleRecord } from './format.ts';
import { chunks, chunkTerm } from './terms.ts';

/** What a slip of the pen is put right by: programs, long options and tags, each with the number of its commands. */
export interface Vocabulary {
  programs: Record<string, number>;
  options: Record<string, number>;
  tags: Record<string, number>;
}

const LONG_OPTION = /^--[a-z][a-z0-9-]*/;

/** The vocabulary of all articles, keys sorted. */
export function vocabularyOf(articles: readonly ArticleRecord[]): Vocabulary {
  const commands = articles.flatMap((article) => article.commands);
  return {
    programs: counted(commands.flatMap((command) => command.programs.map((name) => name.toLowerCase()))),
    options: counted(
      commands.flatMap(({ command }) =>
        chunks(command).flatMap((chunk) => LONG_OPTION.exec(chunkTerm(chunk)) ?? []),
      ),
    ),
    tags: counted(articles.flatMap((article) => article.tags.map(([, label]) => label.toLowerCase()))),
  };
}

function counted(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
