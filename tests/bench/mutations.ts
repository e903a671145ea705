/**
 * `npm run bench:mutations`: adds one fault at a time to a copy of a valid site, for many kinds of faults, and counts which are
 * reported at the right file and line, which elsewhere, which not at all, and which end in a stack trace.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFolder } from '../../src/checks/folder.ts';
import { checkSite } from '../../src/checks/site.ts';
import type { Fault } from '../../src/content/fault.ts';
import { loadSite } from '../../src/content/read-site.ts';
import type { Kind, Place } from './mutations/kind.ts';
import { KINDS } from './mutations/kinds.ts';
import { SITE_KINDS } from './mutations/site-kinds.ts';
import { progress, progressDone } from './progress.ts';
import { table } from './table.ts';

const USAGE = `Usage: npm run bench:mutations [-- --list] [-- --only TEXT]

Plants one fault at a time into a copy of tests/fixtures/sites/sound and counts what is
told at the right file and line. Exits with 1 where one is not.

  --list        print each kind and what is told of it
  --only TEXT   only kinds whose family and name have this text
  -h, --help    this text`;

const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const SOUND = 'tests/fixtures/sites/sound';
const OUTCOMES = ['right', 'right and more', 'wrong place', 'not told', 'stack trace'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Print at most this many lines of what is reported for one kind. */
const MOST = 8;

interface Result {
  kind: Kind;
  outcome: Outcome;
  told: string[];
}

const kinds = KINDS.filter(({ family, name }) => `${family}: ${name}`.includes(values.only));
const results: Result[] = [];
const sites = SITE_KINDS.filter(({ name }) => `site: ${name}`.includes(values.only));

for (const kind of kinds) {
  progress(`${results.length + 1} of ${kinds.length}: ${kind.family}, ${kind.name}`);
  results.push(await tryOut(kind));
}
await tryOutSites();
progressDone();
for (const { kind, outcome, told } of results)
  if (values.list || outcome !== 'right')
    console.log(
      [`${outcome.toUpperCase()}  ${kind.family}: ${kind.name}`, ...told.slice(0, MOST)].join('\n    '),
    );
console.log(table(['family', 'kinds', ...OUTCOMES], rows()));
process.exit(results.every(({ outcome }) => outcome === 'right') ? 0 : 1);

/** Builds the site once, and adds each kind of fault to a copy of it. */
async function tryOutSites(): Promise<void> {
  if (sites.length === 0) return;
  progress('Building the site');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'opsnotes-mutation-')));
  const built = join(folder, 'built');
  const env = { ...process.env, OPSNOTES_CONTENT: resolve(SOUND) };
  const build = spawnSync(process.execPath, ['src/cli/build.ts', '--out', built], { env, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(build.stderr);
  const { content } = await checkFolder(resolve(SOUND));
  const settings = loadSite(resolve(SOUND));
  for (const { name, plant, at } of sites) {
    progress(`${results.length + 1}: site, ${name}`);
    const site = join(folder, 'site');
    cpSync(built, site, { recursive: true });
    plant(site);
    const kind: Kind = { family: 'built site', name, plant: () => [] };
    const places = [join(resolve(SOUND), at.file), join(site, at.file)];
    try {
      const { faults } = await checkSite(site, content, settings);
      const isRight = faults.some(({ file, line }) => places.includes(file) && (at.line ?? line) === line);
      const outcome = faults.length === 0 ? 'not told' : isRight ? 'right' : 'wrong place';
      results.push({ kind, outcome, told: faults.map((fault) => inShort(fault, site)) });
    } catch (error) {
      results.push({ kind, outcome: 'stack trace', told: [String((error as Error).stack)] });
    }
    rmSync(site, { recursive: true });
  }
  rmSync(folder, { recursive: true });
}

async function tryOut(kind: Kind): Promise<Result> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'opsnotes-mutation-')));
  try {
    cpSync(SOUND, folder, { recursive: true });
    const places = kind.plant(folder);
    const { faults, warnings } = await checkFolder(folder);
    const told = [...faults, ...warnings];
    return {
      kind,
      outcome: outcomeOf(told, places, folder),
      told: told.map((fault) => inShort(fault, folder)),
    };
  } catch (error) {
    return { kind, outcome: 'stack trace', told: [String((error as Error).stack)] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcomeOf(told: readonly Fault[], places: readonly Place[], folder: string): Outcome {
  if (told.length === 0) return 'not told';
  const isPlace = (fault: Fault): boolean =>
    places.some(({ file, line }) => join(folder, file) === fault.file && line === fault.line);
  if (!told.some(isPlace)) return 'wrong place';
  return told.every(isPlace) ? 'right' : 'right and more';
}

function inShort({ file, line, code, message }: Fault, folder: string): string {
  return `${relative(folder, file)}:${line}  ${code}  ${message}`;
}

function rows(): string[][] {
  const families = [...new Set(results.map(({ kind }) => kind.family))];
  const row = (name: string, of: readonly Result[]): string[] => [
    name,
    String(of.length),
    ...OUTCOMES.map((outcome) => String(of.filter((result) => result.outcome === outcome).length)),
  ];
  return [
    ...families.map((name) =>
      row(
        name,
        results.filter(({ kind }) => kind.family === name),
      ),
    ),
    row('all', results),
  ];
}
