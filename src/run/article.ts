import type { ArticleData } from '../content/schemas/article.ts';
import { articlePlan, type PlanItem } from '../articles/plan.ts';
import { contentFaults } from '../checks/content.ts';
import { didYouMean } from '../content/nearest.ts';
import type { Fault } from '../content/fault.ts';
import { readContent } from '../content/read-content.ts';

/** An article whose steps can be run. */
export interface RunnableArticle {
  slug: string;
  /** Absolute path. */
  file: string;
  data: ArticleData;
  plan: PlanItem[];
  /** What is wrong with it: then nothing of it is run. */
  faults: Fault[];
}

/** Every article of a content folder that can be read; those that can't have faults and no plan. */
export async function runnableArticles(
  folder: string,
): Promise<{ articles: RunnableArticle[]; faults: Fault[] }> {
  const content = readContent(folder);
  const faults = await contentFaults(content);
  const articles = content.articles.flatMap(({ slug, file, data, outline }) =>
    data === undefined || outline === undefined
      ? []
      : [
          {
            slug,
            file,
            data,
            plan: articlePlan(outline.blocks, data.hosts),
            faults: faults.filter((fault) => fault.file === file),
          },
        ],
  );
  return { articles, faults };
}

/** What to say where there is no such article. */
export function noSuchArticle(slug: string, articles: readonly RunnableArticle[]): string {
  const hint = didYouMean(
    slug,
    articles.map((article) => article.slug),
  );
  return `Unexpected article \`${slug}\`, expected the name of one in content/articles/.${hint === undefined ? '' : ` ${hint}`}`;
}
