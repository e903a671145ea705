import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { checkFolder } from '../checks/folder.ts';
import type { Fault } from '../checks/fault.ts';
import { withoutFaulty, type GoodContent } from '../loaders/read-content.ts';
import { setReading } from '../loaders/reading.ts';
import { BuildCache, contentDigest, softwareDigest } from './build-cache.ts';
import { setOutputs } from './changed-pages.ts';
import type { FilesDone, FilesTask } from './files-worker.ts';
import { isWhole, ledgerOf, Outputs } from './outputs.ts';
import { replaceSite } from './replace-site.ts';

/** What became of a build. */
export interface BuildResult {
  /** What kept the site from being built; none where it was built. */
  faults: Fault[];
  warnings: Fault[];
  /** How many files stayed as the last build left them, and how many had to be made. */
  stayed: number;
  made: number;
}

/**
 * Checks a content folder and builds its site into `out`; whatever would come out as it lies there already stays.
 *
 * New files are made in a folder beside `out` and put into it when all are there, so that neither a fault nor a crash ever
 * leaves half a site.
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
  const thread = new Worker(new URL('./files-worker.ts', import.meta.url));
  try {
    return await checkAndBuild(folder, out, clean, thread);
  } finally {
    await thread.terminate();
  }
}

async function checkAndBuild(
  folder: string,
  out: string,
  clean: boolean,
  thread: Worker,
): Promise<BuildResult> {
  const files = answerOf(thread);
  const software = await softwareDigest();
  const cache = new BuildCache(folder, out, software);
  if (clean) cache.clear();
  const { content: read, faults, warnings } = await checkFolder(folder, cache.content());
  if (faults.length > 0) return { faults, warnings, stayed: 0, made: 0 };
  const content = withoutFaulty(read);
  const digest = await contentDigest(folder, content);
  const { digest: lastDigest, ...last } = cache.lastBuild(content);
  if (lastDigest === digest && isWhole(last)) return { faults, warnings, stayed: last.ledger.size, made: 0 };

  await removeRemains(out);
  const staging = await mkdtemp(join(dirname(out), `.${basename(out)}-${process.pid}-`));
  try {
    thread.postMessage({ content, last, staging, cache: { folder, out, software } } satisfies FilesTask);
    const pages = new Outputs(last, staging);
    await renderPages(content, pages, staging);
    const { digests, stay } = await files;
    for (const [path, of] of pages.digests) digests.set(path, of);
    replaceSite(out, staging, new Set(digests.keys()));
    const ledger = ledgerOf(out, digests);
    cache.keepBuild(content, digest, ledger);
    const stayed = pages.stay + stay;
    return { faults, warnings, stayed, made: ledger.size - stayed };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Has Astro render what has changed, in this thread. */
async function renderPages(content: GoodContent, outputs: Outputs, folder: string): Promise<void> {
  // Only now, for it takes half a second.
  const { build } = await import('astro');
  setReading(content);
  setOutputs(outputs);
  try {
    await build({
      root: process.cwd(),
      outDir: folder,
      logLevel: 'warn',
      // What has been put there is to stay.
      vite: { build: { emptyOutDir: false } },
    });
  } finally {
    setReading(undefined);
    setOutputs(undefined);
  }
}

/** What the thread answers; nobody may be waiting for it when it fails, so that is no failure of its own. */
function answerOf(thread: Worker): Promise<FilesDone> {
  const answer = new Promise<FilesDone>((resolve, reject) => {
    thread.once('message', resolve).once('error', reject);
    thread.once('exit', (status) => {
      reject(new Error(`The thread that writes files ended with ${status}.`));
    });
  });
  answer.catch(() => undefined);
  return answer;
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
