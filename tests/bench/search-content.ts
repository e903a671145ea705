import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SearchedArticle } from '../../src/search/index/searched-article.ts';
import { makeContent } from './make-content.ts';
import type { Asked } from './search-answers.ts';

/**
 * The articles of a content folder as the index takes them.
 *
 * @throws where the content has faults, with the report
 */
export async function readArticles(folder: string): Promise<SearchedArticle[]> {
  // The site's settings are read with the modules.
  process.env['OPSNOTES_CONTENT'] = folder;
  const { asCollections } = await import('../../src/articles/collections.ts');
  const { shapedContent } = await import('../../src/articles/shaped-content.ts');
  const { searchedArticle } = await import('../../src/search/index/searched-article.ts');
  const { checkFolder } = await import('../../src/checks/folder.ts');
  const { report } = await import('../../src/content/fault.ts');
  const { withoutFaulty } = await import('../../src/content/read-content.ts');
  const { content, faults } = await checkFolder(folder);
  if (faults.length > 0) throw new Error(report(faults));
  const { articles } = shapedContent(asCollections(withoutFaulty(content)));
  return articles.map((article) => searchedArticle(article));
}

/** Articles that are made up, and what stands in one of them only. */
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
