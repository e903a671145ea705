import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { SearchedArticle } from '../../src/search/index/searched-article.ts';
import { indexInput, writeIndex } from '../../src/search/index/write-index.ts';
import { readLines } from './json-lines.ts';
import { machine } from './machine.ts';
import { processorSeconds } from './processor-time.ts';
import { progress, progressDone } from './progress.ts';
import { askAll, type Asked, type Ordinals, type Outcome } from './search-answers.ts';
import { makeArticles, readArticles } from './search-content.ts';
import { readCorpus } from './search-corpus.ts';
import { table } from './table.ts';

const HELP = `Usage: npm run bench:search [-- --corpus FILE --queries FILE] [--json] [--misses KIND]

Indexes articles as a build does, asks queries by the code that the page uses, and prints
for each kind of query how often the first page is a right one (S@1), one of the first
three is (S@3), and the first command is a right one (C@1); bytes and requests before
the first answer; times.

  --corpus FILE     pages as JSON lines, gzipped or not: id, title, summary, commands,
                    perhaps sections
  --content FOLDER  a content folder in place of a corpus
  --articles N      made-up articles and queries in place of both (default: 1000)
  --queries FILE    JSON lines: kind, query, answers (pages), perhaps commands (page#c1)
  --json            one object: kinds.<kind>.s1, .s3, .c1, bytes, requests, indexSeconds
  --misses KIND     also prints the queries of a kind whose first page is a wrong one`;

const options = readOptions();
const cache = resolve('node_modules/.cache');
mkdirSync(cache, { recursive: true });
const folder = await mkdtemp(join(cache, 'bench-search-'));
try {
  await run();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  progress('reading');
  const { articles, asked } = await prepare();
  progress(`indexing ${articles.length} articles`);
  const [processor, wall] = [processorSeconds(), performance.now()];
  const index = join(folder, 'pagefind');
  await writeIndex(indexInput(articles), index);
  const indexWallSeconds = (performance.now() - wall) / 1000;
  // Until the system has counted what Pagefind has used.
  await setTimeout(500);
  const seconds = { indexSeconds: processorSeconds() - processor, indexWallSeconds };
  progress(`asking ${asked.length} queries`);
  const outcomes = await askAll(index, asked, ordinalsOf(articles));
  progressDone();
  const figures = {
    kinds: kindsOf(outcomes),
    bytes: share(0.5, outcomes, ({ bytes }) => bytes),
    requests: share(0.5, outcomes, ({ requests }) => requests),
    ...seconds,
  };
  if (options.json === true) console.log(JSON.stringify(figures));
  else print(articles.length, readdirSync(index, { recursive: true }).length, outcomes, figures);
}

async function prepare(): Promise<{ articles: SearchedArticle[]; asked: Asked[] }> {
  const { corpus, content, queries } = options;
  if (queries === undefined) return makeArticles(Number(options.articles), folder);
  const articles = corpus === undefined ? await readArticles(resolve(content!)) : readCorpus(corpus);
  return { articles, asked: readLines<Asked>(queries) };
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      content: { type: 'string' },
      articles: { type: 'string', default: '1000' },
      queries: { type: 'string' },
      misses: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const sources = [values.corpus, values.content].filter((source) => source !== undefined);
  const missing = [...sources, values.queries].find((file) => file !== undefined && !existsSync(file));
  const isWrong = sources.length > 1 || (sources.length === 1) !== (values.queries !== undefined);
  if (values.help !== true && !isWrong && missing === undefined) return values;
  const fault =
    missing === undefined ? '' : `Unexpected file \`${missing}\`, expected one that is there.\n\n`;
  console[values.help === true ? 'log' : 'error'](fault + HELP);
  process.exit(values.help === true ? 0 : 2);
}

function ordinalsOf(articles: readonly SearchedArticle[]): Ordinals {
  return new Map(
    articles.flatMap(({ path, sections }) => {
      const blocks = sections.flatMap((section) => section.blocks);
      const commands = blocks.filter(({ shown }) => shown.type === 'command');
      return commands.map(({ id }, at): [string, number] => [`${path}#${id}`, at + 1]);
    }),
  );
}

interface Figures {
  s1: number;
  s3: number;
  /** Undefined if no query of the kind says which commands are right. */
  c1: number | undefined;
}

function kindsOf(outcomes: readonly Outcome[]): Record<string, Figures> {
  const kinds = Map.groupBy(outcomes, ({ kind }) => kind);
  return Object.fromEntries(
    [...kinds, ['all', outcomes] as const].map(([kind, of]) => [kind, figuresOf(of)]),
  );
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
  const part = (of: readonly Outcome[], right: (outcome: Outcome) => boolean): number =>
    of.filter(right).length / of.length;
  const withCommands = outcomes.filter(({ commands = [] }) => commands.length > 0);
  return {
    s1: part(outcomes, ({ rank }) => rank === 1),
    s3: part(outcomes, ({ rank }) => rank <= 3),
    c1: withCommands.length === 0 ? undefined : part(withCommands, ({ commandRank }) => commandRank === 1),
  };
}

/** The figure below which a share of the outcomes lies. */
function share(part: number, outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number {
  const sorted = outcomes.map(of).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function print(
  articles: number,
  files: number,
  outcomes: readonly Outcome[],
  {
    kinds,
    indexSeconds,
    indexWallSeconds,
  }: { kinds: Record<string, Figures>; indexSeconds: number; indexWallSeconds: number },
): void {
  for (const { kind, rank, query, answer, answers } of outcomes)
    if (kind === options.misses && rank !== 1) {
      const first = (answer.commandsFirst ? answer.commands : answer.articles)[0]?.article.path;
      console.log(`${query} → ${first ?? '–'}, expected ${answers.join(' or ')}`);
    }
  console.log(`${machine()}\n`);
  console.log(
    `${articles} articles indexed in ${indexWallSeconds.toFixed(1)} s, ${indexSeconds.toFixed(1)} s of a processor; ${files} files\n`,
  );
  const figure = (value: number | undefined): string => value?.toFixed(3) ?? '–';
  const counts = Map.groupBy(outcomes, ({ kind }) => kind);
  const rows = Object.entries(kinds).map(([kind, { s1, s3, c1 }]) => {
    const count = kind === 'all' ? outcomes.length : counts.get(kind)!.length;
    return [kind, String(count), figure(s1), figure(s3), figure(c1)];
  });
  console.log(`${table(['kind', 'queries', 'S@1', 'S@3', 'C@1'], rows)}\n`);
  const spread = (
    name: string,
    of: (outcome: Outcome) => number,
    show: (value: number) => string,
  ): string[] => [name, ...[0.5, 0.95, 1].map((part) => show(share(part, outcomes, of)))];
  const spreads = [
    spread(
      'first answer',
      ({ bytes }) => bytes,
      (bytes) => `${(bytes / 1000).toFixed(1)} kB`,
    ),
    spread('its requests', ({ requests }) => requests, String),
    spread(
      'time, warm',
      ({ milliseconds }) => milliseconds,
      (time) => `${time.toFixed(1)} ms`,
    ),
  ];
  console.log(table(['', 'p50', 'p95', 'most'], spreads));
}
