import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/build/build-cache.ts';
import { serveFolder, type RunningServer } from '../../src/cli/serve-folder.ts';
import { CACHE, runBuild } from '../site/build-sites.ts';
import { BAD_ARTICLES, writeBadContent } from './bad-content.ts';
import { movedElements, notePlaces } from './movement.ts';
import { settled } from './settled.ts';
import { useBrowser } from './use-browser.ts';

const browser = useBrowser();

const PATHS = [
  '/',
  '/articles/',
  '/tags/',
  '/archive/',
  ...Object.keys(BAD_ARTICLES).map((slug) => `/articles/${slug}/`),
];

let content: string;
let server: RunningServer | undefined;
const out = join(CACHE, 'bad-input');

beforeAll(async () => {
  content = writeBadContent();
  const { status, printed } = await runBuild(content, out);
  expect(status, printed).toBe(0);
  server = await serveFolder(out);
});

afterAll(async () => {
  await server?.close();
  for (const folder of [content, cacheFolder(content), out]) rmSync(folder, { recursive: true, force: true });
});

describe.each(PATHS)('whatever an author writes, %s', (path) => {
  let page: Page;

  beforeAll(async () => {
    page = await browser.newLastingPage({ viewport: { width: 360, height: 740 } });
    await notePlaces(page);
    await page.goto(addressIn(path));
    await settled(page);
  });

  afterAll(() => page.context().close());

  test('stays where it is while its scripts start', async () => {
    expect(await movedElements(page)).toEqual([]);
  });

  test.each([360, 1280])(
    'is no wider than a window of %i px, and no text lies outside of it',
    async (width) => {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await page.evaluate(textsOutside)).toEqual([]);
    },
  );
});

test('a text that is written from right to left begins at the right, and its commands at the left', async () => {
  const page = await browser.newPage();
  await page.goto(addressIn('/articles/right-to-left/'));
  const directions = await page
    .locator('h1, .text > p, .text td, .text pre, .text p code, .contents ol')
    .evaluateAll((elements) =>
      elements.map((element) => `${element.localName} ${getComputedStyle(element).direction}`),
    );
  expect(new Set(directions)).toEqual(
    new Set(['h1 rtl', 'p rtl', 'td rtl', 'pre ltr', 'code ltr', 'ol rtl']),
  );
});

function addressIn(path: string): string {
  return server!.address + path.slice(1);
}

/** Runs in the page: texts that begin or end beside the window, though nothing around them scrolls. */
function textsOutside(): string[] {
  const scrolls = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    return false;
  };
  return [...document.querySelectorAll('body *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((element) => !element.matches('.sr-only, .skip') && !scrolls(element))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > innerWidth + 1;
    })
    .map((element) => element.outerHTML.slice(0, 80));
}
