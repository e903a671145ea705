import type { AnchoredStep, ArticleBlock } from '../content/outline/article-blocks.ts';
import type { Article } from './articles.ts';
import { listPages, PAGE_SIZE, type ListPage } from './listing.ts';
import { COMMANDS, programPath } from './paths.ts';

/** One command of an article. */
export interface CommandUse extends AnchoredStep {
  article: Article;
  block: ArticleBlock;
  /** Covers everything above. */
  digest: string;
}

/** A program and the commands that run it, newest article first. */
export interface Program {
  name: string;
  path: string;
  /** Only the newest: a page of thousands helps nobody, and the search finds the rest. */
  uses: CommandUse[];
  /** How many there are in all. */
  count: number;
}

/** How many uses a program's page shows. */
const MOST_USES = 100;

/** Lists every program that a command runs, from A to Z. */
export function programsOf(articles: readonly Article[]): Program[] {
  const all = articles.flatMap(commandsOf).flatMap((use) => use.step.programs.map((name) => ({ name, use })));
  const { compare } = new Intl.Collator('en', { sensitivity: 'variant' });
  return [...Map.groupBy(all, ({ name }) => name)]
    .map(([name, uses]) => ({
      name,
      path: programPath(name),
      uses: uses.slice(0, MOST_USES).map(({ use }) => use),
      count: uses.length,
    }))
    .sort((a, b) => compare(a.name, b.name));
}

/** A program in the list of all programs. */
export interface NamedProgram extends Pick<Program, 'name' | 'path' | 'count'> {
  letter: string;
}

/** Splits the list of all programs into pages, and says where each letter begins. */
export function programLists(articles: readonly Article[]): {
  lists: ListPage<NamedProgram>[];
  letters: { letter: string; path: string }[];
} {
  const programs = programsOf(articles).map(({ name, path, count }) => ({
    name,
    path,
    count,
    letter: name.charAt(0).toUpperCase(),
  }));
  const lists = listPages(COMMANDS, programs);
  const letters = [...Map.groupBy(programs, ({ letter }) => letter).keys()].map((letter) => {
    const at = programs.findIndex((program) => program.letter === letter);
    return { letter, path: `${lists[Math.floor(at / PAGE_SIZE)]!.path}#${encodeURIComponent(letter)}` };
  });
  return { lists, letters };
}

function commandsOf(article: Article): CommandUse[] {
  return article.outline.blocks.flatMap((block) =>
    block.steps.map((step) => ({
      ...step,
      block,
      article,
      digest: `${article.digest}#${step.anchor}`,
    })),
  );
}
