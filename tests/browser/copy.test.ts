import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Block } from '../../src/commands/block.ts';
import { copyText, isWhole, wholeCopy } from '../../src/commands/copy.ts';
import { commandText } from '../unit/commands/print-block.ts';
import { INSECURE_HOST } from './chromium.ts';
import { CLIPBOARD, copiedBy, pasted } from './clipboard.ts';
import { articlesWithBlocks } from './source-blocks.ts';
import { settled } from './settled.ts';
import { addressOf, useBrowser } from './use-browser.ts';

const SITES = ['own', 'small'] as const;
const ARTICLES = SITES.flatMap((site) => articlesWithBlocks(site).map((article) => ({ site, ...article })));

const browser = useBrowser();

test('a name in a block’s caption is copied as it is', async () => {
  const page = await browser.open('small', '/articles/replace-a-disk/', CLIPBOARD);
  await settled(page);
  await page.getByRole('main').locator('figure .file code').first().dblclick();
  await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('figure .file code')!);
  });
  expect(await copiedBy(page, () => page.keyboard.press('Control+C'))).toBe('/etc/hosts');
});

test('copying by hand works again after its script has failed to load', async () => {
  const page = await browser.newPage(CLIPBOARD);
  let failures = 0;
  await page.route(/on-demand/, (route) => (failures++ === 0 ? route.abort() : route.continue()));
  await page.goto(addressOf('small', '/articles/replace-a-disk/'));
  const failed = page.waitForEvent('requestfailed');
  await page.keyboard.press('Shift');
  await failed;
  await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('figure pre')!);
  });
  expect(await copiedBy(page, () => page.keyboard.press('Control+C'))).toBe('{{store2_ip}} store2');
  expect(failures).toBe(2);
});

describe.each(ARTICLES)('on "$site" in $path', ({ site, path, blocks }) => {
  let page: Page;

  // Opened once: the tests only change the clipboard and the selection.
  beforeAll(async () => {
    page = await browser.newLastingPage(CLIPBOARD);
    await page.goto(addressOf(site, path));
  });

  afterAll(() => page.context().close());

  test('every button copies the source byte for byte', async () => {
    const figures = page
      .getByRole('main')
      .getByRole('figure')
      .filter({ has: page.locator('pre') });
    expect(await figures.count()).toBe(blocks.length);
    for (const [index, block] of blocks.entries()) {
      const figure = figures.nth(index);
      await checkBlockButton(page, figure, block);
      await checkStepButtons(page, figure, block);
    }
  });

  test('selecting a whole block by hand copies the same', async () => {
    const texts = page.getByRole('main').locator('figure pre');
    for (const [index, block] of blocks.entries()) {
      await texts.nth(index).evaluate((pre) => {
        getSelection()!.selectAllChildren(pre);
      });
      const copied = await copiedBy(page, () => page.keyboard.press('Control+C'));
      expect(copied).toBe(commandText(block));
    }
  });
});

/**
 * Checks the button of the whole block. If its commands must not be pasted together, there is none and the block says
 * why.
 */
async function checkBlockButton(page: Page, figure: Locator, block: Block): Promise<void> {
  const button = figure.getByRole('button', { name: /^Copy(?: all| \d+ of \d+)?$/ });
  const copy = block.kind === 'session' ? wholeCopy(block.steps) : undefined;
  if (copy !== undefined && !isWhole(copy)) {
    expect(await button.count()).toBe(0);
    expect(await figure.getByText(/^Copy these one by one: /).count()).toBe(1);
    return;
  }
  const isPart = copy !== undefined && copy.steps.length < copy.total;
  if (isPart) expect(await button.textContent()).toBe(`Copy ${copy.steps.length} of ${copy.total}`);
  const copied = await copiedBy(page, () => button.click());
  expect(copied).toBe(copyText(block));
  expect(copied).not.toMatch(/[\r\n]$/);
}

/** Checks that each of several steps has a button on its first row; a single step has none. */
async function checkStepButtons(page: Page, figure: Locator, block: Block): Promise<void> {
  const steps = 'steps' in block && block.steps.length > 1 ? block.steps : [];
  const buttons = figure.getByRole('button', { name: 'Copy this command' });
  expect(await buttons.count()).toBe(steps.length);
  for (const [index, { command }] of steps.entries()) {
    const button = buttons.nth(index);
    expect(await copiedBy(page, () => button.click())).toBe(command);
    const { y } = (await button.boundingBox())!;
    const row = await figure
      .locator('pre [data-copy]')
      .nth(index)
      .evaluate((step) => step.getClientRects()[0]!.y);
    expect(Math.abs(y - row), command).toBeLessThan(8);
  }
}

describe('a screen reader is told', () => {
  test.each([
    ['the hosts', '/articles/replace-a-disk/', 1, 'Copied 1 command for store1, store2.'],
    ['the file', '/articles/replace-a-disk/', 6, 'Copied /etc/rsyncd.conf'],
    [
      'what was left out',
      '/articles/copying-together/',
      2,
      'Copied 1 command for web1. Left out: commands that destroy data.',
    ],
    [
      'what can hurt',
      '/articles/copying-together/',
      4,
      'Copied 2 commands for web2. Can cut you off. Check it before you run it.',
    ],
    [
      'what a script can do',
      '/articles/copying-together/',
      5,
      'Copied. Runs what it downloads. Check it before you run it.',
    ],
    ['what is not filled in', '/articles/replace-a-disk/', 0, /^Copied \/etc\/hosts\. .*store2_ip/],
  ])('%s', async (_, path, index, said) => {
    const page = await browser.open('small', path, CLIPBOARD);
    const figure = page
      .getByRole('main')
      .getByRole('figure')
      .filter({ has: page.locator('pre') })
      .nth(index);
    expect(await page.getByRole('status').textContent()).toBe('');
    await figure.getByRole('button', { name: /^Copy(?: all| \d+ of \d+)?$/ }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toMatch(said);
  });
});

describe('selecting by hand', () => {
  test('with the mouse, from the prompt or the margin beside it, copies the commands of a session', async () => {
    const page = await browser.open('small', '/articles/replace-a-disk/', CLIPBOARD);
    const code = page.locator('figure:has-text("Reading package lists") pre code');
    await code.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await code.boundingBox())!;
    for (const start of [x + 2, x - 8]) {
      await page.mouse.move(start, y + 4);
      await page.mouse.down();
      await page.mouse.move(x + width - 2, y + height - 4, { steps: 4 });
      await page.mouse.up();
      const copied = await copiedBy(page, () => page.keyboard.press('Control+C'));
      expect(copied).toBe('apt-get install --yes rsync parted');
      await page.mouse.click(1, 1);
    }
  });

  test('of output alone copies that output, all or part of it', async () => {
    const page = await browser.open('small', '/articles/replace-a-disk/', CLIPBOARD);
    const output = page.locator('.output', { hasText: 'Reading package lists... Done' });
    await output.evaluate((element) => {
      getSelection()!.selectAllChildren(element);
    });
    expect(await copiedBy(page, () => page.keyboard.press('Control+C'))).toBe(
      (await output.textContent())!.trimEnd(),
    );
    await output.evaluate((element) => {
      getSelection()!.setBaseAndExtent(element.firstChild!, 8, element.firstChild!, 15);
    });
    expect(await copiedBy(page, () => page.keyboard.press('Control+C'))).toBe('package');
  });

  test('of a word in a command copies that word', async () => {
    const page = await browser.open('small', '/articles/iptables-basics/', CLIPBOARD);
    await page
      .getByText('iptables -F', { exact: true })
      .first()
      .dblclick({ position: { x: 10, y: 5 } });
    expect(await copiedBy(page, () => page.keyboard.press('Control+C'))).toMatch(/^iptables\s?$/);
  });

  test('of a whole page copies neither prompts nor button labels', async () => {
    const page = await browser.open('small', '/articles/replace-a-disk/', CLIPBOARD);
    await page.keyboard.press('Control+A');
    const copied = await copiedBy(page, () => page.keyboard.press('Control+C'));
    expect(copied).toContain('apt-get install --yes rsync parted');
    expect(copied).not.toMatch(/^(?:\[root@|# apt-get|\$ lsblk|> mk|postgres=|Copy(?: all)?$)/m);
    expect(copied).toMatch(/^Partition the new disk$/m);
  });
});

describe('a selection across the edge of a block', () => {
  /** The commands of each block of the article, as its buttons copy them; a listing's or script's text. */
  const { blocks } = articlesWithBlocks('small').find(({ path }) => path === '/articles/copying-together/')!;

  /** Two points, each beside an edge of the block or of its text. */
  type Points = (text: Box, block: Box) => [from: [number, number], to: [number, number]];
  const ways: [string, Points][] = [
    [
      'ends below it',
      (text, block) => [
        [text.x + 1, text.y + 4],
        [text.x + text.width - 5, block.y + block.height + 14],
      ],
    ],
    [
      'begins above it',
      (text, block) => [
        [text.x + 3, block.y - 12],
        [text.x + text.width - 2, text.y + text.height - 4],
      ],
    ],
    [
      'begins in its caption',
      (text, block) => [
        [text.x + 3, block.y + 10],
        [text.x + text.width - 2, text.y + text.height - 4],
      ],
    ],
  ];

  test.each(ways)(
    'with the mouse, and %s, copies the block’s commands and nothing else of it',
    async (_, points) => {
      const page = await browser.open('small', '/articles/copying-together/', CLIPBOARD);
      for (const [index, block] of blocks.entries()) {
        const figure = page.locator('figure.block').nth(index);
        await figure.evaluate((element) => {
          element.scrollIntoView({ block: 'center' });
        });
        const text = (await figure.locator('pre code').boundingBox())!;
        const [from, to] = points(text, (await figure.boundingBox())!);
        await page.mouse.move(...from);
        await page.mouse.down();
        await page.mouse.move(...to, { steps: 5 });
        await page.mouse.up();
        const copied = await copiedBy(page, () => page.keyboard.press('Control+C'));
        expect(copied).toBe(commandText(block));
        await page.mouse.click(1, 1);
      }
    },
  );

  test('with the keyboard copies the prose and the commands', async () => {
    const page = await browser.open('small', '/articles/copying-together/', CLIPBOARD);
    await page.evaluate(() => {
      const paragraph = document.querySelector('figure.block')!.previousElementSibling!;
      getSelection()!.setBaseAndExtent(paragraph.firstChild!, 0, paragraph.firstChild!, 1);
    });
    // Down across the block, into the next sentence.
    const selected = () => page.evaluate(() => getSelection()!.toString());
    for (let line = 0; line < 20 && !/update\s+B/.test(await selected()); line++)
      await page.keyboard.press('Shift+ArrowDown');
    const copied = await copiedBy(page, () => page.keyboard.press('Control+C'));
    expect(copied).toContain('first:\n\npasswd anna\nyum --assumeyes update');
    expect(copied).not.toMatch(/A password|one by one|^#/m);
  });
});

test('a link to a command is next to it, and leads to the block with its warning', async () => {
  const page = await browser.open('small', '/articles/copying-together/', CLIPBOARD);
  const figure = page.locator('figure.block').nth(3);
  const step = figure.locator('.step').nth(1);
  const link = figure.getByRole('link', { name: 'Link to this command' }).nth(1);
  expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe('0');
  await step.hover();
  await expect.poll(() => link.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
  await page.mouse.move(0, 0);
  await link.focus();
  expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#step-\d/);
  const warning = figure.getByText('Destroys data:');
  await expect
    .poll(() => warning.evaluate((element) => element.getBoundingClientRect().top))
    .toBeGreaterThanOrEqual(0);
  expect(await step.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
});

describe('if the page may not write to the clipboard', () => {
  test('because it is not served securely, the buttons copy nevertheless', async () => {
    const page = await browser.newPage();
    await page.goto(
      inject('addresses').small.replace('127.0.0.1', INSECURE_HOST) + 'articles/nftables-basics/',
    );
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    const button = page.getByRole('button', { name: 'Copy all' });
    await button.click();
    await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^Copied 2 commands/);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await pasted(page)).toBe('nft --check --file /etc/nftables.conf\nnft --file /etc/nftables.conf');
  });

  test('and the browser refuses the old way too, the buttons say what to do', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await page.goto(`${inject('addresses').small}articles/nftables-basics/`);
    await page.getByRole('button', { name: 'Copy all' }).click();
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toMatch(/^Copying failed: select the text/);
  });
});

test("a feed's address can be copied", async () => {
  const page = await browser.open('small', '/subscribe/', CLIPBOARD);
  const entry = page.getByRole('row').filter({ hasText: 'Firewalls' });
  const copied = await copiedBy(page, () => entry.getByRole('button').first().click());
  expect(copied).toBe('https://example.test/notes/tags/firewall/rss.xml');
});

test('a command can be copied from the list of its program’s uses', async () => {
  const page = await browser.open('small', '/commands/nft/', CLIPBOARD);
  const copied = await copiedBy(page, () => page.getByRole('main').getByRole('button').first().click());
  expect(copied).toBe('nft --check --file /etc/nftables.conf');
});

/** An element's place on the screen. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
