import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { movedElements, notePlaces, shiftsByPieces } from './movement.ts';
import { addressOf, useBrowser } from './use-browser.ts';

const browser = useBrowser();

describe('movement, as the other tests measure it,', () => {
  test('counts what a script pushes away, but not what it only adds below', async () => {
    const page = await browser.newPage();
    await notePlaces(page);
    await show(page, '<p id="a">One</p><script type="module">document.body.append("Two")</script>');
    expect(await movedElements(page)).toEqual([]);
    await show(page, '<p id="a">One</p><script type="module">document.body.prepend("Two")</script>');
    expect(await movedElements(page)).toEqual([expect.stringMatching(/^p\. 8,16 → 8,\d+$/)]);
  });

  test('counts what is pushed away by content that arrives later', async () => {
    const still = '<body><p>One</p><p>Two</p></body>';
    expect(await shiftsByPieces(await browser.newPage(), still, 20)).toEqual([0, 0]);
    const pushed =
      '<body style="display:flex; flex-direction:column"><h1>One</h1><p style="order:-1; height:400px">Two</p></body>';
    const shifts = await shiftsByPieces(await browser.newPage(), pushed, 66);
    expect(shifts[0]).toBe(0);
    expect(shifts[1]).toBeGreaterThan(0.01);
  });
});

async function show(page: Page, body: string): Promise<void> {
  await page.unrouteAll();
  await page.route(addressOf('own', '/'), (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>A</title>${body}` }),
  );
  await page.goto(addressOf('own', '/'));
}
