import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { contentFolder } from '../content/content-folder.ts';
import type { Fault } from '../content/fault.ts';
import type { Sandbox } from '../content/schemas/sandbox.ts';
import { noSuchArticle, runnableArticles, type RunnableArticle } from '../run/article.ts';
import { Impossible } from '../run/impossible.ts';
import { interruptible } from '../run/interruptible.ts';
import { recordFile, recordText } from '../run/record.ts';
import { forgetMaterials, lacksRoot } from '../run/sandbox/cache.ts';
import { missingRequirements } from '../run/sandbox/requirements.ts';
import { failedStep, itemLine, outputLines, summary } from '../run/verify-report.ts';
import { secondsSince, verifyArticle } from '../run/verify-article.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';
import { printFaults } from './print-faults.ts';

const help = `Usage: npm run verify -- ARTICLE... [--show] [--fresh] [--root FOLDER]
       npm run verify -- --all [--show] [--fresh]

Runs every step of an article on disposable hosts on this machine, compares the
output with the article, and writes a record next to it for you to commit. The
article's frontmatter describes the hosts under \`sandbox\`.

Each host has its own namespaces and file system, and a network that leads
nowhere else. All are removed in any case. Their root is real, though: this
contains accidents, but is NOT A SECURITY BOUNDARY. Only run what you have read.

It needs Linux, root, /dev/fuse and overlay file systems, and exits with ${EXIT.impossible}
if one of them is missing.

  --all          every article with a sandbox
  --show         print the output of every step
  --fresh        rebuild root file systems and download packages again
  --root FOLDER  use this root file system instead of building one
  -h, --help     show this help

OPSNOTES_CONTENT   the content folder (default: content)
XDG_CACHE_HOME     root file systems and packages are kept in its folder
                   opsnotes (default: ~/.cache)`;

const { values, positionals } = readArguments({
  help,
  options: {
    all: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    root: { type: 'string' },
  },
  positionals: true,
});

const articles = runnableArticles(contentFolder());
const chosen = chosenArticles();
const init = chosen.some(({ recipe }) => recipe.init === 'systemd') ? 'systemd' : 'plain';
const making = values.root === undefined && (values.fresh || chosen.some(({ recipe }) => lacksRoot(recipe)));
const missing = missingRequirements(init, making);
if (missing.length > 0) {
  console.error(
    `This machine can't run disposable hosts; it lacks:\n${missing.map((what) => `  ${what}`).join('\n')}\nNothing was done.`,
  );
  exitWith(EXIT.impossible);
}
console.log('The hosts’ root is real: a sandbox contains accidents, but is not a security boundary.');
if (values.fresh) await Promise.all(chosen.map(({ recipe }) => forgetMaterials(recipe)));

const faults: Fault[] = [];
const stopped = await interruptible(async (signal) => {
  for (const article of chosen) faults.push(...(await verifyOne(article, signal)));
}).catch((error: unknown) => {
  if (!(error instanceof Impossible)) throw error;
  console.error(error.message);
  exitWith(EXIT.impossible);
});
if (stopped) {
  console.error(
    'Stopped. The hosts have been removed, and no record was written for the article that was running.',
  );
  exitWith(EXIT.interrupted);
}
if (faults.length > 0) {
  printFaults(faults);
  exitWith(EXIT.faults);
}

type Chosen = RunnableArticle & { recipe: Sandbox };

function chosenArticles(): Chosen[] {
  const withRecipe = articles.flatMap((article) =>
    article.data.sandbox === undefined ? [] : [{ ...article, recipe: article.data.sandbox }],
  );
  if (values.all && positionals.length === 0) return withRecipe;
  if (values.all || positionals.length === 0) wrongUse('Unexpected arguments, expected articles or --all.');
  return positionals.map((slug) => {
    const article = articles.find((one) => one.slug === slug);
    if (article === undefined) wrongUse(noSuchArticle(slug, articles));
    const chosen = withRecipe.find((one) => one.slug === slug);
    if (chosen === undefined)
      wrongUse(
        `Unexpected article \`${slug}\` without \`sandbox\` in its frontmatter, expected one with it.`,
      );
    return chosen;
  });
}

/** Runs an article and writes its record; returns what failed. */
async function verifyOne(article: Chosen, signal: AbortSignal): Promise<Fault[]> {
  if (article.faults.length > 0) return article.faults;
  const start = performance.now();
  console.log(`\n${article.slug}`);
  const { record, done } = await verifyArticle(article, {
    root: values.root === undefined ? undefined : resolve(values.root),
    signal,
    date: new Date().toISOString().slice(0, 10),
    say: (text) => {
      console.log(`  ${text}`);
    },
    onItem: (verified) => {
      console.log(`  ${itemLine(verified)}`);
      if (values.show) for (const line of outputLines(verified)) console.log(`      ${line}`);
    },
  });
  const file = recordFile(article.file);
  await writeFile(file, recordText(record));
  console.log(`  ${summary(record)}, in ${secondsSince(start)} s: ${relative(process.cwd(), file)}`);
  return failedStep(article.file, done);
}
