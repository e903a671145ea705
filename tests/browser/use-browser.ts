import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { PATIENCE_IN_PAGE } from '../patience.ts';
import type { SiteName } from '../site/build-sites.ts';
import { startBrowser } from './chromium.ts';

/** What a test file does with its browser. */
export interface UsedBrowser {
  /**
   * Loads a page of a site in a context of its own, which is closed after the test.
   *
   * @param path from the site's root
   */
  open(site: SiteName, path: string, options?: BrowserContextOptions): Promise<Page>;
  /** An empty page in a context of its own, closed after the test. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** An empty page that stays until the file's tests are over, or its context is closed. */
  newLastingPage(options?: BrowserContextOptions): Promise<Page>;
}

/** Starts a browser for a test file. A test opens everything in a context of its own. */
export function useBrowser(): UsedBrowser {
  let browser: Browser;
  const passing: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterEach(async () => {
    await Promise.all(passing.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
  });
  const newLastingPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_IN_PAGE);
    return context.newPage();
  };
  const newPage = async (options?: BrowserContextOptions): Promise<Page> => {
    const page = await newLastingPage(options);
    passing.push(page.context());
    return page;
  };
  return {
    newPage,
    newLastingPage,
    open: async (site, path, options) => {
      const page = await newPage(options);
      await page.goto(addressOf(site, path));
      return page;
    },
  };
}

/** The URL of a page: `addressOf('small', '/tags/')` → `http://127.0.0.1:4321/notes/tags/`. */
export function addressOf(site: SiteName, path: string): string {
  return inject('addresses')[site] + path.slice(1);
}
