import { on, once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { skipPages } from '../articles/static-paths.ts';
import { missingConfig } from '../content/config-fault.ts';
import { softwareDigest } from '../content/software-digest.ts';
import { byPlace, type Fault } from '../content/fault.ts';
import type { GoodContent } from '../content/read-content.ts';
import { noteFailuresBy } from '../content/text-failures.ts';
import { projectFault } from '../content/project-fault.ts';
import { textFault } from '../content/text-fault.ts';
import { BuildCache } from './build-cache.ts';
import { isCopyOf } from './compress.ts';
import type { Checked, ContentTask, FilesDone } from './content-thread.ts';
import { mark, MARKER } from './out-folder.ts';
import { ledgerOf, Outputs } from './outputs.ts';
import { holdErrors } from './held-errors.ts';
import { guarded } from './guarded.ts';
import { failedPath } from './astro-log.ts';
import { loaderFaults } from './loader-faults.ts';
import { renderPages, siteRoutes } from './render-pages.ts';
import { routeFault } from './route-fault.ts';
import { replaceSite } from './replace-site.ts';
import { stagingFor } from './staging.ts';

/** The result of a build. */
export interface BuildResult extends Pick<Checked, 'faults' | 'warnings'> {
  /** How many files were unchanged and kept, and how many are new or different; all 0 if there are faults. */
  stayed: number;
  made: number;
  /** How many files are no longer part of the site. */
  removed: number;
}

/** What a build is doing, and how far it is. */
export interface Progress {
  /** `read`: articles read and checked; `pages`: pages rendered so far; `files`: other files of the site. */
  doing: 'read' | 'pages' | 'files';
  count: number;
}

/** Options of a build. */
interface BuildOptions {
  clean?: boolean;
  progress?: (progress: Progress) => void;
}

/**
 * Checks a content folder and builds its site into `out`, skipping files that haven't changed.
 *
 * New files are written to a folder next to `out` and moved into it once they are all there, so neither a fault nor a crash
 * leaves half a site. Astro takes seconds to start, so it starts before the checks have finished. If it turns out that there is
 * nothing to render, it is still starting when this function returns, and ends with the process.
 *
 * @param folder absolute, like `out`, which `outProblem` must have accepted
 * @param options.clean ignores earlier builds
 * @param options.progress is called with what the build is doing
 * @throws whatever Astro throws if the software, not the content, is at fault
 */
export async function buildSite(
  folder: string,
  out: string,
  { clean = false, progress = () => undefined }: BuildOptions = {},
): Promise<BuildResult> {
  // Whatever the shell has set: a build is always for production.
  Object.assign(process.env, {
    OPSNOTES_CONTENT: folder,
    OPSNOTES_COMMAND: 'build',
    NODE_ENV: 'production',
  });
  const staging = await stagingFor(out);
  await mkdir(staging);
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
    const { faults, warnings, stayed, work } = (await next(answers).catch((error: unknown) => {
      throw new Error('while checking the content', { cause: error });
    })) as Checked;
    if (work === undefined) return { faults, warnings, stayed, made: 0, removed: 0 };

    const outputs = new Outputs(work.last, staging);
    skipPages((file, digest) => outputs.has(file, digest));
    progress({ doing: 'read', count: work.content.articles.length });
    hasContent(work.content);
    const files = next(answers) as Promise<FilesDone>;
    const failures = await textFailures(pages, files, work.content);
    if (failures.length > 0) return { faults: failures, warnings, stayed: 0, made: 0, removed: 0 };
    const { digests, sizes } = await files;
    progress({ doing: 'files', count: digests.size });
    for (const [path, digest] of outputs.digests) digests.set(path, digest);
    const { fresh, written, removed } = replaceSite(out, staging, new Set(digests.keys()));
    // The rest has no digest of ours because Astro makes it in every build: somebody's own pages, scripts, `public/`.
    for (const path of fresh) if (path !== MARKER && !digests.has(path)) digests.set(path, '');
    const ledger = ledgerOf(out, digests, sizes);
    new BuildCache(folder, out, softwareDigest()).keepBuild(work.content, work.digest, ledger);
    await ended;
    // A clean build makes all files, even those that come out the same.
    const made = clean ? ledger.size : written.filter((path) => ledger.has(path)).length;
    const gone = new Set(removed);
    const copies = removed.filter((path) => isCopyOf(path, gone)).length;
    return { faults, warnings, stayed: ledger.size - made, made, removed: removed.length - copies };
  } finally {
    await thread.terminate();
    // Astro may still be writing to it.
    await rm(staging, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Waits for the pages and the other files, and returns the faults of all texts that can't be rendered. */
async function textFailures(
  pages: Promise<void>,
  files: Promise<FilesDone>,
  { articles, pages: ownPages }: GoodContent,
): Promise<Fault[]> {
  const texts = [...articles, ...ownPages];
  const faults: Fault[] = [];
  const note = (error: unknown): Fault | undefined => {
    const fault = textFault(error, texts);
    if (fault !== undefined) faults.push(fault);
    return fault;
  };
  noteFailuresBy(note);
  const release = holdErrors();
  // Without all texts, the other files aren't wanted.
  const rendered = pages.then(() => (faults.length > 0 ? undefined : files));
  try {
    await guarded(Promise.race([rendered, files.then(() => rendered)]));
  } catch (error) {
    if (note(error) === undefined) {
      const fault = projectFault(error) ?? routeFault(error, siteRoutes(), failedPath(error));
      if (fault !== undefined) faults.push(fault);
      else if (faults.length === 0 && loaderFaults().length === 0)
        throw new Error('while rendering pages and writing files', { cause: error });
    }
  } finally {
    release(faults.map(({ message }) => message));
  }
  faults.push(...loaderFaults());
  const missing = faults.length > 0 ? missingConfig(process.cwd()) : undefined;
  if (missing !== undefined) return [missing];
  return [...new Map(faults.map((fault) => [`${fault.file}:${fault.line}`, fault])).values()].sort(byPlace);
}

/** The thread's next answer. Answers are queued, because two may arrive at once. */
async function next(answers: AsyncIterator<unknown[]>): Promise<unknown> {
  const { value } = (await answers.next()) as IteratorYieldResult<unknown[]>;
  return value[0];
}
