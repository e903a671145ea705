import type { ArticleRecord } from './format.ts';
import { chunks, chunkTerm } from './terms.ts';

/** What a slip of the pen is put right by: programs, long options and tags, each with the number of its commands. */
export interface Vocabulary {
  programs: Record<string, number>;
  options: Record<string, number>;
  tags: Record<string, number>;
}

const LONG_OPTION = /^--[a-z][a-z0-9-]*/;

/** The names in one article that its readers may slip on: one for each time that it is in a command, and its tags. */
export interface Names {
  programs: string[];
  options: string[];
  tags: string[];
}

/** The names in an article, in lower case. */
export function namesOf({ commands, tags }: ArticleRecord): Names {
  return {
    programs: commands.flatMap((command) => command.programs.map((name) => name.toLowerCase())),
    options: commands.flatMap(({ command }) => optionsOf(command)),
    tags: tags.map(([, label]) => label.toLowerCase()),
  };
}

function optionsOf(command: string): string[] {
  const dashed = chunks(command).filter((chunk) => chunk.includes('--'));
  return dashed.flatMap((chunk) => LONG_OPTION.exec(chunkTerm(chunk)) ?? []);
}

/** The vocabulary of all articles, keys sorted. */
export function vocabularyOf(articles: readonly Names[]): Vocabulary {
  return {
    programs: counted(articles.flatMap(({ programs }) => programs)),
    options: counted(articles.flatMap(({ options }) => options)),
    tags: counted(articles.flatMap(({ tags }) => tags)),
  };
}

function counted(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
