import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser } from './chromium.ts';
import { chosen, commands, copied, marks, openSite, searchFor, settled } from './search-steps.ts';

const { small, olemskoi } = inject('addresses');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe('the dialog', () => {
  it.each(['/', 'Control+k', 'Meta+k'])(
    'opens with %s on every page, and Escape returns the focus',
    async (key) => {
      for (const path of ['tags/', 'articles/iptables-basics/', 'commands/']) {
        const { page, faults } = await openSite(browser, small + path);
        const link = page.getByRole('navigation').getByRole('link').first();
        await link.focus();
        await page.keyboard.press(key);
        const field = page.getByRole('dialog').getByRole('combobox');
        expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
        await page.keyboard.press('Escape');
        expect(await page.getByRole('dialog').count()).toBe(0);
        expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
        expect(faults).toEqual([]);
        await page.context().close();
      }
    },
  );

  it('takes over the text in the header’s field, and does not open for somebody who only tabs past it', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await page.locator('#header-search').focus();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.type('iptables');
    await settled(page);
    expect(await page.locator('#dialog-search').inputValue()).toBe('iptables');
    await page.keyboard.press('Escape');
    expect(await page.locator('#header-search').inputValue()).toBe('iptables');
    expect(await page.locator('dialog kbd', { hasText: '/' }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('header-search');
    await page.locator('#header-search').click();
    expect(await page.locator('#dialog-search').inputValue()).toBe('iptables');
    await page.context().close();
  });

  it('shows a command with what matched, its prompt, hosts, introduction and article', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'rsync --archive --hard-links');
    const row = page.locator('.search-option').first();
    expect(await marks(page)).toEqual(['rsync', '--archive', '--hard-links']);
    expect(await row.locator('.host').allTextContents()).toEqual(['store1']);
    expect(await row.locator('.search-sign').getAttribute('title')).toBe('as root');
    expect(await row.locator('.search-facts').textContent()).toContain('Replace a failed disk');
    expect(await row.locator('.search-danger').textContent()).toBe('Destroys data');
    await page.context().close();
  });

  it('is navigated by keys, and Enter opens the block below the site’s base path', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'iptables');
    expect(await chosen(page)).toBeUndefined();
    await page.keyboard.press('End');
    expect(await chosen(page)).toBeUndefined();
    await page.keyboard.press('ArrowDown');
    const first = await chosen(page);
    expect(first).toContain('iptables');
    await page.keyboard.press('ArrowUp');
    expect(await chosen(page)).toBeUndefined();
    await page.keyboard.press('ArrowUp');
    const last = await chosen(page);
    await page.keyboard.press('Home');
    expect(await chosen(page)).toBe(first);
    await page.keyboard.press('End');
    expect(await chosen(page)).toBe(last);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/notes\/articles\/iptables-basics\/#/);
    expect(await page.locator(':target').textContent()).toContain('iptables');
    await page.context().close();
  });

  it('opens the first result on Enter, even before it has arrived', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await page.keyboard.press('/');
    await page.getByRole('link', { name: '-H tcp' }).waitFor();
    await page.keyboard.insertText('nft --check');
    await page.keyboard.press('Enter');
    await page.waitForURL(/nftables-basics\/#/);
    await page.context().close();
  });

  it('reopens with its results after Back from a result', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'nft --check');
    await page.keyboard.press('Enter');
    await page.waitForURL(/nftables-basics\/#/);
    await page.goBack();
    await settled(page);
    expect(await commands(page)).toContain('nft --check --file /etc/nftables.conf');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => (history.state as { search?: string } | null)?.search))
      .toBeUndefined();
    await page.reload();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  it('closes if the result is on the page itself', async () => {
    const { page } = await openSite(browser, `${small}articles/nftables-basics/`);
    await searchFor(page, 'nft --check');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator(':target').textContent()).toContain('nft --check');
    await page.context().close();
  });

  it('offers the site’s examples before a query', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await page.keyboard.press('Control+k');
    await page.getByRole('link', { name: '-H tcp' }).click();
    await settled(page, /./);
    expect(page.url()).toBe(`${small}tags/`);
    expect(await page.locator('#dialog-search').inputValue()).toBe('-H tcp');
    await page.context().close();
  });
});

describe('while the search’s code is loading', () => {
  /** Delays a request until `release` is called. */
  async function heldBack(address: string): Promise<{ page: Page; release: () => void }> {
    const { page } = await openSite(browser, 'about:blank');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/search-panel*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(address);
    return { page, release };
  }

  it.each([
    ['by its key', (page: Page) => page.keyboard.press('/')],
    ['by a click', (page: Page) => page.locator('#header-search').click()],
    ['by the first letter', (page: Page) => page.locator('#header-search').focus()],
  ])('no letter typed for a dialog opened %s is lost', async (_, open) => {
    const { page, release } = await heldBack(`${small}tags/`);
    await open(page);
    await page.keyboard.type('nft --che');
    expect(await page.locator('#header-search').inputValue()).toBe('nft --che');
    expect(await page.locator('search-form').getAttribute('aria-busy')).toBe('true');
    release();
    await page.keyboard.type('ck');
    await settled(page);
    expect(await page.locator('#dialog-search').inputValue()).toBe('nft --check');
    expect(await page.locator('#header-search').inputValue()).toBe('nft --check');
    expect(await page.locator('search-form').getAttribute('aria-busy')).toBe(null);
    expect((await commands(page))[0]).toContain('nft --check');
    await page.context().close();
  });

  it('no dialog opens for a reader who has moved on', async () => {
    const { page, release } = await heldBack(`${small}tags/`);
    await page.keyboard.press('/');
    const link = page.getByRole('main').getByRole('link').first();
    await link.focus();
    release();
    await page.waitForFunction(() => document.querySelector('search-form')!.ariaBusy === null);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('nor when an input method reports twice that it is done', async () => {
    const { page, release } = await heldBack(`${small}tags/`);
    await page.locator('#header-search').focus();
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#header-search')!;
      field.value = 'nf';
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await page.keyboard.type('t');
    release();
    await settled(page);
    expect(await page.locator('#dialog-search').inputValue()).toBe('nft');
    await page.context().close();
  });

  it('no question is lost on the way back from a result', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'nft');
    await page.keyboard.press('Enter');
    await page.waitForURL(/nftables-basics\/#/);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/search-panel*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goBack();
    const field = page.locator('#dialog-search');
    release();
    await field.waitFor();
    expect(await field.inputValue()).toBe('nft');
    await field.press('End');
    await page.keyboard.type(' --check');
    await settled(page);
    expect(await field.inputValue()).toBe('nft --check');
    await page.context().close();
  });

  it('nor in a field of the page', async () => {
    const { page, release } = await heldBack(`${small}search/?q=iptables&kind=guide`);
    await page.locator('#page-search').fill('nft --check');
    release();
    await settled(page);
    expect(await page.locator('#page-search').inputValue()).toBe('nft --check');
    expect((await commands(page))[0]).toContain('nft --check');
    await page.context().close();
  });
});

describe('copying from the results', () => {
  it('copies only the command, and says its host and that it destroys data', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'iptables -F');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+c');
    await settled(page, /Copied 1 command\. Can cut you off\. Check it/);
    expect(await copied(page)).toBe('iptables -F');
    await page.keyboard.press('Escape');
    await searchFor(page, 'apt-get install --yes rsync');
    await page.locator('.search-command', { hasText: 'apt-get' }).waitFor();
    await page.getByRole('button', { name: 'Copy this command' }).first().click();
    await settled(page, /Copied 1 command for store1, store2/);
    expect(await copied(page)).toBe('apt-get install --yes rsync parted');
    await page.context().close();
  });

  it('leaves copying text selected in the field to the browser', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'iptables');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    expect(await copied(page)).toBe('iptables');
    await page.context().close();
  });

  it('fills in the values that the browser keeps, and names the missing ones', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'parted --script');
    await page.keyboard.press('Control+c');
    await settled(page, /Not filled in: disk/);
    await page.evaluate(() => {
      localStorage.setItem('opsnotes-values', JSON.stringify({ disk: '/dev/sdq', store2_ip: '$(reboot)' }));
    });
    await page.reload();
    await searchFor(page, 'parted --script');
    expect((await commands(page))[0]).toContain('/dev/sdq');
    await page.keyboard.press('Control+c');
    await settled(page, /Copied 1 command for store1\. Destroys data\. Check it before you run it\.$/);
    expect(await copied(page)).toMatch(/^parted --script \/dev\/sdq \\\n/);
    await page.context().close();
  });
});

it('a command selected by hand is copied without its prompt or words for screen readers', async () => {
  const { page } = await openSite(browser, `${small}tags/`);
  await searchFor(page, 'apt-get install');
  const command = page.locator('.search-command').first();
  expect(await command.locator('.search-sign').count()).toBe(1);
  await command.evaluate((element) => {
    document.getSelection()!.selectAllChildren(element);
  });
  await page.keyboard.press('Control+c');
  expect(await copied(page)).toBe(await command.locator('code').textContent());
  await page.context().close();
});

it('keys reach results that are not drawn yet', async () => {
  const { page } = await openSite(browser, `${small}tags/`);
  await page.keyboard.press('/');
  const seen = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const options = document.getElementsByClassName('search-option');
        // Observers are called before the next frame.
        const observer = new MutationObserver(() => {
          if (options.length === 0) return;
          observer.disconnect();
          const first = options.length;
          const key = new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true });
          document.querySelector('#dialog-search')!.dispatchEvent(key);
          resolve([first, options.length, [...options].findIndex((each) => each.ariaSelected === 'true')]);
        });
        observer.observe(document.body, { subtree: true, childList: true });
      }),
  );
  await page.keyboard.insertText('rsync');
  const [first, all, chosenAt] = await seen;
  expect(first).toBe(6);
  expect(all).toBeGreaterThan(6);
  expect(chosenAt).toBe(all! - 1);
  await page.context().close();
});

describe('the page', () => {
  it('searches for its address’s question, and shows its question in the address', async () => {
    const { page } = await openSite(browser, `${small}search/?q=iptables+-F`);
    await settled(page);
    expect((await commands(page))[0]).toBe('iptables -F');
    expect(await page.locator('#page-search').inputValue()).toBe('iptables -F');
    expect(await page.title()).toMatch(/^iptables -F · /);
    await page.locator('#page-search').fill('nft');
    await page.waitForURL(`${small}search/?q=nft`);
    await settled(page);
    await page.goBack();
    await page.waitForURL(`${small}search/?q=iptables+-F`);
    await page.locator('.search-command', { hasText: 'iptables -F' }).waitFor();
    await page.goForward();
    await page.locator('.search-command', { hasText: 'nft --check' }).waitFor();
    expect(await page.locator('#page-search').inputValue()).toBe('nft');
    await page.context().close();
  });

  it('adds a query to the history only once, however many keys it took', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await page.goto(`${small}search/`);
    await page.locator('#page-search').pressSequentially('iptables');
    await page.waitForURL(/q=iptables$/);
    await page.goBack();
    expect(page.url()).toBe(`${small}tags/`);
    await page.context().close();
  });

  it('names a correction, and can undo it', async () => {
    const { page } = await openSite(browser, `${small}search/?q=iptabels+-F`);
    await settled(page);
    expect((await commands(page))[0]).toBe('iptables -F');
    expect(await marks(page)).toEqual(['iptables', '-F']);
    expect(await page.getByRole('status').first().textContent()).toMatch(
      /^Showing results for iptables -F\. \d+ command/,
    );
    await page.getByRole('button', { name: 'Search for iptabels -F instead' }).click();
    await page.getByRole('button', { name: /instead/ }).waitFor({ state: 'detached' });
    expect(await commands(page)).not.toContain('iptables -P INPUT ACCEPT');
    expect(page.url()).toBe(`${small}search/?q=iptabels+-F&exact`);
    await page.goBack();
    await page.getByRole('button', { name: /instead/ }).waitFor();
    await page.context().close();
  });

  it('offers a similar name for a word that is nowhere, and keeps the rest of the question', async () => {
    const { page } = await openSite(browser, `${small}search/?q=iptables+tail`);
    await settled(page);
    await page.getByRole('button', { name: 'mail', exact: true }).click();
    await expect.poll(() => page.url()).toBe(`${small}search/?q=iptables+mail`);
    await page.context().close();
  });

  it('can be narrowed down by kind, tag and program, in its address too', async () => {
    const { page } = await openSite(browser, `${small}search/?q=rsync`);
    await settled(page);
    const all = await commands(page);
    await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Guide' });
    await page.waitForURL(/\?q=rsync&kind=guide$/);
    await expect.poll(() => commands(page)).not.toEqual(all);
    expect(await page.getByRole('combobox', { name: 'Kind' }).locator('option').allTextContents()).toEqual([
      'All kinds',
      'Guide',
      'Note',
    ]);
    await page.getByRole('combobox', { name: 'Program' }).selectOption('apt-get');
    await page.waitForURL(/\?q=rsync&kind=guide&program=apt-get$/);
    await expect.poll(() => commands(page)).toEqual(['apt-get install --yes rsync parted']);
    await page.reload();
    await settled(page);
    expect(await commands(page)).toEqual(['apt-get install --yes rsync parted']);
    await page.goto(`${small}search/?q=iptables&tag=storage`);
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await settled(page);
    expect(await page.getByRole('combobox', { name: 'Tag' }).inputValue()).toBe('');
    await page.context().close();
  });

  it('shows an article with its kind, year, tags and matching section', async () => {
    const { page } = await openSite(browser, `${small}search/?q=both+servers+must+know+each+other`);
    await settled(page);
    const row = page.locator('.search-option.article').first();
    expect(await row.locator('.search-facts').innerText()).toMatch(/Guide\s+2024\s+Storage/);
    expect(await row.locator('.search-excerpt').textContent()).toContain('must know each other');
    expect(await row.locator('.search-section').textContent()).toBe('Names');
    await row.click();
    await page.waitForURL(`${small}articles/replace-a-disk/#names`);
    await page.context().close();
  });

  it('stays on Enter in its field, and Escape clears it', async () => {
    const { page } = await openSite(browser, `${small}search/?q=nft`);
    await settled(page);
    await page.locator('#page-search').press('Enter');
    await page.locator('#page-search').press('Escape');
    await page.waitForURL(`${small}search/`);
    expect(await page.locator('.search-option').count()).toBe(0);
    await page.context().close();
  });
});

describe('the home page', () => {
  it('shows results instead of its articles, and again after Back', async () => {
    const { page } = await openSite(browser, small);
    await searchFor(page, 'nft --check');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/nftables-basics\/#/);
    await page.goBack();
    await settled(page);
    expect(await commands(page)).toContain('nft --check --file /etc/nftables.conf');
    await page.context().close();
  });
});

describe('a reader of a Russian site', () => {
  it('finds the English article, and gets numbers in Russian', async () => {
    const { page } = await openSite(browser, `${olemskoi}search/?q=glusterfs+servers`);
    await settled(page, /стат/);
    expect(await page.getByRole('status').first().textContent()).toMatch(
      /\d+ (?:статья|статьи|статей)(?:, \d+ (?:команда|команды|команд))?$/,
    );
    expect(await page.locator('.search-title').first().getAttribute('lang')).toBe('en');
    await page.context().close();
  });

  it('opens the search with the same physical keys on a Russian keyboard', async () => {
    const { page } = await openSite(browser, `${olemskoi}archive/`);
    const press = (key: string, code: string, ctrlKey: boolean): Promise<boolean> =>
      page.evaluate(
        (init) =>
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
          ),
        { key, code, ctrlKey },
      );
    expect(await press('л', 'KeyK', true)).toBe(false);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await press('.', 'Slash', false)).toBe(false);
    await page.getByRole('dialog').waitFor();
    await page.context().close();
  });
});

describe('for assistive technology', () => {
  it('the field is a combobox that controls one list box with groups of options', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'iptables');
    const field = page.getByRole('dialog').getByRole('combobox', { name: 'Search commands and articles' });
    const list = page.getByRole('listbox', { name: 'Results' });
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await field.getAttribute('aria-controls')).toBe(await list.getAttribute('id'));
    const commandGroup = list.getByRole('group', { name: 'Commands and files' });
    expect(await commandGroup.getByRole('option').count()).toBe(5);
    // The third has a tag that is also called iptables, and a comment on it.
    expect(await page.getByRole('status').first().textContent()).toBe('5 commands, 3 articles');
    await page.keyboard.press('ArrowDown');
    expect(await list.getByRole('option', { selected: true }).count()).toBe(1);
    await page.context().close();
  });

  it.each([
    { width: 360, colorScheme: 'light' },
    { width: 360, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const)('axe finds nothing at $width in $colorScheme, and nothing sticks out', async (look) => {
    const { width, colorScheme } = look;
    const { page } = await openSite(browser, `${small}tags/`, {
      viewport: { width, height: 800 },
      colorScheme,
    });
    await page.keyboard.press('/');
    await page.getByRole('link', { name: '-H tcp' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.insertText('iptabels');
    await settled(page);
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.goto(`${small}search/?q=rsync`);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations: found } = await checker.run(document, { resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

/** How many pixels anything sticks out of the window sideways. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
