import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { contentFolder } from '../content/content-folder.ts';
import { loadSite } from '../content/read-site.ts';
import { serveFolder } from './serve-folder.ts';
import { readArguments } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';

const { values } = readArguments({
  help: `Usage: npm run preview [-- --port N] [-- --out FOLDER]

Serves the built site on this machine, like any web server.

  --port N       default: 4321; 0 picks a free port
  --out FOLDER   the built site (default: dist)
  -h, --help     show this help`,
  options: { port: { type: 'string', default: '4321' }, out: { type: 'string', default: 'dist' } },
});

const port = Number(values.port);
const folder = resolve(values.out);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`Unexpected port \`${values.port}\`, expected a number from 0 to 65535.`);
  exitWith(EXIT.usage);
}
if (!existsSync(folder)) {
  console.error(`Unexpected folder \`${folder}\`, expected a built site: run \`npm run build\` first.`);
  exitWith(EXIT.usage);
}
try {
  const { address } = await serveFolder(folder, {
    port,
    base: new URL(loadSite(contentFolder()).url).pathname,
  });
  console.log(`Serving ${folder} at ${address}\nCtrl-C stops it.`);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken: npm start -- --port 0 picks a free one.`);
  exitWith(EXIT.faults);
}
