import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { settled } from './settled.ts';
import { TEMPLATES } from './templates.ts';
import { useBrowser } from './use-browser.ts';

const browser = useBrowser();

const WIDTHS = [360, 1280];

test.each(TEMPLATES)('axe finds nothing on "%s" %s, light and dark, narrow and wide', async (site, path) => {
  const page = await browser.open(site, path);
  await settled(page);
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
    found.push(...(await violations(page)).map((violation) => `light, ${width} px: ${violation}`));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(
      ...(await violations(page, ['color-contrast', 'link-in-text-block'])).map(
        (violation) => `dark, ${width} px: ${violation}`,
      ),
    );
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
