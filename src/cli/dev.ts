import { fork } from 'node:child_process';
import { constants } from 'node:os';
import { readArguments } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';
import { withoutTelemetry } from './without-telemetry.ts';

const { values } = readArguments({
  help: `Usage: npm run dev [-- --port N]

Serves the site while you write. Changes show at once, drafts are included, and
faults are shown on every page and in the terminal. After a change to
astro.config.mjs, site.yaml, a plug-in or an integration, it starts again by
itself.

  --port N     default: 4321
  -h, --help   show this help

OPSNOTES_CONTENT   the content folder (default: content)`,
  options: { port: { type: 'string', default: '4321' } },
});

let port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`Unexpected port \`${values.port}\`, expected a number from 0 to 65535.`);
  exitWith(EXIT.usage);
}
process.env['OPSNOTES_COMMAND'] = 'dev';
withoutTelemetry();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
start();

/**
 * Runs the server in a process of its own, and again when it asks for it. Astro can start its server again within a process, but
 * then it keeps the modules of plug-ins, no longer sees changes of collections, and may hang.
 */
function start(isAgain = false): void {
  const server = fork(new URL('./dev-server.ts', import.meta.url), [String(port), String(isAgain)]);
  server.on('message', (used) => (port = Number(used)));
  let stopped: NodeJS.Signals | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    stopped = signal;
    server.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  server.on('exit', (status, signal) => {
    for (const one of SIGNALS) process.off(one, stop);
    const by = stopped ?? signal;
    // The signal may come while the server ends to be started again.
    if (status === EXIT.again && stopped === undefined) start(true);
    else exitWith(by === null ? status! : 128 + constants.signals[by]);
  });
}
