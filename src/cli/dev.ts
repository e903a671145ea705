import { dev } from 'astro';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit.ts';

const { values } = readArguments({
  help: `Usage: npm run dev [-- --port N]

Serves the site while you write; a change shows at once, drafts too, and a fault
is printed where you started it.

  --port N     default: 4321
  -h, --help   this text

OPSNOTES_CONTENT   the content folder (default: content)`,
  options: { port: { type: 'string', default: '4321' } },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`Unexpected port \`${values.port}\`, expected a number from 0 to 65535.`);
  process.exit(EXIT.usage);
}
process.env['OPSNOTES_COMMAND'] = 'dev';
await dev({ root: process.cwd(), server: { port } });
