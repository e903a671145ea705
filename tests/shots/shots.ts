import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { readArguments } from '../../src/cli/arguments.ts';
import { EXIT } from '../../src/cli/exit.ts';
import { serveFolder } from '../../src/cli/serve-folder.ts';
import { startBrowser } from '../browser/chromium.ts';
import { TEMPLATES } from '../browser/templates.ts';
import { BASES, CACHE, CONTENT, runBuild, type SiteName } from '../site/build-sites.ts';

const { values } = readArguments({
  help: `Usage: npm run shots [-- --out FOLDER] [--only TEXT] [--fold] [--built]

Builds the sites that the tests use and takes a picture of a page of every kind, in
both themes, 360 and 1280 pixels wide.

  --out FOLDER   where the pictures go (default: shots)
  --only TEXT    only of pages whose site and path have this text in them
  --fold         only what is seen at once, not the whole page
  --built        take the sites as they were built last
  -h, --help     show this help`,
  options: {
    out: { type: 'string', default: 'shots' },
    only: { type: 'string', default: '' },
    fold: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});

/** A touch phone, and a desktop window. */
const SCREENS = [
  { name: '360', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  { name: '1280', viewport: { width: 1280, height: 800 } },
] as const;

const templates = TEMPLATES.filter(([site, path]) => `${site}${path}`.includes(values.only));
if (templates.length === 0) {
  console.error(`Unexpected text \`${values.only}\`, expected a part of one of:`);
  console.error(TEMPLATES.map(([site, path]) => `  ${site}${path}`).join('\n'));
  process.exit(EXIT.usage);
}
const out = resolve(values.out);
mkdirSync(out, { recursive: true });
const browser = await startBrowser();
try {
  for (const site of new Set(templates.map(([name]) => name))) await takeSite(browser, site);
} finally {
  await browser.close();
}
console.log(`The pictures lie in ${out}.`);

async function takeSite(browser: Browser, site: SiteName): Promise<void> {
  const folder = resolve(CACHE, site);
  mkdirSync(CACHE, { recursive: true });
  if (!values.built || !existsSync(folder)) {
    const { status, printed } = await runBuild(CONTENT[site], folder);
    if (status !== 0) throw new Error(`Building ${CONTENT[site]} ended with ${String(status)}:\n${printed}`);
  }
  const server = await serveFolder(folder, { base: BASES[site] });
  try {
    for (const [ofSite, path] of templates) {
      if (ofSite === site) await takePage(browser, server.address + path.slice(1), fileName(site, path));
    }
  } finally {
    await server.close();
  }
}

async function takePage(browser: Browser, address: string, name: string): Promise<void> {
  for (const { name: screen, ...options } of SCREENS) {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // Not with `fullPage`, because Chromium would stop emulating a phone.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      if (!values.fold) await page.setViewportSize({ width: options.viewport.width, height });
      const file = join(out, `${name}.${screen}.${colorScheme}.png`);
      await page.screenshot({ path: file });
      console.log(file);
    }
    await context.close();
  }
}

/** `small`, `/tags/storage/` → `small.tags.storage` */
function fileName(site: SiteName, path: string): string {
  const parts = path.replace(/\?.*/, '').split('/').filter(Boolean);
  return [site, ...(parts.length === 0 ? ['home'] : parts)].join('.');
}
