import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../../src/build/build-cache.ts';
import { machine } from './machine.ts';
import { makeContent } from './make-content.ts';
import { progress, progressDone } from './progress.ts';
import { table } from './table.ts';

const HELP = `Usage: npm run bench:build [-- --articles NUMBERS] [-- --runs N]

Builds sites of so many made-up articles of 600 words and five blocks, and our own: cold,
after one article has changed, and after nothing has. Prints seconds, peak memory,
processor seconds of the build's own process (Pagefind has another), and size.

  --articles NUMBERS   e.g. 100,1000,5000 (default: 1000,5000)
  --runs N             how often each is built; the median counts (default: 1)`;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000,5000' },
    runs: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
});
const numbers = values.articles.split(',').map(Number);
const runs = Number(values.runs);
if (values.help === true || [...numbers, runs].some((number) => !Number.isInteger(number) || number < 1)) {
  console.log(HELP);
  process.exit(values.help === true ? 0 : 2);
}

/** What a build used. */
interface Usage {
  seconds: number;
  /** Peak memory in bytes. */
  memory: number;
  /** CPU seconds of all cores together. */
  processor: number;
}

const CACHE = resolve('node_modules/.cache');
mkdirSync(CACHE, { recursive: true });
const folder = mkdtempSync(join(CACHE, 'bench-build-'));
try {
  const rows = numbers.map(measureMade);
  rows.push(measureOwn());
  progressDone();
  console.log(`${machine()}\n`);
  console.log(
    table(
      [
        'articles',
        ...['cold', 'one changed', 'none changed'],
        'peak memory',
        ...['processor, cold', 'processor, one changed'],
        'files',
        'size',
      ],
      rows,
    ),
  );
} finally {
  rmSync(folder, { recursive: true });
}

function measureMade(articles: number): string[] {
  progress(`${articles} articles: making them`);
  const content = join(folder, String(articles));
  makeContent(content, articles);
  const article = join(content, 'articles', `article-${Math.floor(articles / 2)}.mdx`);
  return measure(String(articles), content, () => {
    appendFileSync(article, '\nOne more line.\n');
  });
}

/** Our own site; it is not changed. */
function measureOwn(): string[] {
  return measure('our own', resolve('content'));
}

function measure(name: string, content: string, change?: () => void): string[] {
  const out = join(folder, `${name.replace(' ', '-')}-out`);
  const say = (what: string): void => {
    progress(`${name} articles: ${what}`);
  };
  const times = (what: string, ...options: string[]): Usage =>
    median(
      Array.from({ length: runs }, () => {
        if (what === 'one changed') change?.();
        say(what);
        return build(content, out, options);
      }),
    );
  const cold = times('cold', '--clean');
  const changed = change && times('one changed');
  const none = times('none changed');
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const size = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
  // Keep the sites until the end: ext4 is slow to reuse space that was freed within minutes.
  if (change !== undefined) rmSync(cacheFolder(content), { recursive: true });
  return [
    name,
    ...[cold, changed, none].map((usage) => (usage === undefined ? '–' : `${usage.seconds.toFixed(1)} s`)),
    `${(Math.max(cold.memory, changed?.memory ?? 0) / 1e9).toFixed(2)} GB`,
    ...[cold, changed].map((usage) => (usage === undefined ? '–' : `${usage.processor.toFixed(1)} s`)),
    String(files.length),
    `${(size / 1e6).toFixed(0)} MB`,
  ];
}

/** Builds the way an author does, in a separate process. */
function build(content: string, out: string, options: readonly string[]): Usage {
  const report = join(folder, 'usage.json');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', resolve('tests/bench/report-usage.ts'), 'src/cli/build.ts', '--out', out, ...options],
    {
      env: { ...process.env, OPSNOTES_CONTENT: content, BENCH_USAGE: report },
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`The build ended with ${String(status)}:\n${stdout}${stderr}`);
  return { seconds, ...(JSON.parse(readFileSync(report, 'utf8')) as Omit<Usage, 'seconds'>) };
}

function median(usages: readonly Usage[]): Usage {
  return usages.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(usages.length / 2)]!;
}
