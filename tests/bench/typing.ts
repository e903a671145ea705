import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { SEARCH, SEARCH_INDEX } from '../../src/articles/paths.ts';
import { indexInput, writeIndex } from '../../src/search/index/write-index.ts';
import { startBrowser } from '../browser/chromium.ts';
import { machine } from './machine.ts';
import { baseOf } from './page-templates.ts';
import { progress, progressDone } from './progress.ts';
import { makeArticles } from './search-content.ts';
import { CompressedServer } from './serve-compressed.ts';
import { table } from './table.ts';

const HELP = `Usage: npm run bench:typing -- [--dist FOLDER] [--articles 100,5000] [--queries N]

Types queries on the search page of a site with made-up articles, in a Chromium whose
processor is slowed down as a telephone's is, and prints the time from the last key to
the picture with the first results; and the processor time that the page's main thread
uses meanwhile, which depends less on what else the machine does. The files that a query
needs have been loaded before.

  --dist FOLDER     a built site, whose index is replaced in a copy; otherwise \`content\`
                    is built first
  --articles LIST   how many articles (100,5000)
  --queries N       how many queries (24)`;

/** How many times slower the processor is: as it is, as a telephone's of the middle, as a cheap one's. */
const SLOWER = [1, 4, 6];

const { values } = parseArgs({
  options: {
    dist: { type: 'string' },
    articles: { type: 'string', default: '100,5000' },
    queries: { type: 'string', default: '24' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const cache = resolve('node_modules/.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'bench-typing-'));
try {
  await run(folder);
} finally {
  progressDone();
  rmSync(folder, { recursive: true, force: true });
}

async function run(work: string): Promise<void> {
  const dist = join(work, 'dist');
  if (values.dist === undefined) build(dist);
  else cpSync(values.dist, dist, { recursive: true });
  const browser = await startBrowser();
  try {
    const rows: string[][] = [];
    for (const count of values.articles.split(',').map(Number)) {
      const queries = await putIndex(count, dist, work);
      for (const slower of SLOWER) rows.push(await row(browser, dist, { count, slower, queries }));
    }
    console.log(`${machine()} · Chromium ${browser.version()}\n`);
    console.log(table(['articles', 'processor', 'median', '95 %', 'most', 'used: median', '95 %'], rows));
  } finally {
    await browser.close();
  }
}

function build(dist: string): void {
  progress('building the site');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--out', dist], {
    env: { ...process.env, CI: 'true' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build ended with ${String(status)}:\n${stdout}${stderr}`);
}

/** Replaces a site's index by one of so many made-up articles; gives queries for it. */
async function putIndex(count: number, dist: string, work: string): Promise<string[]> {
  progress(`indexing ${count} articles`);
  const index = join(dist, SEARCH_INDEX);
  const { articles, asked } = await makeArticles(count, work);
  rmSync(index, { recursive: true });
  mkdirSync(index);
  await writeIndex(indexInput(articles), index);
  const step = Math.max(1, Math.floor(asked.length / Number(values.queries)));
  return asked.filter((_, at) => at % step === 0).map(({ query }) => query);
}

async function row(
  browser: Browser,
  dist: string,
  { count, slower, queries }: { count: number; slower: number; queries: readonly string[] },
): Promise<string[]> {
  const server = await CompressedServer.start(dist, baseOf(dist));
  const page = await browser.newPage();
  try {
    const devtools = await page.context().newCDPSession(page);
    await page.goto(server.origin + baseOf(dist) + SEARCH.slice(1), { waitUntil: 'networkidle' });
    await devtools.send('Performance.enable');
    await page.locator('main input[type=search]').focus();
    await page.locator('main [role=listbox]').waitFor({ state: 'attached' });
    const times: number[] = [];
    const used: number[] = [];
    for (const [at, query] of queries.entries()) {
      progress(`${count} articles, processor ${slower} times slower: ${at + 1} of ${queries.length}`);
      // Its files are loaded at the first time.
      await timeOfLastKey(page, query);
      // Chromium slows a thread down by keeping it busy, so what it uses is counted at full speed.
      await typeAllButLast(page, query);
      const before = await threadTime(devtools);
      await type(page, query);
      used.push(((await threadTime(devtools)) - before) * slower);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
      times.push(await timeOfLastKey(page, query));
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    }
    const processor = slower === 1 ? 'as it is' : `÷ ${slower}`;
    const wall = [0.5, 0.95, 1].map((share) => part(times, share));
    return [String(count), processor, ...wall, ...[0.5, 0.95].map((share) => part(used, share))];
  } finally {
    await page.close();
    await server.close();
  }
}

/** The time below which a share of them lies. */
function part(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!)} ms`;
}

/** Processor time that the page's main thread has used, in milliseconds. */
async function threadTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime')!.value * 1000;
}

/** How long it takes from the last letter of a query until the first results are painted, in milliseconds. */
async function timeOfLastKey(page: Page, query: string): Promise<number> {
  await typeAllButLast(page, query);
  return type(page, query);
}

async function typeAllButLast(page: Page, query: string): Promise<void> {
  await type(page, query.slice(0, -1));
}

/** Puts a text into the field and waits until its first results are painted. */
async function type(page: Page, typed: string): Promise<number> {
  return page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('main input[type=search]')!;
    const list = document.querySelector('main [role=listbox]')!;
    field.focus();
    const shown = new Promise<void>((resolve) => {
      const seen = new MutationObserver(() => {
        seen.disconnect();
        requestAnimationFrame(() => setTimeout(resolve));
      });
      seen.observe(list, { childList: true });
    });
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await shown;
    return performance.now() - start;
  }, typed);
}
