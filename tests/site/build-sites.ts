import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

/** The sites under test: one content folder each, built with the command that authors use. */
export const CONTENT = {
  small: 'tests/fixtures/sites/small',
  olemskoi: 'tests/fixtures/sites/olemskoi',
  hostile: 'tests/fixtures/sites/hostile',
  own: 'content',
};

export type SiteName = keyof typeof CONTENT;

export const SITES = Object.keys(CONTENT) as SiteName[];

/** The folder that each site is served from, according to its own settings. */
export const BASES: Record<SiteName, string> = {
  small: '/notes/',
  olemskoi: '/',
  hostile: '/deep/folder/',
  own: '/',
};

/** The folder of each built site. */
export type BuiltSites = Record<SiteName, string>;

declare module 'vitest' {
  export interface ProvidedContext {
    sites: BuiltSites;
  }
}

/** What the tests build and unpack; always inside the project. */
export const CACHE = resolve('node_modules/.cache/opsnotes-tests');

/** Shared by all layers of tests, which load this file separately, but in one process. */
const shared = globalThis as { opsnotesSites?: Promise<BuiltSites> };

/** Vitest's global set-up: builds the sites once per run, whichever layers need them. */
export default async function setup(project: TestProject): Promise<void> {
  shared.opsnotesSites ??= buildSites();
  project.provide('sites', await shared.opsnotesSites);
}

async function buildSites(): Promise<BuiltSites> {
  mkdirSync(CACHE, { recursive: true });
  const built: Partial<BuiltSites> = {};
  for (const name of SITES) {
    built[name] = resolve(CACHE, name);
    const { status, printed } = await runBuild(CONTENT[name], built[name]);
    if (status !== 0) throw new Error(`Building ${CONTENT[name]} ended with ${String(status)}:\n${printed}`);
  }
  return built as BuiltSites;
}

/** How a build ended. */
export interface BuildResult {
  /** Null if it was ended by a signal. */
  status: number | null;
  /** All of its output. */
  printed: string;
}

/**
 * Runs the program of `npm run build` on a content folder, in a separate process.
 *
 * @param project the folder of the software
 */
export function runBuild(
  content: string,
  out: string,
  env: NodeJS.ProcessEnv = {},
  options: string[] = [],
  project = process.cwd(),
): Promise<BuildResult> {
  return new Promise((done, fail) => {
    const build = spawn(process.execPath, ['src/cli/build.ts', '--out', out, ...options], {
      cwd: project,
      env: {
        ...process.env,
        // Else our own repository would say when these were last changed.
        GIT_CEILING_DIRECTORIES: resolve('tests/fixtures/sites'),
        OPSNOTES_CONTENT: content,
        NODE_ENV: 'production',
        ...env,
      },
    });
    let printed = '';
    for (const stream of [build.stdout, build.stderr])
      stream.on('data', (text: Buffer) => (printed += text.toString()));
    build.on('error', fail);
    build.on('close', (status) => {
      done({ status, printed });
    });
  });
}
