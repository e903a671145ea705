import { existsSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { missingConfig } from '../content/config-fault.ts';
import { contentFolder } from '../content/content-folder.ts';
import { projectFault } from '../content/project-fault.ts';
import { readSite } from '../content/read-site.ts';
import { EXIT, exitWith } from './exit.ts';
import { printFaults } from './print-faults.ts';
import { reportUnexpected } from './unexpected.ts';

// The process in which `npm run dev` serves: `dev-server.ts PORT IS-AGAIN`. It ends with `EXIT.again` to be started again.
const [port, isAgain] = process.argv.slice(2);
const root = process.cwd();

const config = join(root, 'astro.config.mjs');

/** The site's settings, which the configuration reads, and when they were changed. */
const settings = join(contentFolder(), 'site.yaml');
const settingsChanged = changedAt(settings);

/**
 * When each of the project's modules was changed that run in this process: the configuration, plug-ins, what they import. Undefined
 * for those that are missing.
 */
const modules = new Map([[config, changedAt(config)]]);
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      // It may be there later.
      const url = /^\.\.?\//.test(specifier) ? URL.parse(specifier, context.parentURL) : null;
      if (url !== null) note(url.href);
      throw error;
    }
  },
  load(url, context, next) {
    note(url);
    return next(url, context);
  },
});

process.on('disconnect', () => exitWith(EXIT.ok));
try {
  const { dev } = await import('astro');
  const { address } = await dev({
    root,
    server: { port: Number(port) },
    integrations: [inNewProcess()],
    logger: { entrypoint: fileURLToPath(new URL('./dev-log.ts', import.meta.url)) },
  });
  process.send?.(address.port);
  // Nothing has been watching them until now.
  if (haveModulesChanged() || (haveSettingsChanged() && areSettingsGood())) again();
} catch (error) {
  const fault = missingConfig(root) ?? projectFault(error);
  if (fault === undefined) reportUnexpected(error);
  printFaults([fault]);
  if (isAgain !== 'true') exitWith(EXIT.faults);
  console.error('The server starts again when that is mended.');
  setInterval(() => {
    if (haveModulesChanged() || haveSettingsChanged()) again();
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
      'astro:server:setup': ({ server }) => {
        if (isServing) again();
        isServing = true;
        server.watcher.on('all', (_event, path) => {
          if (isNowThere(path) || (path === settings && areSettingsGood())) again();
        });
      },
    },
  };
}

function again(): never {
  return exitWith(EXIT.again);
}

function note(url: string): void {
  const file = url.startsWith('file:') ? fileURLToPath(url) : '';
  if (file.startsWith(root + sep) && !file.includes(`${sep}node_modules${sep}`))
    modules.set(file, changedAt(file));
}

/** Whether the configuration has imported a file that only exists now. */
function isNowThere(file: string): boolean {
  return modules.has(file) && modules.get(file) === undefined && existsSync(file);
}

/** While they aren't, the pages show their faults. */
function areSettingsGood(): boolean {
  return readSite(contentFolder()).data !== undefined;
}

function haveModulesChanged(): boolean {
  return [...modules].some(([file, changed]) => changedAt(file) !== changed);
}

function haveSettingsChanged(): boolean {
  return changedAt(settings) !== settingsChanged;
}

function changedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
