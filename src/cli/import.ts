import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOneOf } from '../content/one-of.ts';
import { counted } from '../content/counted.ts';
import { contentFolder } from '../content/content-folder.ts';
import { RELATIONS } from '../content/schemas/attribution.ts';
import { isSlug } from '../content/schemas/slug.ts';
import { importApart } from '../import/import-apart.ts';
import type { ImportResult } from '../import/import.ts';
import { readInstant } from '../import/instant.ts';
import { refusals, reportFile, summary } from '../import/report.ts';
import { ArticleFolder } from '../import/write/article-folder.ts';
import { IMPORT_FOLDER, Ledger } from '../import/write/ledger.ts';
import { displayPath } from '../content/fault.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { countFaultsApart } from './check-apart.ts';
import { EXIT, exitWith } from './exit.ts';
import { Progress } from './progress.ts';

const help = `Usage: npm run import -- FILE|FOLDER|URL [options]

Turns what you have into content/articles/: one article per entry, with pictures,
tags, dates and old addresses. Code is kept as it is; doubtful code becomes a
plain listing with a marker, which \`npm run check -- --todo\` lists. A second run
changes nothing, and articles that you have edited are left alone.

Reads RSS, Atom, JSON Feed, WordPress exports (Tools > Export), Markdown folders
of Hugo, Jekyll, Astro, Docusaurus and MkDocs, also as .zip or .tar.gz, and
single HTML pages.

  --relation R     the texts are somebody else's: ${RELATIONS.join(', ')}
  --source NAME    the file in content/sources/ for them; if there is none, it is
                   made from what the source says about itself
  --fetch-images   download pictures from other hosts; otherwise they become links
  --tag TAG        add this tag to every article; may be repeated
  --lang LANG      the language of entries that don't say, such as en or pt-BR
  --date DAY       the date of entries without one (default: today)
  --restore        bring back articles that you have deleted since an import
  --dry-run        only say what would be done
  -h, --help       show this help

OPSNOTES_CONTENT   the content folder (default: content)

Exits with 1 if an entry could not be imported, with 75 if it could not be
written.`;

const { values, positionals } = readArguments({
  help,
  options: {
    relation: { type: 'string' },
    source: { type: 'string' },
    'fetch-images': { type: 'boolean', default: false },
    tag: { type: 'string', multiple: true, default: [] },
    lang: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    restore: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  positionals: true,
});

const folder = contentFolder();
const [source] = positionals;
const date = readInstant(values.date);
if (source === undefined || positionals.length > 1)
  wrongUse(`Unexpected ${positionals.length} sources, expected one file, folder or address.`);
if (values.relation !== undefined && !isOneOf(RELATIONS, values.relation))
  wrongUse(`Unexpected relation \`${values.relation}\`, expected one of ${RELATIONS.join(', ')}.`);
if (values.source !== undefined && values.relation === undefined)
  wrongUse(
    `Unexpected --source without --relation, expected how the texts relate to it, such as --relation reprint.`,
  );
if (values.source !== undefined && !isSlug(values.source))
  wrongUse(`Unexpected source \`${values.source}\`, expected lower-case letters, digits and single hyphens.`);
if (date === undefined) wrongUse(`Unexpected date \`${values.date}\`, expected a day such as 2010-05-28.`);

const progress = new Progress();
const stopping = new AbortController();
let stoppedBy: NodeJS.Signals | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
const start = performance.now();
const result = await importApart(
  {
    source,
    folder,
    relation: values.relation,
    sourceSlug: values.source,
    fetchImages: values['fetch-images'],
    dryRun: values['dry-run'],
    language: values.lang,
    tags: values.tag,
    date,
    restore: values.restore,
  },
  {
    onProgress: (done, total, title) => {
      progress.show(done, total, title);
    },
    signal: stopping.signal,
  },
);
progress.end();
if (stoppedBy !== undefined) endStopped(stoppedBy);
if (result === undefined) endFull();
report(result, source);
process.exitCode = result.isDiskAtFault
  ? EXIT.impossible
  : result.notes.some(({ kind }) => kind === 'refused')
    ? EXIT.faults
    : EXIT.ok;

function report(done: ImportResult, name: string): void {
  for (const line of refusals(done.notes)) console.error(line);
  if (done.notes.some(({ kind }) => kind === 'refused')) console.error('');
  console.log(summary(done, name, values['dry-run']));
  console.log(`\nTook ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  if (!values['dry-run'] && done.hasChanged) afterwards(done, name);
}

/** Says where the report is, whether everything builds, and what to do next. */
function afterwards(done: ImportResult, name: string): void {
  const file = join(folder, IMPORT_FOLDER, 'report.md');
  try {
    mkdirSync(join(folder, IMPORT_FOLDER), { recursive: true });
    writeFileSync(file, reportFile(done, name));
    console.log(`Full report: ${displayPath(file)}`);
  } catch (error) {
    console.error(
      `Unexpected end of the report, expected to be able to write it: ${(error as Error).message}.`,
    );
  }
  console.log(whetherItBuilds());
  if (done.notes.some(({ kind }) => kind === 'to do'))
    console.log('To list what is left to do: npm run check -- --todo');
  if (values.relation === undefined && done.articles.new > 0)
    console.log(
      "These texts are assumed to be yours. For somebody else's, use --relation and mind their licence.",
    );
}

function whetherItBuilds(): string {
  progress.say('Checking whether everything builds …');
  const begin = performance.now();
  const faults = countFaultsApart(folder);
  progress.end();
  const took = `(checked in ${((performance.now() - begin) / 1000).toFixed(1)} s)`;
  if (faults === undefined) return 'Could not check here whether everything builds: npm run check:content';
  return faults === 0
    ? `The content has no faults ${took}: npm run dev shows it.`
    : `The content has ${counted(faults, 'fault')} ${took}: npm run check:content lists them.`;
}

function stop(signal: NodeJS.Signals): void {
  stoppedBy = signal;
  stopping.abort();
}

/** The import has ended without a result: its process had no memory left. */
function endFull(): never {
  console.error(
    `${source!}:1  too-much  Unexpected source that fills the memory, expected a smaller one: exports can be made in parts.`,
  );
  console.error('What has been imported is complete.');
  exitWith(EXIT.impossible);
}

/** Deletes unfinished files; those already in place stay, and the next import continues from there. */
function endStopped(signal: NodeJS.Signals): never {
  new ArticleFolder(folder, false).clean();
  new Ledger(folder).end();
  console.error('Stopped. What has been imported is complete; the same command continues from there.');
  exitWith(signal === 'SIGINT' ? EXIT.interrupted : 143);
}
