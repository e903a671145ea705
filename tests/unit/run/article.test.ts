import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { noSuchArticle, runnableArticles } from '../../../src/run/article.ts';

it('an article that has changed or failed since it was run can be run again', () => {
  const articles = runnableArticles(resolve('tests/fixtures/verified'));
  expect(articles.map(({ slug, faults }) => [slug, faults.length])).toEqual([
    ['changed', 0],
    ['failed', 0],
    ['good', 0],
    ['rehoused', 0],
    ['reordered', 0],
  ]);
});

it('an article with a fault in its steps cannot', () => {
  const [article] = runnableArticles(resolve('tests/fixtures/sites/faulty/undeclared-host'));
  expect(article!.faults.map(({ code }) => code)).toEqual(['undeclared-host']);
});

it('an unknown article is reported with the nearest name', () => {
  const articles = runnableArticles(resolve('tests/fixtures/verified'));
  expect(noSuchArticle('god', articles)).toContain('Did you mean `good`?');
});
