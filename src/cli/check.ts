import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeFixes } from '../checks/fix.ts';
import { checkFolder } from '../checks/folder.ts';
import { contentFolder } from '../content/content-folder.ts';
import { withoutFaulty } from '../content/read-content.ts';
import { loadSite } from '../content/read-site.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit.ts';
import { printFaults, printWarnings } from './print-faults.ts';

const { values } = readArguments({
  help: `Usage: npm run check:content [-- --fix] [--strict]
       npm run check:content -- --site [--out FOLDER]

Checks the content folder and prints every fault as
path:line  code  Unexpected X, expected Y.

  --fix          write what has only one right form, then check again
  --strict       warnings count as faults
  --site         ask the built site too: links, anchors, HTML, feeds, sitemap and
                 what copy buttons take
  --out FOLDER   the built site (default: dist)
  -h, --help     this text

OPSNOTES_CONTENT   the content folder (default: content)`,
  options: {
    fix: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    site: { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
  },
});

const folder = contentFolder();
if (values.fix) await fix();
const { content, faults, warnings } = await checkFolder(folder);
const counted = values.strict ? [...faults, ...warnings] : faults;
if (!values.strict) printWarnings(warnings);
if (counted.length > 0) {
  printFaults(counted);
  process.exit(EXIT.faults);
}
console.log(
  `${content.articles.length} articles, ${content.tags.length} tags, ${content.sources.length} sources: no faults.`,
);

if (values.site) await askSite();

async function askSite(): Promise<void> {
  const out = resolve(values.out);
  if (!existsSync(join(out, 'index.html'))) {
    console.error(`Unexpected folder \`${out}\`, expected a built site: run \`npm run build\` first.`);
    process.exit(EXIT.usage);
  }
  // Loaded only here: validating HTML takes a library that takes a second to load.
  const { checkSite } = await import('../checks/site.ts');
  const { pages, faults } = await checkSite(out, withoutFaulty(content), loadSite(folder));
  if (faults.length > 0) {
    printFaults(faults);
    process.exit(EXIT.faults);
  }
  console.log(`${pages} pages of ${values.out}: no faults.`);
}

/** One fix may show the next fault in the same line; more rounds than a few would go round in circles. */
async function fix(): Promise<void> {
  let fixed = 0;
  for (let round = 0; round < 10; round++) {
    const { faults, warnings } = await checkFolder(folder);
    const now = writeFixes([...faults, ...warnings]);
    if (now === 0) break;
    fixed += now;
  }
  console.log(`${fixed} ${fixed === 1 ? 'fault' : 'faults'} put right.`);
}
