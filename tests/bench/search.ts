import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { SEARCH_INDEX } from '../../src/articles/paths.ts';
import { fromFolder } from '../../src/search/read-folder.ts';
import { Search, type Answer } from '../../src/search/search.ts';
import { readContent } from '../../src/content/read-content.ts';
import { machine } from './machine.ts';
import { makeContent } from './make-content.ts';
import { progress, progressDone } from './progress.ts';
import { readCorpus, readLines, writeCorpusContent } from './corpus.ts';

const HELP = `Usage: npm run bench:search [-- --corpus FILE --queries FILE] [--misses KIND]

Makes a content folder of a corpus, builds it with this software, asks every query of
the built site by the code that the page uses, and prints how often the first page is a
right one (S@1), one of the first five is (S@5), the mean reciprocal rank, bytes and times.
Without a corpus it makes up 1,000 articles, and asks for what stands in one of them only.

  --corpus FILE    pages as JSON lines, gzipped or not: id, title, summary, commands
  --queries FILE   JSON lines: kind, query, answers (ids of pages)
  --misses KIND    also prints the queries of a kind whose first page is a wrong one`;

interface Asked {
  kind: string;
  query: string;
  answers: string[];
}

/** What one query gave. */
interface Outcome extends Asked {
  /** The place of the first right page, from 1; Infinity where it isn't found. */
  rank: number;
  first: string | undefined;
  /** Bytes of the index, as sent: for a reader who begins with this query, and for one who has asked others. */
  coldBytes: number;
  warmBytes: number;
  /** Milliseconds for one who has asked it before, as when a key is taken back. */
  milliseconds: number;
}

const { corpus, queries, misses } = readOptions();
const folder = await mkdtemp(join(resolve('node_modules/.cache'), 'bench-search-'));
try {
  console.log(`${machine()}\n`);
  progress('making the content');
  const { slugs, asked } = await prepare(join(folder, 'content'));
  progress(`building ${slugs.size} pages`);
  const seconds = build(join(folder, 'content'), join(folder, 'dist'));
  const index = join(folder, 'dist', SEARCH_INDEX);
  progress(`asking ${asked.length} queries`);
  const outcomes = await ask(asked, index, slugs);
  progressDone();
  console.log(
    `${slugs.size} pages built in ${seconds.toFixed(1)} s; index ${kilobytes(folderSize(index))}\n`,
  );
  print(outcomes, scriptBytes(join(folder, 'dist')));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The content and what is to be asked of it: of files, or made up. */
async function prepare(content: string): Promise<{ slugs: Map<string, string>; asked: Asked[] }> {
  if (corpus !== undefined && queries !== undefined) {
    const slugs = await writeCorpusContent(readCorpus(corpus), content);
    return { slugs, asked: readLines<Asked>(queries) };
  }
  makeContent(content, 1000);
  const articles = readContent(content).articles;
  const asked = articles.flatMap(({ slug, data, outline }, at): Asked[] => {
    const command = outline?.blocks[at % 4]?.steps[0]?.step.command;
    if (at % 5 !== 0 || command === undefined || data === undefined) return [];
    return [
      { kind: 'start of a command', query: command.slice(0, -2), answers: [slug] },
      { kind: 'path', query: /\/srv\/\S+/.exec(command)![0], answers: [slug] },
      { kind: 'title', query: data.title, answers: [slug] },
    ];
  });
  return { slugs: new Map(articles.map(({ slug }) => [slug, slug])), asked };
}

function readOptions(): Record<'corpus' | 'queries' | 'misses', string | undefined> {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      queries: { type: 'string' },
      misses: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { corpus, queries, misses } = values;
  const missing = [corpus, queries].find((file) => file !== undefined && !existsSync(file));
  const half = (corpus === undefined) !== (queries === undefined);
  if (values.help === true || half || missing !== undefined) {
    console.log(
      missing === undefined ? HELP : `Unexpected file \`${missing}\`, expected one that is there.\n\n${HELP}`,
    );
    process.exit(values.help === true ? 0 : 2);
  }
  return { corpus, queries, misses };
}

function build(content: string, out: string): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--out', out], {
    env: { ...process.env, OPSNOTES_CONTENT: content, CI: 'true', NODE_OPTIONS: '--max-old-space-size=8192' },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`The build ended with ${String(status)}:\n${stdout}${stderr}`);
  return (performance.now() - start) / 1000;
}

async function ask(
  asked: readonly Asked[],
  index: string,
  slugs: ReadonlyMap<string, string>,
): Promise<Outcome[]> {
  let bytes = 0;
  const read = fromFolder(index);
  const counted = async (name: string): Promise<string> => {
    bytes += statSync(join(index, `${name}.bin`)).size;
    return read(name);
  };
  const warm = new Search(counted);
  const outcomes: Outcome[] = [];
  for (const each of asked) {
    bytes = 0;
    await new Search(counted).find(each.query);
    const coldBytes = bytes;
    bytes = 0;
    await warm.find(each.query);
    const warmBytes = bytes;
    const start = performance.now();
    const answer = await warm.find(each.query);
    const milliseconds = performance.now() - start;
    const found = pagesOf(answer, slugs);
    const rank = found.findIndex((page) => each.answers.includes(page)) + 1 || Infinity;
    outcomes.push({ ...each, rank, first: found[0], coldBytes, warmBytes, milliseconds });
    if (misses === each.kind && rank !== 1)
      console.log(`  ${each.query} → ${found[0] ?? '–'}, expected ${each.answers.join(' or ')}`);
  }
  return outcomes;
}

/** The pages of an answer in the order in which the results page shows them. */
function pagesOf(
  { commandsFirst, commands, articles }: Answer,
  slugs: ReadonlyMap<string, string>,
): string[] {
  const groups = commandsFirst ? [commands, articles] : [articles, commands];
  const paths = groups.flat().map(({ article }) => article.path.split('/').at(-2)!);
  return [...new Set(paths)].map((slug) => slugs.get(slug) ?? slug);
}

function print(outcomes: readonly Outcome[], script: number): void {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
  console.log('| kind | queries | S@1 | S@5 | MRR |\n| --- | --- | --- | --- | --- |');
  for (const kind of kinds)
    console.log(
      row(
        kind,
        outcomes.filter((outcome) => outcome.kind === kind),
      ),
    );
  console.log(row('all', outcomes));
  console.log(`\n| | p50 | p95 | most |\n| --- | --- | --- | --- |`);
  console.log(
    spread(
      'first answer, index',
      outcomes.map(({ coldBytes }) => coldBytes),
      kilobytes,
    ),
  );
  console.log(
    spread(
      'first answer, index and script',
      outcomes.map(({ coldBytes }) => coldBytes + script),
      kilobytes,
    ),
  );
  console.log(
    spread(
      'a further query',
      outcomes.map(({ warmBytes }) => warmBytes),
      kilobytes,
    ),
  );
  console.log(
    spread(
      'time, warm',
      outcomes.map(({ milliseconds }) => milliseconds),
      (ms) => `${ms.toFixed(1)} ms`,
    ),
  );
}

function row(kind: string, outcomes: readonly Outcome[]): string {
  const share = (most: number): string =>
    (outcomes.filter(({ rank }) => rank <= most).length / outcomes.length).toFixed(3);
  const reciprocal = outcomes.reduce((sum, { rank }) => sum + 1 / rank, 0) / outcomes.length;
  return `| ${kind} | ${outcomes.length} | ${share(1)} | ${share(5)} | ${reciprocal.toFixed(3)} |`;
}

function spread(name: string, values: readonly number[], show: (value: number) => string): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string =>
    show(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!);
  return `| ${name} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function folderSize(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

/** Every script file of the site, as Brotli sends it: more than the search alone, so that nothing is left out. */
function scriptBytes(dist: string): number {
  const folder = join(dist, '_astro');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : [];
  return files.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0);
}
