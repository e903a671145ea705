import { statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { projectFault } from '../content/project-fault.ts';
import { EXIT, exitWith } from './exit.ts';
import { printFaults } from './print-faults.ts';
import { reportUnexpected } from './unexpected.ts';

// The process in which `npm run dev` serves: `dev-server.ts PORT IS-AGAIN`. It ends with `EXIT.again` to be started again.
const [port, isAgain] = process.argv.slice(2);
const root = process.cwd();

/** When each of the project's modules was changed that run in this process: the configuration, plug-ins, what they import. */
const modules = new Map<string, number | undefined>();
registerHooks({
  load(url, context, next) {
    const file = url.startsWith('file:') ? fileURLToPath(url) : '';
    if (file.startsWith(root + sep) && !file.includes(`${sep}node_modules${sep}`))
      modules.set(file, changedAt(file));
    return next(url, context);
  },
});

process.on('disconnect', () => exitWith(EXIT.ok));
try {
  const { dev } = await import('astro');
  const { address } = await dev({ root, server: { port: Number(port) }, integrations: [inNewProcess()] });
  process.send?.(address.port);
  // Nothing has been watching them until now.
  if (hasChanged()) again();
} catch (error) {
  const fault = projectFault(error);
  if (fault === undefined) reportUnexpected(error);
  printFaults([fault]);
  if (isAgain !== 'true') exitWith(EXIT.faults);
  console.error('The server starts again when that is mended.');
  setInterval(() => {
    if (hasChanged()) again();
  }, 300);
}

/** Starts a new process where Astro or Vite would start the server again in this one. */
function inNewProcess(): AstroIntegration {
  let isServing = false;
  return {
    name: 'opsnotes-in-new-process',
    hooks: {
      'astro:config:setup': ({ isRestart, addWatchFile }) => {
        if (isRestart) again();
        for (const file of modules.keys()) addWatchFile(file);
      },
      // After a change to `.env`, Vite starts it without asking Astro.
      'astro:server:setup': () => {
        if (isServing) again();
        isServing = true;
      },
    },
  };
}

function again(): never {
  return exitWith(EXIT.again);
}

function hasChanged(): boolean {
  return [...modules].some(([file, changed]) => changedAt(file) !== changed);
}

function changedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
