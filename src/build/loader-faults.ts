import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fault } from '../content/fault.ts';
import { filesIn } from '../content/files-in.ts';
import { asSentence } from '../content/thrown.ts';

/** Astro's loaders for collections of somebody's own. They only log what they can't read, and a build would go on without it. */
export const LOADERS: ReadonlySet<string> = new Set(['file-loader', 'glob-loader']);

const faults: Fault[] = [];

/** Everything that Astro's loaders couldn't read in this build. */
export function loaderFaults(): readonly Fault[] {
  return faults;
}

/** Turns an error that a loader has logged into a fault. */
export function noteLoaderError(message: string): void {
  const file = message
    .match(/\S+\.\w+/g)
    ?.map(inProject)
    .find((path) => path !== undefined);
  const fault: Fault = {
    file: file ?? resolve('src/content.config.ts'),
    line: lineIn(message) ?? 1,
    code: 'page-render',
    message: asSentence(`Unexpected data of a collection, expected it to load: ${message}`),
  };
  faults.push(fault);
  // `file()` says the reason only to those who debug it, and next.
  debugging._astroGlobalDebug = (_label, reason) => {
    delete debugging._astroGlobalDebug;
    fault.line = lineIn(reason) ?? fault.line;
    fault.hint = reason.split('\n', 1)[0]!;
  };
}

/** Where Astro sends what it logs at the level `debug`. */
const debugging = globalThis as { _astroGlobalDebug?: (label: string, message: string) => void };

/** A path from the project's folder, as in `file()`; or from a folder that isn't named, as in `glob()`. */
function inProject(path: string): string | undefined {
  const name = path.replace(/[.:]$/, '');
  if (existsSync(name)) return resolve(name);
  const found = filesIn('src').find((file) => `/${file}`.endsWith(`/${name}`));
  return found && resolve(join('src', found));
}

/** `… (line 3 column 32)`, `… (3:32)`, `… on line 3` */
function lineIn(message: string): number | undefined {
  const found = /\bline (\d+)|\((\d+):\d+\)/.exec(message);
  return found === null ? undefined : Number(found[1] ?? found[2]);
}
