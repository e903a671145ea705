import { resolve } from 'node:path';
import { buildSite } from '../integrations/build-site.ts';
import { contentFolder } from '../loaders/content-folder.ts';
import { EXIT, readArguments } from './arguments.ts';
import { printFaults, printWarnings } from './print-faults.ts';

const { values } = readArguments({
  help: `Usage: npm run build [-- --out FOLDER]

Checks the content, then builds the site. Where the content has faults it prints
all of them and builds nothing; an earlier good build stays as it is.

  --out FOLDER   where the site goes (default: dist)
  -h, --help     this text

OPSNOTES_CONTENT   the content folder (default: content)`,
  options: { out: { type: 'string', default: 'dist' } },
});

const { faults, warnings } = await buildSite(contentFolder(), resolve(values.out));
printWarnings(warnings);
if (faults.length > 0) {
  printFaults(faults);
  process.exit(EXIT.faults);
}
