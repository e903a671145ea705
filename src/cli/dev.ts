import { dev } from 'astro';
import { readArguments } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';

const { values } = readArguments({
  help: `Usage: npm run dev [-- --port N]

Serves the site while you write. Changes show at once, drafts are included, and
faults are shown on every page and in the terminal.

  --port N     default: 4321
  -h, --help   show this help

OPSNOTES_CONTENT   the content folder (default: content)`,
  options: { port: { type: 'string', default: '4321' } },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`Unexpected port \`${values.port}\`, expected a number from 0 to 65535.`);
  exitWith(EXIT.usage);
}
process.env['OPSNOTES_COMMAND'] = 'dev';
await dev({ root: process.cwd(), server: { port } });
