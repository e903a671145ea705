import { chmod, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'astro';
import { checkFolder } from '../checks/folder.ts';
import type { Fault } from '../checks/fault.ts';
import { withoutFaulty, type GoodContent } from '../loaders/read-content.ts';
import { setReading } from '../loaders/reading.ts';
import { BuildCache, contentDigest, softwareDigest } from './build-cache.ts';
import { setOutputs } from './changed-pages.ts';
import type { FilesDone, FilesTask } from './files-worker.ts';
import { isWhole, ledgerOf, Outputs } from './outputs.ts';

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
 * The build goes into a folder beside `out` and takes its place only when it is whole, so that neither a fault nor a
 * crash nor a reader in between ever finds half a site.
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
  const software = await softwareDigest();
  const cache = new BuildCache(folder, out, software);
  if (clean) cache.clear();
  const checked = await checkFolder(folder, cache.content());
  const { faults, warnings } = checked;
  if (faults.length > 0) return { faults, warnings, stayed: 0, made: 0 };
  const content = withoutFaulty(checked.content);
  const digest = await contentDigest(folder, content);
  const last = cache.lastBuild(content);
  if (last.digest === digest && isWhole(last)) return { faults, warnings, stayed: last.ledger.size, made: 0 };

  await removeRemains(out);
  const fresh = await mkdtemp(join(dirname(out), `.${basename(out)}-${process.pid}-`));
  const task = { content, last: { folder: last.folder, ledger: last.ledger }, folder: fresh };
  const worker = new Worker(new URL('./files-worker.ts', import.meta.url), {
    workerData: { ...task, cache: { folder, out, software } } satisfies FilesTask,
  });
  try {
    const outputs = new Outputs(last, fresh);
    const [files] = await Promise.all([answerOf(worker), renderPages(content, outputs, fresh)]);
    const ledger = ledgerOf(fresh, new Map([...outputs.digests, ...files.digests]));
    // A folder made by `mkdtemp` is its owner's alone; a site is for any web server to read.
    await chmod(fresh, 0o755);
    await replace(out, fresh);
    cache.keepBuild(content, digest, ledger);
    const stayed = outputs.taken + files.taken;
    return { faults, warnings, stayed, made: ledger.size - stayed };
  } finally {
    await worker.terminate();
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Has Astro render what has changed, in this thread. */
async function renderPages(content: GoodContent, outputs: Outputs, folder: string): Promise<void> {
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

function answerOf(worker: Worker): Promise<FilesDone> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (status) => {
      reject(new Error(`The thread that writes files ended with ${status}.`));
    });
  });
}

/** Two renames, for a folder cannot be renamed over one that isn't empty. */
async function replace(out: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`;
  try {
    await rename(out, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await rename(fresh, out);
  await rm(old, { recursive: true, force: true });
}

/** Removes what builds that were killed have left beside `out`. */
async function removeRemains(out: string): Promise<void> {
  const form = new RegExp(String.raw`^\.${RegExp.escape(basename(out))}-(\d+)-\w{6}(?:-old)?$`);
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
