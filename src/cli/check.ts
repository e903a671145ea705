import { writeFixes } from '../checks/fix.ts';
import { checkFolder } from '../checks/folder.ts';
import { contentFolder } from '../content/content-folder.ts';
import { EXIT, readArguments } from './arguments.ts';
import { printFaults, printWarnings } from './print-faults.ts';

const { values } = readArguments({
  help: `Usage: npm run check:content [-- --fix] [--strict]

Checks the content folder and prints every fault as
path:line  code  Unexpected X, expected Y.

  --fix          write what has only one right form, then check again
  --strict       warnings count as faults
  -h, --help     this text

OPSNOTES_CONTENT   the content folder (default: content)`,
  options: { fix: { type: 'boolean', default: false }, strict: { type: 'boolean', default: false } },
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
