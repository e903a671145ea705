import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from '../browser/chromium.ts';
import { firstSearch } from './first-search.ts';
import { CATEGORIES, loadPage, THROTTLINGS, type Load, type Throttling } from './lighthouse.ts';
import { machine } from './machine.ts';
import { barePage, baseOf, iconOf, templatesOf, type Template } from './page-templates.ts';
import { progress, progressDone } from './progress.ts';
import { CompressedServer } from './serve-compressed.ts';

const HELP = `Usage: npm run bench:pages -- [--dist FOLDER] [--runs NUMBER] [--throttling simulate|devtools]

Loads a page of every kind in a Chromium slowed down to a telephone on a slow line, by
Lighthouse, and the same words as bare HTML; everything is sent as Brotli. Prints medians:
requests (the icon is one), kilobytes, scores, times. Then what a first search loads.

  --dist FOLDER   a built site; otherwise \`content\` is built first
  --runs NUMBER   loads of each page (3)
  --throttling    computed from a fast load (simulate) or really slowed down (devtools)`;

/** What to measure, and how. */
export interface PagesOptions {
  dist?: string | undefined;
  runs?: number;
  throttling?: Throttling;
}

if (import.meta.main) console.log(await benchPages(readOptions()));

/** Measures the pages of a built site; returns a Markdown table. */
export async function benchPages({ dist, runs = 3, throttling = 'simulate' }: PagesOptions): Promise<string> {
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'bench-pages-'));
  try {
    const folder = dist ?? buildSite(join(fresh, 'dist'));
    return await measure(folder, runs, throttling);
  } finally {
    progressDone();
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function measure(dist: string, runs: number, throttling: Throttling): Promise<string> {
  const base = baseOf(dist);
  const server = await CompressedServer.start(dist, base);
  const port = await freePort();
  const browser = await startBrowser([`--remote-debugging-port=${port}`]);
  try {
    const rows: string[] = [];
    const templates = templatesOf(dist);
    for (const [index, template] of templates.entries()) {
      const loads: Load[] = [];
      const bare: Load[] = [];
      const { name, path } = template;
      const words = server.add(`/bare${path}`, barePage(await textOf(server.origin + path)));
      for (let run = 1; run <= runs; run++) {
        progress(`${index + 1} of ${templates.length}: ${name}, load ${run} of ${runs}`);
        const options = { throttling, isMissing: name === '404' };
        loads.push(await loadPage(server.origin + path, port, options));
        bare.push(await loadPage(server.origin + words, port, { throttling, bare: true }));
      }
      rows.push(row(template, loads, bare, server, iconOf(dist)));
    }
    progress('the first search');
    const { query, requests, bytes } = await firstSearch(browser, server, base);
    return [
      `${machine()} · Chromium ${browser.version()} · median of ${runs}, throttling: ${throttling}\n`,
      '| template | requests | kB | HTML / CSS / JS / other | performance / a11y / practices / SEO | LCP ms | ÷ bare | TBT ms | CLS | below 100 |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
      '\nStyles are within the HTML. `404` answers 404, as it must, and is judged without the audits that fail for that.\n',
      `The first search, \`${query}\`, loads ${kilobytes(bytes)} kB in ${requests} requests after its page.`,
    ].join('\n');
  } finally {
    await browser.close();
    await server.close();
  }
}

function row(
  { name }: Template,
  loads: readonly Load[],
  bare: readonly Load[],
  server: CompressedServer,
  icon: string,
): string {
  // A headless browser doesn't request the page's icon; others do.
  const paths = [...new Set([...loads[0]!.paths, icon])];
  const bytes = (wanted: RegExp): number =>
    paths
      .map((each) => server.answer(each))
      .filter(({ type }) => wanted.test(type))
      .reduce((sum, { body }) => sum + body.length, 0);
  const kinds = [/html/, /css/, /javascript/, /^(?!.*(?:html|css|javascript))/].map((kind) => bytes(kind));
  const paint = median(loads.map(({ largestPaint }) => largestPaint));
  const scores = CATEGORIES.map((category) => median(loads.map(({ scores }) => scores[category]!)));
  return `| ${[
    name,
    paths.length,
    kilobytes(bytes(/./)),
    kinds.map(kilobytes).join(' / '),
    scores.join(' / '),
    paint.toFixed(0),
    (paint / median(bare.map(({ largestPaint }) => largestPaint))).toFixed(2),
    median(loads.map(({ blocked }) => blocked)).toFixed(0),
    String(Number(median(loads.map(({ shift }) => shift)).toFixed(4))),
    [...new Set(loads.flatMap(({ failed }) => failed))].join(', '),
  ].join(' | ')} |`;
}

/** The median; for an even count, the mean of the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

async function textOf(address: string): Promise<string> {
  return (await fetch(address)).text();
}

/** A free port for Lighthouse to reach the browser. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function buildSite(out: string): string {
  progress('building the site');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--out', out], {
    env: { ...process.env, CI: 'true' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build ended with ${String(status)}:\n${stdout}${stderr}`);
  return out;
}

function readOptions(): PagesOptions {
  const { values } = parseArgs({
    options: {
      dist: { type: 'string' },
      runs: { type: 'string', default: '3' },
      throttling: { type: 'string', default: 'simulate' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { dist, help } = values;
  const runs = Number(values.runs);
  const throttling = THROTTLINGS.find((each) => each === values.throttling);
  const missing = dist !== undefined && !existsSync(join(dist, 'index.html'));
  if (help === true || missing || throttling === undefined || !Number.isInteger(runs) || runs < 1) {
    console.log(help === true ? HELP : `Unexpected options, expected these.\n\n${HELP}`);
    process.exit(help === true ? 0 : 2);
  }
  return { dist, runs, throttling };
}
