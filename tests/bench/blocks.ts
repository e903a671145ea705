/**
 * `node tests/bench/blocks.ts FOLDER`: parses every fence of every Markdown file in FOLDER, and prints how many blocks, sessions
 * and steps there are, what is rejected (with three examples of each code), what each rule marks, and how long it takes. Without
 * FOLDER it generates one of 1,000 articles; with `--random`, it generates random fences.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { Block, Fence } from '../../src/commands/block.ts';
import { parseBlock } from '../../src/commands/parse-block.ts';
import { commandText, printBlock } from '../unit/commands/print-block.ts';
import type { ProblemCode } from '../../src/commands/problems.ts';
import { anyFence } from '../unit/commands/arbitraries.ts';
import { fencesOf } from './blocks-fences.ts';
import { makeContent } from './make-content.ts';
import { progress, progressDone } from './progress.ts';
import { table } from './table.ts';

const usage = `node tests/bench/blocks.ts [--list CODE] [FOLDER]

       node tests/bench/blocks.ts --random NUMBER

  --list CODE       print place and message of each problem with this code, or of each mark by this rule
  --random NUMBER   instead of a folder, so many fences of text that almost is a session`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'string' }, random: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
const random = Number(values.random ?? 0);
if (values.help || !Number.isInteger(random) || random < 0 || positionals.length > (random > 0 ? 0 : 1)) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

/** A fence and its file. */
type Found = Fence & { file: string };

progress('parsing blocks');
const { fences, files, unread } =
  random > 0
    ? makeUp(random)
    : await (positionals[0] === undefined ? readMade() : readFolder(positionals[0]));
const tally = measure(fences);
progressDone();
report();
process.exitCode = tally.failures.length > 0 ? 1 : 0;

function makeUp(number: number) {
  const made = fc.sample(anyFence, number).map((fence) => ({ ...fence, file: JSON.stringify(fence) }));
  return { fences: made, files: 0, unread: [] };
}

async function readMade() {
  const folder = mkdtempSync(join(tmpdir(), 'opsnotes-blocks-'));
  try {
    makeContent(folder, 1000);
    return await readFolder(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readFolder(root: string) {
  const found: Found[] = [];
  const failed: string[] = [];
  const names = await markdownFiles(root);
  for (const file of names) {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
      for (const fence of fencesOf(text)) found.push({ ...fence, file: relative(root, file) });
    } catch (error) {
      failed.push(`${relative(root, file)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { fences: found, files: names.length, unread: failed };
}

/** The Markdown files in a folder, in order; symbolic links are not followed. */
async function markdownFiles(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.(?:md|mdx|markdown)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    console.error(`Cannot read ${root}: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(2);
  }
}

function measure(all: readonly Found[]) {
  const kinds = new Map<string, number>();
  const problems = new Map<ProblemCode, Examples>();
  const marks = new Map<string, Examples>();
  const failures: string[] = [];
  const listed: string[] = [];
  let [steps, faulty, dangerous, milliseconds] = [0, 0, 0, 0];
  for (const fence of all) {
    const begin = performance.now();
    try {
      const { block, problems: found } = parseBlock(fence);
      milliseconds += performance.now() - begin;
      count(kinds, block.kind);
      for (const { code, line, column, message } of found)
        example(problems, code, `${fence.file}:${line}:${column}  ${message}`, listed);
      if (found.length > 0) faulty++;
      if (block.kind === 'session' || block.kind === 'script') {
        steps += block.steps.length;
        dangerous += block.steps.filter((step) => step.dangers.length > 0).length;
        for (const { rule, line } of block.steps.flatMap((step) => step.dangers)) {
          const text = block.text.split('\n')[line - fence.line] ?? '';
          example(marks, rule, `${fence.file}:${line}  ${text.trim().slice(0, 100)}`, listed);
        }
      }
      const wrong = faultOfResult(block, fence);
      if (wrong !== undefined) failures.push(`${fence.file}:${fence.line}: ${wrong}`);
    } catch (error) {
      failures.push(
        `${fence.file}:${fence.line}: ${error instanceof Error ? String(error.stack) : String(error)}`,
      );
    }
  }
  return { kinds, problems, marks, failures, listed, steps, faulty, dangerous, milliseconds };
}

/** How often something was found, and where first. */
interface Examples {
  count: number;
  places: string[];
}

function example<Key extends string>(
  found: Map<Key, Examples>,
  key: Key,
  place: string,
  listed: string[],
): void {
  const examples = found.get(key) ?? { count: 0, places: [] };
  found.set(key, examples);
  examples.count++;
  if (examples.places.length < 3) examples.places.push(place);
  if (key === values.list) listed.push(place);
}

/** What must hold for every block: it prints back the same, and nothing that is copied would run on paste by itself. */
function faultOfResult(block: Block, fence: Fence): string | undefined {
  if (printBlock(block) !== fence.text) return 'the printed block differs from its text';
  return /[\n\r]$/.test(commandText(block)) ? 'a line end would be copied' : undefined;
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function report(): void {
  for (const line of tally.listed) console.log(line);
  for (const line of unread) console.log(`Not read: ${line}`);
  const perThousand = fences.length > 0 ? (tally.milliseconds / fences.length) * 1000 : 0;
  console.log(`${files - unread.length} files read, ${unread.length} not\n`);
  console.log(
    table(
      ['blocks', 'sessions', 'steps', 'marked', 'refused', 'ms for 1,000'],
      [
        [
          String(fences.length),
          String(tally.kinds.get('session') ?? 0),
          String(tally.steps),
          String(tally.dangerous),
          String(tally.faulty),
          perThousand.toFixed(1),
        ],
      ],
    ),
  );
  console.log(`\nOf these: ${counted(tally.kinds) || 'none'}`);
  reportExamples('Refused', tally.problems);
  reportExamples('Marked', tally.marks);
  for (const line of tally.failures) console.log(line);
  const nothing = 'None threw, and every one prints back byte for byte.';
  console.log(tally.failures.length === 0 ? nothing : `${tally.failures.length} failed.`);
}

/** Each code or rule with its count and three places. */
function reportExamples(title: string, found: ReadonlyMap<string, Examples>): void {
  console.log(`\n${title}: ${found.size === 0 ? 'none' : ''}`);
  for (const [name, { count: number, places }] of [...found].sort(([, a], [, b]) => b.count - a.count)) {
    console.log(`  ${name} ${number}`);
    for (const place of places) console.log(`      ${place.replaceAll('\n', ' ')}`);
  }
}

function counted(counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].sort(([, one], [, other]) => other - one);
  return rows.map(([name, number]) => `${name} ${number}`).join(', ');
}
