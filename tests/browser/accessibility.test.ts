import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { settled } from './settled.ts';
import { TEMPLATES } from './templates.ts';
import { useBrowser } from './use-browser.ts';

const browser = useBrowser();

/** The rules that ask where things are and how they look; the others' answer is the same in every theme and width. */
const LOOKS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

test.each(TEMPLATES)('axe finds nothing on "%s" %s, light and dark, narrow and wide', async (site, path) => {
  const page = await browser.open(site, path);
  await settled(page);
  await page.evaluate(axe.source);
  const found = await violations(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      found.push(
        ...(await violations(page, LOOKS)).map((violation) => `${colorScheme}, ${width} px: ${violation}`),
      );
    }
  }
  expect(found).toEqual([]);
});

/** Every rule of axe that the page breaks, best practices included, and where; or only some rules. */
function violations(page: Page, rules?: string[]): Promise<string[]> {
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
