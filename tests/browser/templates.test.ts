import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { movedElements, notePlaces } from './movement.ts';
import { settled } from './settled.ts';
import { TEMPLATES } from './templates.ts';
import { addressOf, useBrowser } from './use-browser.ts';
import { bringAxe, violations } from './violations.ts';

const browser = useBrowser();

/** The rules about places and looks. `every-page.test.ts` checks the others, which don't depend on the view. */
const LOOKS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

/** A sheet of A4 with the usual margins, in pixels. */
const SHEET = { width: 680, height: 1000 };

/**
 * Elements that readers expect to do something. A disabled checkbox is only a sign, and a form works without scripts.
 */
const CONTROLS =
  'button, select, textarea, [role=button], [contenteditable=true], input:not(:disabled):not([type=hidden]):not(form *)';

describe.each(TEMPLATES)('"%s" %s', (site, path) => {
  const address = (): string => addressOf(site, path);

  // Opened once, because that takes longest. Each test sets the view it needs, and changes nothing else.
  describe('with JavaScript', () => {
    let page: Page;
    let asked: string[];

    beforeAll(async () => {
      page = await browser.newLastingPage({ viewport: { width: 1280, height: 740 } });
      await notePlaces(page);
      await bringAxe(page);
      asked = await requestsOf(page, address());
      await settled(page);
    });

    afterAll(() => page.context().close());

    test('does not move while its scripts start', async () => {
      await page.setViewportSize({ width: 1280, height: 740 });
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
      expect(await movedElements(page)).toEqual([]);
    });

    test('passes axe’s rules about looks, light and dark, narrow and wide', async () => {
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [360, 1280]) {
          await page.emulateMedia({ media: 'screen', colorScheme });
          await page.setViewportSize({ width, height: 800 });
          found.push(
            ...(await violations(page, LOOKS)).map(
              (violation) => `${colorScheme}, ${width} px: ${violation}`,
            ),
          );
        }
      }
      expect(found).toEqual([]);
    });

    test('has nothing to click on paper, and fits the sheet', async () => {
      await page.setViewportSize(SHEET);
      await page.emulateMedia({ media: 'print' });
      const shown = page
        .locator('button, input:enabled, select, nav, [role=search], a[href="#content"]')
        .filter({ visible: true });
      expect(await shown.allTextContents()).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      expect(await cutElements(page)).toEqual([]);
    });

    if (!path.includes('?')) {
      test('is two requests besides its icon', () => {
        expect(asked).toEqual([address(), expect.stringMatching(/\/_astro\/Base\.[^/]+\.js$/)]);
      });
    }
  });

  describe('without JavaScript', () => {
    test('is readable, has no dead controls, and is one request', async () => {
      const page = await browser.newPage({ javaScriptEnabled: false });
      const asked = await requestsOf(page, address());
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      expect(await page.locator(CONTROLS).filter({ visible: true }).allTextContents()).toEqual([]);
      expect(asked).toEqual([address()]);
    });
  });
});

/** Loads a page and returns the requests that it makes by itself, except pictures, which belong to articles. */
async function requestsOf(page: Page, address: string): Promise<string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    const isPicture = request.resourceType() === 'image' || request.url().endsWith('/favicon.svg');
    if (!isPicture) asked.push(request.url());
  });
  await page.goto(address, { waitUntil: 'load' });
  return [...asked];
}

/** Elements that are wider than the space they have. */
function cutElements(page: Page): Promise<string[]> {
  return page.locator('body, main *').evaluateAll((elements) =>
    elements
      .filter((element) => element === document.body || getComputedStyle(element).overflowX !== 'visible')
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .map((element) => `${element.localName}.${[...element.classList].join('.')}`),
  );
}
