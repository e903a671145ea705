import { resolve } from 'node:path';
import { BuildCache } from '../build/build-cache.ts';
import { takeTurn } from '../build/one-at-a-time.ts';
import { outProblem } from '../build/out-folder.ts';
import { contentFolder } from '../content/content-folder.ts';
import { buildProgress } from './build-progress.ts';
import { keepCompiledCode } from './compiled-code.ts';
import { readArguments } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';
import { printFaults, printWarnings } from './print-faults.ts';
import { withoutTelemetry } from './without-telemetry.ts';

const { values } = readArguments({
  help: `Usage: npm run build [-- --out FOLDER] [--clean] [--compress] [--headers FOLDER]

Checks the content, then builds the site. If the content has faults, it prints
all of them and builds nothing, and an earlier good build stays as it is.
Unchanged files are skipped.

  --out FOLDER   where the site goes (default: dist): a folder that is missing,
                 empty, or made by an earlier build
  --clean        build everything again
  --headers FOLDER
                 write the files of deploy/ there, with this site's complete security
                 policy; always deploy them together with the site
  --compress     add .gz and .br copies of text files, for servers that can
                 send them
  -h, --help     show this help

OPSNOTES_CONTENT   the content folder (default: content)`,
  options: {
    out: { type: 'string', default: 'dist' },
    clean: { type: 'boolean', default: false },
    compress: { type: 'boolean', default: false },
    headers: { type: 'string' },
  },
});

const folder = contentFolder();
const out = resolve(values.out);
const problem = outProblem(out, folder, process.cwd(), new BuildCache(folder, out, '').hasBuilt());
if (problem !== undefined) {
  console.error(
    `Unexpected folder \`${out}\`, expected one that is empty or made by a build: it ${problem}.`,
  );
  exitWith(EXIT.usage);
}
keepCompiledCode();
withoutTelemetry();
// What takes a while to load is loaded only now, so that its compiled code is kept too.
const { buildSite } = await import('../build/build-site.ts');
let waited = false;
await takeTurn(process.cwd(), () => {
  if (!waited) console.log('Waiting for another build in this folder to end.');
  waited = true;
});
const start = performance.now();
const { progress, end } = buildProgress(process.stdout);
const { faults, warnings, stayed, made, removed } = await buildSite(folder, out, {
  clean: values.clean,
  progress,
}).catch(withoutIndex);
end();
printWarnings(warnings);
if (faults.length > 0) {
  printFaults(faults);
  exitWith(EXIT.faults);
}
const seconds = ((performance.now() - start) / 1000).toFixed(1);
const gone = removed === 0 ? '' : `, ${removed} removed`;
console.log(
  made === 0 && removed === 0
    ? `${values.out} is up to date: ${stayed} files unchanged (${seconds} s).`
    : `Built ${values.out} in ${seconds} s: ${made} files written, ${stayed} unchanged${gone}.`,
);
if (values.compress) {
  const { compressSite } = await import('../build/compress.ts');
  console.log(`${compressSite(out).toLocaleString('en')} compressed copies next to the files.`);
}
if (values.headers !== undefined) {
  const { writeHeaderFiles } = await import('../build/header-files.ts');
  writeHeaderFiles(out, resolve(values.headers));
  console.log(`The header files are in ${values.headers}.`);
}
// If there is nothing to render, Astro may still be starting.
if (made === 0) exitWith(EXIT.ok);
// Ending by itself is cheaper, unless an integration or a component keeps something open.
setTimeout(() => exitWith(EXIT.ok), 2000).unref();

/** A missing search index is not our error: Pagefind was killed, or isn't available for this machine. */
function withoutIndex(error: Error): never {
  if (!error.message.startsWith('Unexpected end of Pagefind')) throw error;
  console.error(`${error.message}\nThe site stays as it was.`);
  exitWith(EXIT.faults);
}
