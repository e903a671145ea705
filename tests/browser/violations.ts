import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Adds axe to every page that loads in a window. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(axe.source);
}

/**
 * Every rule of axe that the page breaks, best practices included, and where.
 *
 * @param rules checks only these
 */
export function violations(page: Page, rules?: string[]): Promise<string[]> {
  return page.evaluate(async (values) => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run({
      resultTypes: ['violations'],
      ...(values !== undefined && { runOnly: { type: 'rule', values } }),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }, rules);
}
