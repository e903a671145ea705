import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import type { SiteName } from '../site/build-sites.ts';
import { startBrowser } from './chromium.ts';

/** What a test file does with its browser. */
export interface UsedBrowser {
  /** A page of a site, loaded, in a context of its own; `path` is from the site's root. It is closed after the test. */
  open(site: SiteName, path: string, options?: BrowserContextOptions): Promise<Page>;
  /** An empty page in a context of its own, closed after the test. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
}

/** Milliseconds after which what does not happen is taken for a fault. */
const PATIENCE = 10_000;

/** One browser a file, started before its tests and closed after them. */
export function useBrowser(flags: readonly string[] = []): UsedBrowser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(flags);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
  });
  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    return context.newPage();
  };
  return {
    newPage,
    open: async (site, path, options) => {
      const page = await newPage(options);
      await page.goto(addressOf(site, path));
      return page;
    },
  };
}

/** Where a page is served: `addressOf('small', '/tags/')` → `http://127.0.0.1:4321/notes/tags/`. */
export function addressOf(site: SiteName, path: string): string {
  return inject('addresses')[site] + path.slice(1);
}
