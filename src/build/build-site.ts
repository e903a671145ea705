import { on, once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { skipPages } from '../articles/static-paths.ts';
import { softwareDigest } from '../content/software-digest.ts';
import type { GoodContent } from '../content/read-content.ts';
import { BuildCache } from './build-cache.ts';
import type { Checked, ContentTask, FilesDone } from './content-thread.ts';
import { makeParents, mark } from './out-folder.ts';
import { ledgerOf, Outputs } from './outputs.ts';
import { renderPages } from './render-pages.ts';
import { replaceSite } from './replace-site.ts';
import { textFault } from './text-fault.ts';

/** What became of a build. */
export interface BuildResult extends Pick<Checked, 'faults' | 'warnings'> {
  /** How many files stayed as the last build left them, and how many are new or other ones; 0 where there are faults. */
  stayed: number;
  made: number;
}

/** What a build is doing, and how much of it is done. */
export interface Progress {
  /** `read`: articles read and checked; `pages`: pages rendered so far; `files`: other files that the site has. */
  doing: 'read' | 'pages' | 'files';
  count: number;
}

/** How a site is built. */
interface BuildOptions {
  clean?: boolean;
  progress?: (progress: Progress) => void;
}

/**
 * Checks a content folder and builds its site into `out`; whatever would come out as it lies there already stays.
 *
 * New files are made in a folder beside `out` and put into it when all are there, so that neither a fault nor a crash ever
 * leaves half a site. Astro is started before the checks are through, for it takes seconds to begin: where there is nothing
 * for it to do, it is still at that when this returns, and ends with the process.
 *
 * @param folder absolute, as is `out`, of which `outProblem` has found none
 * @param options.clean takes nothing from an earlier build
 * @param options.progress is told what the build is doing
 * @throws what Astro throws where the software, not the content, is wrong
 */
export async function buildSite(
  folder: string,
  out: string,
  { clean = false, progress = () => undefined }: BuildOptions = {},
): Promise<BuildResult> {
  // Whatever the shell says: a build is for readers.
  Object.assign(process.env, {
    OPSNOTES_CONTENT: folder,
    OPSNOTES_COMMAND: 'build',
    NODE_ENV: 'production',
  });
  makeParents(out);
  await removeRemains(out);
  const staging = await mkdtemp(join(dirname(out), `.${basename(out)}-${process.pid}-`));
  mark(staging);
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
    const pages = renderPages({
      content,
      staging,
      clean,
      tell(message) {
        thread.postMessage(message);
      },
      rendered(count) {
        progress({ doing: 'pages', count });
      },
    });
    pages.catch(() => undefined);
    const { faults, warnings, stayed, work } = (await named(
      'checking the content',
      next(answers),
    )) as Checked;
    if (work === undefined) return { faults, warnings, stayed, made: 0 };

    const outputs = new Outputs(work.last, staging);
    skipPages((file, digest) => outputs.has(file, digest));
    progress({ doing: 'read', count: work.content.articles.length });
    hasContent(work.content);
    let done: FilesDone;
    try {
      [done] = await Promise.all([next(answers) as Promise<FilesDone>, pages]);
    } catch (error) {
      const fault = textFault(error, [...work.content.articles, ...work.content.pages]);
      if (fault === undefined) throw new Error('while rendering pages and writing files', { cause: error });
      return { faults: [fault], warnings, stayed: 0, made: 0 };
    }
    const { digests } = done;
    progress({ doing: 'files', count: digests.size });
    for (const [path, digest] of outputs.digests) digests.set(path, digest);
    const written = replaceSite(out, staging, new Set(digests.keys()));
    const ledger = ledgerOf(out, digests);
    new BuildCache(folder, out, softwareDigest()).keepBuild(work.content, work.digest, ledger);
    await ended;
    // A clean build has made them all, whether or not they came out the same.
    const made = clean ? ledger.size : written.filter((path) => ledger.has(path)).length;
    return { faults, warnings, stayed: ledger.size - made, made };
  } finally {
    await thread.terminate();
    // Astro may still be writing into it.
    await rm(staging, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Says of an error what failed. */
async function named<T>(step: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Error(`while ${step}`, { cause: error });
  }
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
