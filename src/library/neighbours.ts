import type { Article } from './articles.ts';

/** What a reader may go to from an article. */
export interface Neighbours {
  newer: Article | undefined;
  older: Article | undefined;
  /** The articles that share most with it. */
  related: Article[];
}

/**
 * Newer and older in the order given (newest first), and related by shared tags: a tag weighs the less the more
 * articles have it (inverse document frequency), so that two articles on OCFS2 are nearer than two on Linux.
 */
export function neighbours(article: Article, all: readonly Article[], most: number): Neighbours {
  const at = all.findIndex(({ slug }) => slug === article.slug);
  return { newer: all[at - 1], older: all[at + 1], related: related(article, all, most) };
}

function related(article: Article, all: readonly Article[], most: number): Article[] {
  const weights = tagWeights(all);
  const score = (other: Article): number =>
    other.tags
      .filter((tag) => article.tags.some((own) => own.slug === tag.slug))
      .reduce((sum, tag) => sum + (weights.get(tag.slug) ?? 0), 0);
  return all
    .filter((other) => other.slug !== article.slug)
    .map((other) => ({ other, score: score(other) }))
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ other }) => other);
}

function tagWeights(all: readonly Article[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of all) for (const { slug } of tags) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return new Map([...counts].map(([slug, count]) => [slug, Math.log(1 + all.length / count)]));
}
