import { on, once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { skipPages } from '../articles/static-paths.ts';
import { knownTexts } from '../content/known-texts.ts';
import { readBy } from '../content/reading.ts';
import { softwareDigest } from '../content/software-digest.ts';
import type { GoodContent } from '../content/read-content.ts';
import { BuildCache } from './build-cache.ts';
import type { TextsMessage } from './build-texts.ts';
import type { Checked, ContentTask, FilesDone } from './content-thread.ts';
import { ledgerOf, Outputs } from './outputs.ts';
import { replaceSite } from './replace-site.ts';

/** What became of a build. */
export interface BuildResult extends Pick<Checked, 'faults' | 'warnings'> {
  /** How many files stayed as the last build left them, and how many had to be made; 0 where there are faults. */
  stayed: number;
  made: number;
}

/**
 * Checks a content folder and builds its site into `out`; whatever would come out as it lies there already stays.
 *
 * New files are made in a folder beside `out` and put into it when all are there, so that neither a fault nor a crash ever
 * leaves half a site. Astro is started before the checks are through, for it takes seconds to begin: where there is nothing
 * for it to do, it is still at that when this returns, and ends with the process.
 *
 * @param folder absolute, as is `out`
 * @param options.clean takes nothing from an earlier build
 * @throws what Astro throws where the software, not the content, is wrong
 */
export async function buildSite(folder: string, out: string, { clean = false } = {}): Promise<BuildResult> {
  // Whatever the shell says: a build is for readers.
  Object.assign(process.env, {
    OPSNOTES_CONTENT: folder,
    OPSNOTES_COMMAND: 'build',
    NODE_ENV: 'production',
  });
  // Two threads have two heaps: collected a little more often than usual, both take a fifth less memory, and no more time.
  setFlagsFromString('--heap-growing-percent=30');
  await removeRemains(out);
  const staging = await mkdtemp(join(dirname(out), `.${basename(out)}-${process.pid}-`));
  const workerData: ContentTask = { folder, out, staging, clean };
  const thread = new Worker(new URL('./content-thread.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  });
  try {
    const ended = once(thread, 'exit');
    ended.catch(() => undefined);
    const answers = on(thread, 'message') as AsyncIterator<unknown[]>;
    const { promise: content, resolve: hasContent } = Promise.withResolvers<GoodContent>();
    const pages = renderPages(content, staging, thread);
    pages.catch(() => undefined);
    const { faults, warnings, stayed, work } = (await next(answers)) as Checked;
    if (work === undefined) return { faults, warnings, stayed, made: 0 };

    const outputs = new Outputs(work.last, staging);
    skipPages((file, digest) => outputs.has(file, digest));
    hasContent(work.content);
    const [{ digests, stay }] = await Promise.all([next(answers) as Promise<FilesDone>, pages]);
    for (const [path, digest] of outputs.digests) digests.set(path, digest);
    replaceSite(out, staging, new Set(digests.keys()));
    const ledger = ledgerOf(out, digests);
    new BuildCache(folder, out, softwareDigest()).keepBuild(work.content, work.digest, ledger);
    await ended;
    const all = stay + outputs.stay;
    return { faults, warnings, stayed: all, made: ledger.size - all };
  } finally {
    await thread.terminate();
    // Astro may still be writing into it.
    await rm(staging, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Has Astro render what has changed, in this thread, and tells the other one of the texts. */
async function renderPages(content: Promise<GoodContent>, folder: string, thread: Worker): Promise<void> {
  const { build } = await import('astro');
  readBy(() => content);
  const tell = (message: TextsMessage): void => {
    thread.postMessage(message);
  };
  await build({
    root: process.cwd(),
    outDir: folder,
    logLevel: 'warn',
    integrations: [
      whenLoaded(() => {
        tell({ ready: readyTexts() });
      }),
    ],
    // What has been put there is to stay.
    vite: { build: { emptyOutDir: false } },
  });
  tell({ pages: 'rendered' });
}

/** Does something when the collections are filled, before pages are rendered. */
function whenLoaded(act: () => void): AstroIntegration {
  return { name: 'opsnotes-when-loaded', hooks: { 'astro:build:start': act } };
}

function readyTexts(): Map<string, string> {
  return new Map([...knownTexts].flatMap(([file, { html }]) => (html === undefined ? [] : [[file, html]])));
}

/** The thread's next answer; they wait in a queue, for it may give two at once. */
async function next(answers: AsyncIterator<unknown[]>): Promise<unknown> {
  const { value } = (await answers.next()) as IteratorYieldResult<unknown[]>;
  return value[0];
}

/** Removes what builds that were killed have left beside `out`. */
async function removeRemains(out: string): Promise<void> {
  const form = new RegExp(String.raw`^\.${RegExp.escape(basename(out))}-(\d+)-\w{6}$`);
  for (const name of await readdir(dirname(out))) {
    const id = form.exec(name)?.[1];
    if (id !== undefined && !isRunning(Number(id)))
      await rm(join(dirname(out), name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
