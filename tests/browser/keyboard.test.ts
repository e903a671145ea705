import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CLIPBOARD, copiedBy } from './clipboard.ts';
import { settled } from './settled.ts';
import { useBrowser } from './use-browser.ts';

const browser = useBrowser();

/** A stop of the Tab key. */
interface Stop {
  role: string;
  name: string;
  /** What is wrong with its focus indicator. */
  unseen: string | undefined;
}

const GUIDE = '/articles/replace-a-disk/';

describe('with the keyboard alone', () => {
  test('the first stop skips the menu', async () => {
    const page = await browser.open('small', GUIDE);
    await page.keyboard.press('Tab');
    const link = page.getByRole('link', { name: 'Skip to the text' });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await link.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('Tab leads from the menu and the search through the text, in reading order', async () => {
    const page = await browser.open('small', GUIDE);
    await settled(page);
    const names = (await stops(page)).map(({ role, name }) => `${role} ${name}`);
    const expected = [
      'a Skip to the text',
      'a Small',
      'a Articles',
      'a Subscribe',
      'input q',
      'a Go to the first step',
      'a # Names',
      'button Copy',
      'a {{store2_ip}}',
      'button Copy all',
      'button Copy this command',
      'a A disk & its "replacement"',
      'a Send a comment',
      'a RSS',
    ];
    let from = -1;
    for (const name of expected) {
      const at = names.indexOf(name, from + 1);
      expect(at, `${name} after ${names[from] ?? 'the beginning'} in ${names.join('\n')}`).toBeGreaterThan(
        from,
      );
      from = at;
    }
  });

  test.each([
    ['own', '/'],
    ['own', '/articles/glusterfs-two-nodes-2010/'],
    ['small', '/articles/replace-a-disk/'],
    ['small', '/articles/copy-times/'],
    ['olemskoi', '/tags/glusterfs/'],
    ['small', '/commands/mkfs.ext4/'],
    ['small', '/subscribe/'],
    ['own', '/search/?q=--raid%201'],
  ] as const)('every stop on "%s" %s is visible', async (site, path) => {
    const page = await browser.open(site, path);
    await settled(page);
    const found = await stops(page);
    expect(found.length).toBeGreaterThan(8);
    expect(found.filter(({ unseen }) => unseen !== undefined)).toEqual([]);
  });

  test('Enter and Space copy a command, and the focus stays', async () => {
    const page = await browser.open('small', '/articles/nftables-basics/', CLIPBOARD);
    const button = page.getByRole('button', { name: 'Copy this command' }).first();
    for (const key of ['Enter', 'Space']) {
      await button.focus();
      expect(await copiedBy(page, () => page.keyboard.press(key))).toBe(
        'nft --check --file /etc/nftables.conf',
      );
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    }
  });

  test('with wrapping turned off, the arrow keys scroll a long line inside its block', async () => {
    const page = await browser.open('small', GUIDE, { viewport: { width: 360, height: 740 } });
    const block = page.locator('pre', { hasText: '--numeric-ids' });
    expect(await block.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(false);
    await page.getByRole('checkbox', { name: 'Wrap long lines' }).focus();
    await page.keyboard.press('Space');
    await expect
      .poll(() => block.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth))
      .toBe(true);
    await block.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => block.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  });

  test('"/" opens the search, but not with Ctrl', async () => {
    const page = await browser.open('small', GUIDE);
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.getAttribute('type') ?? undefined);
    await page.keyboard.press('Control+/');
    expect(await focused()).toBeUndefined();
    await page.keyboard.press('/');
    expect(await focused()).toBe('search');
  });
});

/** Presses Tab until the focus leaves the page or starts over, and looks at each stop. */
async function stops(page: Page): Promise<Stop[]> {
  const found: Stop[] = [];
  await page.evaluate(() => {
    getSelection()?.removeAllRanges();
  });
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (stop === undefined) return found;
    found.push(stop);
  }
}

/** Runs in the page; undefined if nothing has the focus, or the same element as before. */
function lookAtFocus(): Stop | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body || element.hasAttribute('data-seen')) return undefined;
  element.setAttribute('data-seen', '');
  const { outlineStyle, outlineWidth, opacity, visibility } = getComputedStyle(element);
  const { width, height, top, bottom, left, right } = element.getBoundingClientRect();
  const faults = [
    (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) && 'no outline',
    (opacity === '0' || visibility !== 'visible' || width < 4 || height < 4) && 'not drawn',
    (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) && 'not in the window',
  ].filter((fault) => fault !== false);
  return {
    role: element.localName,
    name:
      element.ariaLabel ??
      element.getAttribute('name') ??
      (/^(?:a|button)$/.test(element.localName) ? element.textContent.trim() : ''),
    unseen: faults.length === 0 ? undefined : faults.join(', '),
  };
}
