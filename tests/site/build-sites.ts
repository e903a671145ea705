import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

/** The sites that the tests ask: a content folder each, built by the command that authors use. */
const CONTENT = {
  small: 'tests/fixtures/sites/small',
  olemskoi: 'tests/fixtures/sites/olemskoi',
  hostile: 'tests/fixtures/sites/hostile',
  own: 'content',
};

export type SiteName = keyof typeof CONTENT;

/** Where each built site lies. */
export type BuiltSites = Record<SiteName, string>;

declare module 'vitest' {
  export interface ProvidedContext {
    sites: BuiltSites;
  }
}

let building: Promise<BuiltSites> | undefined;

/** Vitest's global set-up: builds the sites once a run, whichever layers of tests ask for them. */
export default async function setup(project: TestProject): Promise<void> {
  building ??= buildSites();
  project.provide('sites', await building);
}

async function buildSites(): Promise<BuiltSites> {
  const folder = resolve('node_modules/.cache/opsnotes-tests');
  mkdirSync(folder, { recursive: true });
  const built: Partial<BuiltSites> = {};
  for (const [name, content] of Object.entries(CONTENT) as [SiteName, string][]) {
    built[name] = resolve(folder, name);
    await runBuild(content, built[name]);
  }
  return built as BuiltSites;
}

/** Runs `npm run build`'s own program and fails with all that it printed. */
function runBuild(content: string, out: string): Promise<void> {
  return new Promise((done, fail) => {
    const build = spawn(process.execPath, ['src/cli/build.ts', '--out', out], {
      env: { ...process.env, OPSNOTES_CONTENT: content, NODE_ENV: 'production' },
    });
    let printed = '';
    for (const stream of [build.stdout, build.stderr])
      stream.on('data', (text: Buffer) => (printed += text.toString()));
    build.on('error', fail);
    build.on('close', (status) => {
      if (status === 0) done();
      else fail(new Error(`Building ${content} ended with ${String(status)}:\n${printed}`));
    });
  });
}
