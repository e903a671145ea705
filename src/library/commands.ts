import type { AnchoredStep, ArticleBlock } from '../markdown/article-blocks.ts';
import type { Article } from './articles.ts';
import { programPath } from './paths.ts';

/** One command of an article. */
export interface CommandUse extends AnchoredStep {
  article: Article;
  block: ArticleBlock;
}

/** A program and every command that runs it, newest article first. */
export interface Program {
  name: string;
  path: string;
  uses: CommandUse[];
}

/** Every program that any command runs, from A to Z. */
export function programsOf(articles: readonly Article[]): Program[] {
  const programs = new Map<string, CommandUse[]>();
  for (const use of articles.flatMap(commandsOf)) {
    for (const name of use.step.programs) {
      const uses = programs.get(name);
      if (uses === undefined) programs.set(name, [use]);
      else uses.push(use);
    }
  }
  const { compare } = new Intl.Collator('en', { sensitivity: 'variant' });
  return [...programs]
    .map(([name, uses]) => ({ name, path: programPath(name), uses }))
    .sort((a, b) => compare(a.name, b.name));
}

function commandsOf(article: Article): CommandUse[] {
  return article.outline.blocks.flatMap((block) => block.steps.map((step) => ({ ...step, block, article })));
}
