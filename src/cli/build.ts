import { resolve } from 'node:path';
import { authorFault } from '../build/author-error.ts';
import { buildSite, type BuildResult } from '../build/build-site.ts';
import { outProblem } from '../build/out-folder.ts';
import { contentFolder } from '../content/content-folder.ts';
import { EXIT, readArguments } from './arguments.ts';
import { printFaults, printWarnings } from './print-faults.ts';

const { values } = readArguments({
  help: `Usage: npm run build [-- --out FOLDER] [--clean]

Checks the content, then builds the site. Where the content has faults it prints
all of them and builds nothing; an earlier good build stays as it is. Only what
has changed since that build is made anew.

  --out FOLDER   where the site goes (default: dist): a folder that is missing,
                 empty, or made by an earlier build
  --clean        make everything anew
  -h, --help     this text

OPSNOTES_CONTENT   the content folder (default: content)`,
  options: { out: { type: 'string', default: 'dist' }, clean: { type: 'boolean', default: false } },
});

const folder = contentFolder();
const out = resolve(values.out);
const problem = outProblem(out, folder, process.cwd());
if (problem !== undefined) {
  console.error(`Unexpected folder \`${out}\`, expected one that is empty or that a build has made: it ${problem}.`);
  process.exit(EXIT.usage);
}
const start = performance.now();
const { faults, warnings, stayed, made } = await buildSite(folder, out, values).catch(asFault);
printWarnings(warnings);
if (faults.length > 0) {
  printFaults(faults);
  process.exit(EXIT.faults);
}
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(
  made === 0
    ? `${values.out} is as it should be: ${stayed} files, nothing has changed (${seconds} s).`
    : `Built ${values.out} in ${seconds} s: ${made} files made, ${stayed} as they were.`,
);
// Astro may have been started for nothing.
process.exit(EXIT.ok);

/** What an author's own component does is told as a fault; anything else is ours. */
function asFault(error: unknown): BuildResult {
  const fault = authorFault(error, folder);
  if (fault === undefined) throw error;
  return { faults: [fault], warnings: [], stayed: 0, made: 0 };
}
