import { spawnSync } from 'node:child_process';
import { machine } from './machine.ts';
import { table } from './table.ts';

const HELP = `Usage: npm run bench [-- --corpus FILE --queries FILE]

Runs all benches, one after the other, and prints what they find as one table. It takes
about a quarter of an hour. The options are those of bench:search.`;

const search = process.argv.slice(2);
if (search.includes('--help') || search.includes('-h')) {
  console.log(HELP);
  process.exit(0);
}

const BENCHES: [name: string, ...command: string[]][] = [
  ['blocks', 'blocks.ts'],
  ['build', 'build.ts', '--articles', '100,1000,5000'],
  ['search', 'search.ts', ...search],
  ['typing', 'typing.ts'],
  ['pages', 'pages.ts'],
];

const rows = BENCHES.flatMap(([name, file, ...options]) => figuresOf(name, run(file!, options)));
console.log(`${machine()}\n`);
console.log(table(['bench', 'of', 'figures'], rows));

/** Returns what a benchmark prints; its progress goes straight to the terminal. */
function run(file: string, options: readonly string[]): string {
  const { status, stdout } = spawnSync(process.execPath, [`tests/bench/${file}`, ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  if (status !== 0) {
    console.error(`${file} ended with ${String(status)}.\n${stdout}`);
    process.exit(1);
  }
  return stdout;
}

/** The rows of the tables that a benchmark prints: what each is about, and each figure with the header of its column. */
function figuresOf(bench: string, printed: string): string[][] {
  let head: string[] | undefined;
  const found: string[][] = [];
  for (const line of printed.split('\n')) {
    const cells = line.startsWith('| ') ? line.slice(2, -2).split(' | ') : undefined;
    if (cells === undefined || cells[0] === '---') {
      if (cells === undefined) head = undefined;
      continue;
    }
    if (head === undefined) head = cells;
    else found.push([bench, `${head[0]!} ${cells[0]!}`.trim(), withNames(head, cells)]);
  }
  return found;
}

function withNames(head: readonly string[], cells: readonly string[]): string {
  return cells
    .map((cell, at) => [head[at]!, cell.trim()] as const)
    .slice(1)
    .filter(([, cell]) => cell !== '' && cell !== '–')
    .map(([name, cell]) => `${name} ${cell}`)
    .join(' · ');
}
