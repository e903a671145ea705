import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import type { SiteName } from '../site/build-sites.ts';
import { movedElements, notePlaces } from './movement.ts';
import { settled } from './settled.ts';
import { addressOf, useBrowser, type UsedBrowser } from './use-browser.ts';
import { bringAxe, violations } from './violations.ts';

const WIDTH = 360;

/** What happened while a page loaded. */
interface Visit {
  path: string;
  /** Errors and warnings on the console, and uncaught exceptions. */
  complaints: string[];
  /** Requests to other hosts, or that the site can't answer. */
  strays: string[];
  /** How many pixels the page is wider than its window. */
  overflow: number;
  /** Elements that its scripts have moved. */
  moved: string[];
  /** Links and controls that stand alone and are too small for a finger. */
  small: string[];
  /** Commands that scroll sideways, although lines wrap. */
  cut: string[];
  /** Faults that axe finds. */
  violations: string[];
}

/**
 * Opens pages on a phone and tests that nothing goes wrong there.
 *
 * @param pathsOf gives their paths once the sites are built
 */
export function testPages(site: SiteName, pathsOf: () => readonly string[]): void {
  const browser = useBrowser();
  let visits: Visit[];

  beforeAll(async () => {
    const paths = pathsOf();
    expect(paths).not.toEqual([]);
    visits = await visitAll(browser, site, paths);
  });

  test('makes the browser complain', () => {
    expect(visits.filter(({ complaints }) => complaints.length > 0)).toEqual([]);
  });

  test('requests anything from another host, or anything that its own host lacks', () => {
    expect(visits.filter(({ strays }) => strays.length > 0)).toEqual([]);
  });

  test('is wider than the screen', () => {
    expect(
      visits.filter(({ overflow }) => overflow > 0).map(({ path, overflow }) => [path, overflow]),
    ).toEqual([]);
  });

  test('has a link or a control that is too small for a finger', () => {
    expect(visits.filter(({ small }) => small.length > 0).map(({ path, small }) => [path, ...small])).toEqual(
      [],
    );
  });

  test('has a command that scrolls sideways', () => {
    expect(visits.filter(({ cut }) => cut.length > 0).map(({ path, cut }) => [path, ...cut])).toEqual([]);
  });

  test('breaks a rule of axe', () => {
    expect(
      visits
        .filter((visit) => visit.violations.length > 0)
        .map(({ path, violations }) => [path, ...violations]),
    ).toEqual([]);
  });

  test('moves while it loads', () => {
    expect(visits.filter(({ moved }) => moved.length > 0).map(({ path, moved }) => [path, ...moved])).toEqual(
      [],
    );
  });
}

/** Loads page after page in one window, as a reader would. */
async function visitAll(browser: UsedBrowser, site: SiteName, paths: readonly string[]): Promise<Visit[]> {
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await notePlaces(page);
  await bringAxe(page);
  const visits: Visit[] = [];
  for (const path of paths) visits.push(await visit(page, site, path));
  await page.context().close();
  return visits;
}

async function visit(page: Page, site: SiteName, path: string): Promise<Visit> {
  const complaints: string[] = [];
  const strays: string[] = [];
  page.removeAllListeners();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(inject('addresses')[site])) strays.push(request.url());
  });
  page.on('requestfailed', (request) => {
    // Ignores requests that were still under way when the page was left.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') strays.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) strays.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(addressOf(site, path));
  await settled(page);
  const overflow = await page.evaluate((width) => document.documentElement.scrollWidth - width, WIDTH);
  return {
    path,
    complaints,
    strays,
    overflow,
    moved: await movedElements(page),
    small: await smallTargets(page),
    cut: await cutCommands(page),
    violations: await violations(page),
  };
}

/** Lower than 44 px (WCAG 2.2, 2.5.5). A link in a sentence has the height of its line, which is allowed. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const isInSentence = (element: Element): boolean =>
      element.localName === 'a' &&
      (element.closest('.text p, .text li, .text td, .line, .comment, .attribution') !== null ||
        [...element.parentElement!.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ''),
        ));
    return [...document.querySelectorAll('a[href], button, select, summary, input:enabled, label:has(input)')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => !element.matches('label input, .skip') && !isInSentence(element))
      .map((element) => ({ element, height: element.getBoundingClientRect().height }))
      .filter(({ height }) => height > 1 && height < 43.9)
      .map(({ element, height }) => `${element.outerHTML.slice(0, 100)}: ${height}`);
  });
}

function cutCommands(page: Page): Promise<string[]> {
  return page
    .locator('.block:not(.code) pre')
    .evaluateAll((texts) =>
      texts
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
}
