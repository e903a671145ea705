import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser } from './chromium.ts';
import { commands, openSite, searchFor, settled } from './search-steps.ts';

const { small } = inject('addresses');
const SEARCH_FILES = /\/pagefind\/|search-panel/;
const ENTRY = '**/pagefind/pagefind-entry.json*';

/** Messages from Pagefind and the browser about files that don't load. */
const EXPECTED = /ERR_FAILED|Pagefind|Failed to (?:load|fetch)|pagefind/;
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe('before the reader shows intent', () => {
  it.each(['', 'tags/', 'search/'])(
    'the page %j loads nothing of the search, and afterwards it does',
    async (path) => {
      const { page } = await openSite(browser, 'about:blank');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(small + path, { waitUntil: 'networkidle' });
      expect(asked.filter((url) => SEARCH_FILES.test(url))).toEqual([]);
      const directory = page.waitForRequest(/pagefind-entry\.json/);
      await page.locator('search-form').hover();
      await directory;
      await page.context().close();
    },
  );
});

describe('without JavaScript', () => {
  it('the form leads to the search page, which suggests other places to look', async () => {
    const { page } = await openSite(browser, `${small}tags/`, { javaScriptEnabled: false });
    await page.locator('#header-search').fill('iptables -F');
    await page.locator('#header-search').press('Enter');
    await page.waitForURL(`${small}search/?q=iptables+-F`);
    const links = page.getByRole('main').getByRole('link');
    expect(await links.allTextContents()).toEqual(expect.arrayContaining(['Commands', 'Tags', 'Archive']));
    await page.context().close();
  });
});

describe('if the index does not load', () => {
  it.each([
    ENTRY,
    '**/pagefind/pagefind.js*',
    '**/pagefind/common.txt*',
    '**/pagefind/*.pf_meta',
    '**/pagefind/wasm*',
    '**/pagefind/index/*',
    '**/pagefind/fragment/*',
  ])('the search reports it for %s, and Retry works', async (files) => {
    const { page, faults } = await openSite(browser, `${small}tags/`);
    await page.route(files, (route) => route.abort());
    await page.keyboard.press('/');
    await page.keyboard.insertText('iptables');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('The search did not load.');
    const again = page.waitForRequest(ENTRY);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await again;
    await alert.waitFor();
    await page.unroute(files);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await settled(page);
    expect((await commands(page)).length).toBeGreaterThan(0);
    expect(await alert.count()).toBe(0);
    expect(faults.filter((fault) => !EXPECTED.test(fault))).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['pagefind.js', '**/pagefind/pagefind.js*'],
    ['WebAssembly', '**/pagefind/wasm*'],
    ['list of pages', '**/pagefind/*.pf_meta'],
    ['index', '**/pagefind/index/*'],
    ['page', '**/pagefind/fragment/*'],
    ['list of common words', '**/pagefind/common.txt*'],
    ['list of names', '**/pagefind/names.txt*', 'iptabels'],
  ])(
    'a truncated %s, or another file in its place, is reported too',
    async (_, files, query = 'bookkeeping') => {
      for (const cut of [true, false]) {
        const { page } = await openSite(browser, `${small}search/`);
        await page.route(files, async (route) => {
          const response = await route.fetch();
          const body = await response.body();
          await route.fulfill(
            cut
              ? { response, body: body.subarray(0, body.length / 2) }
              : { contentType: 'text/html', body: '<html>Not found</html>' },
          );
        });
        // Unless it is the list's turn, a word that occurs only once and isn't in any list of names.
        await page.goto(`${small}search/?q=${query}`);
        const alert = page.getByRole('alert');
        await alert.filter({ hasText: 'The search did not load.' }).waitFor();
        await page.unroute(files);
        await alert.getByRole('button', { name: 'Try again' }).click();
        await settled(page, /\d article/);
        await page.context().close();
      }
    },
  );

  it('what only failed to load is not reported as missing if the connection breaks halfway', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'iptables');
    await page.context().setOffline(true);
    await page.locator('#dialog-search').fill('rsync --archive --hard-links');
    await page.getByRole('alert').filter({ hasText: 'The search did not load.' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await settled(page);
    expect(await commands(page)).not.toEqual([]);
    await page.context().close();
  });

  it('a site without articles has nothing to find, which is not an error', async () => {
    const { page, faults } = await openSite(browser, `${small}search/`);
    await page.route(ENTRY, (route) => route.fulfill({ body: '{"version":"1.6.0","languages":{}}' }));
    await page.goto(`${small}search/?q=iptables`);
    await settled(page, /Nothing found/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a damaged one is reported too', async () => {
    const { page } = await openSite(browser, `${small}search/`);
    for (const body of ['', '<html>', 'null', '{"version":"1.6.0"}', '{"version":"1.6.0","langu']) {
      await page.route(ENTRY, (route) => route.fulfill({ body }));
      await page.goto(`${small}search/?q=iptables`);
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('link', { name: 'Tags' }).count()).toBeGreaterThan(0);
      await page.unroute(ENTRY);
      await page.getByRole('button', { name: 'Try again' }).click();
      await settled(page);
    }
    await page.context().close();
  });

  it('one of another version is reported, with a way forward', async () => {
    const { page, faults } = await openSite(browser, `${small}search/`);
    await page.route(ENTRY, (route) =>
      route.fulfill({ body: '{"version":"0.0.1","languages":{"en":{"hash":"x"}}}' }),
    );
    await page.goto(`${small}search/?q=iptables`);
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: 'rebuilt' }).waitFor();
    await page.unroute(ENTRY);
    await alert.getByRole('button', { name: 'Reload the page' }).click();
    await settled(page);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('typing after a failure tries again', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.keyboard.press('/');
    await page.keyboard.insertText('iptable');
    await page.getByRole('alert').waitFor();
    await page.unroute('**/pagefind/**');
    await page.keyboard.type('s');
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });

  it('and if the search’s own code does not load, the button leads to the search page', async () => {
    const { page, faults } = await openSite(browser, `${small}tags/`);
    await page.route('**/search-panel*', (route) => route.abort());
    await page.keyboard.press('/');
    await page.keyboard.insertText('nft');
    await page.getByRole('alert').waitFor();
    await page.unroute('**/search-panel*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForURL(`${small}search/?q=nft`);
    await settled(page);
    expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
    await page.context().close();
  });
});

describe('if a file never arrives', () => {
  /** Longer than anybody waits without a way out, in milliseconds. */
  const LATE = 9000;

  /**
   * Holds requests for some files until `release` is called; those held are never answered. `asked` is settled once one is held:
   * only then is it safe to move the clock, because everything else arrives in real time.
   */
  async function withhold(
    page: Page,
    files: string,
  ): Promise<{ asked: Promise<undefined>; release: () => void }> {
    let isHeld = true;
    const { promise: asked, resolve } = Promise.withResolvers<undefined>();
    await page.route(files, (route) => {
      if (!isHeld) return route.continue();
      resolve(undefined);
      return undefined;
    });
    return { asked, release: () => (isHeld = false) };
  }

  it.each([
    ['', 'Loading the search…', 'The search is taking long to load.', 'Try again'],
    ['ru', 'Поиск загружается…', 'Поиск всё ещё загружается.', 'Попробовать ещё раз'],
  ])(
    'the field says so, and the button leads to the search page (%s)',
    async (language, loading, slow, again) => {
      const site = language === 'ru' ? inject('addresses').olemskoi : small;
      const { page } = await openSite(browser, 'about:blank', { viewport: { width: 360, height: 700 } });
      await page.clock.install();
      await page.goto(`${site}tags/`);
      const { asked, release } = await withhold(page, '**/search-panel*');
      await page.locator('#header-search').click();
      await page.keyboard.insertText('nft');
      await asked;
      expect(await page.getByRole('status').filter({ hasText: loading }).count()).toBe(0);
      await page.clock.runFor(1000);
      await page.getByRole('status').filter({ hasText: loading }).waitFor();
      const form = page.locator('search-form').first();
      expect(await form.getByRole('button').count()).toBe(0);
      await page.clock.runFor(LATE);
      await page.getByRole('status').filter({ hasText: slow }).waitFor();
      expect(await form.getByRole('link').getAttribute('href')).toMatch(/\/commands\/$/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      release();
      await form.getByRole('button', { name: again }).click();
      await page.waitForURL(`${site}search/?q=nft`);
      await page.context().close();
    },
  );

  it('the message goes when the search is there after all', async () => {
    const { page, faults } = await openSite(browser, 'about:blank');
    await page.clock.install();
    await page.goto(`${small}tags/`);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/search-panel*', async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('#header-search').click();
    await page.keyboard.insertText('nft');
    await page.clock.runFor(LATE);
    await page.locator('.search-wait').waitFor();
    release();
    await settled(page);
    expect(await page.locator('.search-wait').count()).toBe(0);
    expect(await page.locator('#dialog-search').inputValue()).toBe('nft');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each([
    ENTRY,
    '**/pagefind/pagefind.js*',
    '**/pagefind/wasm*',
    '**/pagefind/index/*',
    '**/pagefind/fragment/*',
  ])('the results say so for %s, with a way out, and Retry works', async (files) => {
    const { page, faults } = await openSite(browser, 'about:blank');
    await page.clock.install();
    await page.goto(`${small}tags/`);
    const { asked, release } = await withhold(page, files);
    await page.keyboard.press('/');
    await page.keyboard.insertText('iptables');
    await page.locator('#dialog-search').waitFor();
    await asked;
    await page.clock.runFor(1000);
    await page.getByRole('status').filter({ hasText: 'Searching…' }).waitFor();
    await page.clock.runFor(LATE);
    const alert = page.getByRole('alert').filter({ hasText: 'The search is taking long to load.' });
    await alert.waitFor();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('link', { name: 'Tags' }).isVisible()).toBe(true);
    release();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await settled(page);
    expect((await commands(page)).length).toBeGreaterThan(0);
    expect(await alert.count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('filters of an earlier answer do not stay above a failure, and are there again afterwards', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'iptables');
    const filters = page.getByRole('group', { name: 'Narrow down' });
    await filters.waitFor();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.locator('#dialog-search').fill('rsync --archive --hard-links');
    await page.getByRole('alert').waitFor();
    expect(await filters.isVisible()).toBe(false);
    await page.unroute('**/pagefind/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await settled(page);
    await filters.waitFor();
    await page.context().close();
  });
});

describe('wherever the site is served', () => {
  it('works under a content security policy that allows WebAssembly and no other evaluation', async () => {
    const { page, faults } = await openSite(browser, 'about:blank');
    await page.route(`${small}**`, async (route) => {
      const response = await route.fetch();
      const headers = {
        ...response.headers(),
        'content-security-policy': "script-src 'self' 'wasm-unsafe-eval'",
      };
      await route.fulfill({ response, headers });
    });
    await page.goto(`${small}tags/`);
    await searchFor(page, 'iptables -F');
    expect((await commands(page))[0]).toBe('iptables -F');
    // All that is refused is the script that avoids a flash of the wrong theme; the page's own policy has its hash.
    expect(faults).toEqual([expect.stringContaining('inline script')]);
    await page.context().close();
  });

  it('says that pages opened from a disk cannot be searched', async () => {
    const { page } = await openSite(browser, `file://${inject('sites').small}/tags/index.html`);
    const line = page.getByText('The search needs a web server: browsers do not let a page opened from disk');
    expect(await line.isVisible()).toBe(true);
    await page.goto(`${small}tags/`);
    expect(await line.isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('late answers', () => {
  it('are not shown, and old results stay until the new ones arrive', async () => {
    const { page } = await openSite(browser, `${small}tags/`);
    await searchFor(page, 'nft --check');
    const before = await commands(page);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/pagefind/fragment/*', async (route) => {
      await held;
      await route.continue();
    });
    const field = page.locator('#dialog-search');
    await field.fill('iptables');
    await settled(page, /Searching/);
    expect(await commands(page)).toEqual(before);
    await field.fill('nft --check');
    await settled(page);
    release();
    await page.waitForLoadState('networkidle');
    expect(await commands(page)).toEqual(before);
    await page.context().close();
  });

  it.each([
    ['file server', 360],
    ['file server', 1280],
    // Commands are first.
    ['install server', 360],
    ['install server', 800],
    ['install server', 1280],
  ])('are appended: nothing moves, and the counts are told once (%s, %i pixels)', async (query, width) => {
    const { page } = await openSite(browser, `${inject('addresses').own}tags/`, {
      viewport: { width, height: 700 },
    });
    let asked = 0;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/pagefind/fragment/*', async (route) => {
      // As many as are read for the first results.
      if (++asked > 6) await held;
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.keyboard.insertText(query);
    await page.locator('.search-option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const places = () =>
      page.locator('.search-label, .search-option, .search-buttons .copy').evaluateAll((elements) =>
        elements.map((part) => {
          const { x, y, width: across } = part.getBoundingClientRect();
          return [
            part.id,
            part.getAttribute('href'),
            part.ariaSelected,
            ...[x, y, across].map(Math.round),
          ].join(' ');
        }),
      );
    const before = await places();
    expect(await page.locator('.search-status').textContent()).toMatch(/^(?:Searching…)?$/);
    release();
    await settled(page);
    await expect.poll(() => page.locator('.search-option').count()).toBeGreaterThan(6);
    expect(await places()).toEqual(expect.arrayContaining(before));
    expect((await places())[0]).toBe(before[0]);
    await page.context().close();
  });
});

describe('any query', () => {
  it.each([
    ['10,000 characters', 'iptables '.repeat(1112)],
    ['one word of 10,000 characters', 'a'.repeat(10_000)],
    ['control characters', 'ipt\u0000ab\u0007les \u001B[31m-F\u202E'],
    ['only punctuation', '?!*&|<>(){}[]"\'`;:.,'],
    ['right-to-left text', 'שלום عالم iptables'],
    ['half a character', '\uD83D iptables'],
    ['a name of JavaScript', '__proto__ constructor toString'],
    ['a regular expression', '(a+)+$ [z-a] \\'],
    ['per cent signs', '%E0%A4%A %'],
  ])('%s: gets a message, and neither an empty page nor an exception', async (_, typed) => {
    const { page, faults } = await openSite(browser, `${small}search/`);
    await page.locator('#page-search').fill(typed);
    await settled(page, /\d|Nothing found/);
    await expect.poll(() => page.url()).toContain('?q=');
    expect(page.url().length).toBeLessThan(4000);
    await page.reload();
    await settled(page, /\d|Nothing found/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('HTML is shown as text, in the query and in titles', async () => {
    const { page, faults } = await openSite(browser, small);
    const html = '<img src=x onerror=alert(1)><b>zzz</b>';
    await page.goto(`${small}search/?q=${encodeURIComponent(html)}`);
    await settled(page, /\d|Nothing found/);
    expect(await page.locator('main img, main b').count()).toBe(0);
    await page.locator('#page-search').fill('<b>Bold</b>');
    await page.locator('.search-title', { hasText: '<b>Bold</b>' }).waitFor();
    expect(await page.locator('main b').count()).toBe(0);
    await page.locator('#page-search').fill(`${html} unknown`);
    await settled(page, /\d|Nothing found for <img/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('only spaces: nothing is searched', async () => {
    const { page, faults } = await openSite(browser, `${small}search/?q=iptables`);
    await settled(page);
    await page.locator('#page-search').fill('   ');
    await page.locator('.search-option').first().waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
