import type { BrowserContextOptions, Browser, Page } from 'playwright-core';
import { PATIENCE_IN_PAGE } from '../patience.ts';

/** A page and its faults: exceptions and errors on the console. */
export interface Opened {
  page: Page;
  faults: string[];
}

/** Opens an address in a new browser context with access to the clipboard. */
export async function openSite(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_IN_PAGE);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // For a moment after a page's first route is set up, Chromium lets requests past it: this one is there from the start.
  await context.route('about:no-page', (route) => route.abort());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(address);
  return { page, faults };
}

/** Waits until the answer to the text in the field is shown. */
export async function settled(page: Page, status = /\d/): Promise<void> {
  await page.getByRole('status').filter({ hasText: status }).first().waitFor();
}

/** Opens the dialog with its shortcut, types a query and waits for its results. */
export async function searchFor(page: Page, query: string, status?: RegExp): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.insertText(query);
  await settled(page, status);
}

/** The commands shown, each on one line. */
export async function commands(page: Page): Promise<string[]> {
  const texts = await page.locator('.search-command code').allTextContents();
  return texts.map((text) => text.replace(/\s+/g, ' '));
}

/** The marks in the first result. */
export function marks(page: Page): Promise<string[]> {
  return page.locator('.search-option').first().locator('.search-command mark').allTextContents();
}

/** The element that the field reports as chosen. */
export async function chosen(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id == null ? undefined : (document.getElementById(id)?.textContent ?? 'nothing');
  });
}

export function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
