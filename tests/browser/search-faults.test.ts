import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser } from './chromium.ts';
import { commands, openSite, searchFor, settled } from './search-steps.ts';

const { small } = inject('addresses');
const SEARCH_FILES = /\/pagefind\/|search-panel/;
const ENTRY = '**/pagefind/pagefind-entry.json*';

/** What Pagefind and the browser print of files that don't load. */
const EXPECTED = /ERR_FAILED|Pagefind|Failed to (?:load|fetch)|pagefind/;
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe('before the reader shows intent', () => {
  it.each(['', 'tags/', 'search/'])('the page %j loads nothing of the search; then it does', async (path) => {
    const { page } = await openSite(browser, 'about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(small + path, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => SEARCH_FILES.test(url))).toEqual([]);
    const directory = page.waitForRequest(/pagefind-entry\.json/);
    await page.locator('search-form').hover();
    await directory;
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  it('the form leads to the search page, which says where else to look', async () => {
    const { page } = await openSite(browser, `${small}tags/`, { javaScriptEnabled: false });
    await page.locator('#header-search').fill('iptables -F');
    await page.locator('#header-search').press('Enter');
    await page.waitForURL(`${small}search/?q=iptables+-F`);
    const links = page.getByRole('main').getByRole('link');
    expect(await links.allTextContents()).toEqual(expect.arrayContaining(['Commands', 'Tags', 'Archive']));
    await page.context().close();
  });
});

describe('where the index does not load', () => {
  it.each([
    ENTRY,
    '**/pagefind/pagefind.js*',
    '**/pagefind/common.txt*',
    '**/pagefind/*.pf_meta',
    '**/pagefind/wasm*',
    '**/pagefind/index/*',
    '**/pagefind/fragment/*',
  ])('the search says so for %s, and Retry works', async (files) => {
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
  ])('a %s that is cut off, or another file in its place, is said too', async (_, files) => {
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
      // A word that stands in one place only, which no list of names has.
      await page.goto(`${small}search/?q=bookkeeping`);
      const alert = page.getByRole('alert');
      await alert.filter({ hasText: 'The search did not load.' }).waitFor();
      await page.unroute(files);
      await alert.getByRole('button', { name: 'Try again' }).click();
      await settled(page, /1 article/);
      await page.context().close();
    }
  });

  it('nothing is taken for missing that only failed to load, when the line breaks in the middle', async () => {
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

  it('a site without an article has nothing to find, which is no fault', async () => {
    const { page, faults } = await openSite(browser, `${small}search/`);
    await page.route(ENTRY, (route) => route.fulfill({ body: '{"version":"1.6.0","languages":{}}' }));
    await page.goto(`${small}search/?q=iptables`);
    await settled(page, /Nothing found/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('one that is damaged is said too', async () => {
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

  it('one of another version is said to be one, with a way on', async () => {
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

  it('typing on after a failure asks again', async () => {
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

  it('and where the search’s own code does not, the button asks the search page', async () => {
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

describe('wherever the site lies', () => {
  it('searches under a content security policy that allows WebAssembly and no other evaluation', async () => {
    const { page, faults } = await openSite(browser, 'about:blank');
    await page.route(`${small}**`, async (route) => {
      const response = await route.fetch();
      const headers = {
        ...response.headers(),
        // The pages' own scripts are in them.
        'content-security-policy':
          "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; style-src 'self' 'unsafe-inline'",
      };
      await route.fulfill({ response, headers });
    });
    await page.goto(`${small}tags/`);
    await searchFor(page, 'iptables -F');
    expect((await commands(page))[0]).toBe('iptables -F');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says on pages that were opened from a disk that they cannot be searched', async () => {
    const { page } = await openSite(browser, `file://${inject('sites').small}/tags/index.html`);
    await page.keyboard.press('/');
    await page.keyboard.insertText('iptables');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toBe(
      'The search needs a web server: browsers do not let a page opened from disk read other files.',
    );
    await page.context().close();
  });
});

describe('late answers', () => {
  it('are not shown, and old results stay until the new ones are there', async () => {
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
});

describe('whatever is typed', () => {
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
  ])('%s: a line is said, nothing is blank, nothing is thrown', async (_, typed) => {
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

  it('blanks alone ask nothing', async () => {
    const { page, faults } = await openSite(browser, `${small}search/?q=iptables`);
    await settled(page);
    await page.locator('#page-search').fill('   ');
    await page.locator('.search-option').first().waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
