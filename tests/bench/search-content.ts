import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shapedContent } from '../../src/articles/shaped-content.ts';
import { useSite } from '../../src/articles/site.ts';
import { checkFolder } from '../../src/checks/folder.ts';
import { EXIT } from '../../src/cli/exit.ts';
import { report } from '../../src/content/fault.ts';
import { withoutFaulty } from '../../src/content/read-content.ts';
import { loadSite } from '../../src/content/read-site.ts';
import { searchedArticle, type SearchedArticle } from '../../src/search/index/searched-article.ts';
import { makeContent } from './make-content.ts';
import type { Asked } from './search-answers.ts';

/** The articles of a content folder as the index takes them. If it has faults, prints them and exits. */
export async function readArticles(folder: string): Promise<SearchedArticle[]> {
  const { content, faults } = await checkFolder(folder);
  if (faults.length > 0) {
    console.error(report(faults));
    process.exit(EXIT.faults);
  }
  useSite(loadSite(folder));
  const { articles } = shapedContent(withoutFaulty(content));
  return articles.map((article) => searchedArticle(article));
}

/** Generated articles, and what occurs in only one of them. */
export async function makeArticles(
  count: number,
  cache: string,
): Promise<{ articles: SearchedArticle[]; asked: Asked[] }> {
  const folder = mkdtempSync(join(resolve(cache), 'content-'));
  makeContent(folder, count);
  const articles = await readArticles(folder);
  const asked = articles.filter((_, at) => at % Math.ceil(count / 200) === 0);
  return { articles, asked: asked.flatMap((article, at) => questionsOf(article, at, articles)) };
}

function questionsOf(article: SearchedArticle, at: number, all: readonly SearchedArticle[]): Asked[] {
  const commands = commandsOf(article);
  const { id, command } = commands[at % commands.length]!;
  const path = /\/srv\/\S+/.exec(command)![0];
  const withPath = all.filter((each) => commandsOf(each).some((other) => other.command.includes(path)));
  const answers = [article.path];
  return [
    { kind: 'prefix', query: command.slice(0, -2), answers, commands: [`${article.path}#${id}`] },
    { kind: 'path', query: path, answers: withPath.map((each) => each.path) },
    { kind: 'title', query: article.title, answers },
  ];
}

function commandsOf({ sections }: SearchedArticle): { id: string; command: string }[] {
  const blocks = sections.flatMap((section) => section.blocks);
  return blocks.flatMap(({ id, shown }) =>
    shown.type === 'command' ? [{ id, command: shown.command }] : [],
  );
}
