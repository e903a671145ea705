import { checkFolder } from '../checks/folder.ts';
import { contentFolder } from '../content/content-folder.ts';
import { EXIT, readArguments } from './arguments.ts';
import { printFaults, printWarnings } from './print-faults.ts';

readArguments({
  help: `Usage: npm run check:content

Checks the content folder and prints every fault as
path:line  code  Unexpected X, expected Y.

OPSNOTES_CONTENT   the content folder (default: content)`,
  options: {},
});

const { content, faults, warnings } = checkFolder(contentFolder());
printWarnings(warnings);
if (faults.length > 0) {
  printFaults(faults);
  process.exit(EXIT.faults);
}
console.log(
  `${content.articles.length} articles, ${content.tags.length} tags, ${content.sources.length} sources: no faults.`,
);
