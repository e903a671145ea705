import type { ArticleData } from '../content/schemas/article.ts';
import { articlePlan, type PlanItem } from '../articles/plan.ts';
import { blockFindings } from '../checks/blocks.ts';
import { verificationFaults } from '../checks/verifications.ts';
import { didYouMean } from '../content/nearest.ts';
import { isWarning } from '../content/fault-codes.ts';
import { faultsIn, type Fault } from '../content/fault.ts';
import { readContent } from '../content/read-content.ts';

/** An article with steps that can be run. */
export interface RunnableArticle {
  slug: string;
  /** Absolute path. */
  file: string;
  data: ArticleData;
  plan: PlanItem[];
  /** Faults in its frontmatter and steps; with any, nothing of it is run. */
  faults: Fault[];
}

/** Every readable article of a content folder, with the faults of its steps. */
export function runnableArticles(folder: string): RunnableArticle[] {
  const content = readContent(folder);
  const ofBlocks = content.articles.flatMap((entry) => faultsIn(entry.file, blockFindings(entry)));
  const found = [...content.faults, ...ofBlocks, ...verificationFaults(content)];
  const faults = found.filter(({ code }) => !isWarning(code));
  return content.articles.flatMap(({ slug, file, data, outline }) =>
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
}

/** The message for an unknown article. */
export function noSuchArticle(slug: string, articles: readonly RunnableArticle[]): string {
  const hint = didYouMean(
    slug,
    articles.map((article) => article.slug),
  );
  return `Unexpected article \`${slug}\`, expected the name of one in content/articles/.${hint === undefined ? '' : ` ${hint}`}`;
}
