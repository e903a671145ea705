import { articlePlan, type PlanItem } from '../../../src/articles/plan.ts';
import { outline } from '../../../src/content/outline/outline.ts';

/** The plan for an article with this text. */
export function aPlan(mdx: string, hosts: readonly string[] = ['a']): PlanItem[] {
  return articlePlan(outline(mdx).blocks, hosts);
}

/** A session block. */
export function session(text: string, meta = 'host="a"'): string {
  return `\`\`\`console ${meta}\n${text}\n\`\`\`\n\n`;
}
