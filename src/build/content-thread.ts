import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Fault } from '../content/fault.ts';
import { checkFolder } from '../checks/folder.ts';
import { digestOf } from '../articles/digest.ts';
import { withoutFaulty, type GoodContent } from '../content/read-content.ts';
import { setReading } from '../content/reading.ts';
import { BuildCache, softwareDigest } from './build-cache.ts';
import { isWhole, Outputs, type BuiltSite } from './outputs.ts';

/** What the thread is given: absolute paths. */
export interface ContentTask {
  /** The content folder, and where its site lies. */
  folder: string;
  out: string;
  /** Where new files go. */
  staging: string;
  /** Whether nothing of an earlier build counts. */
  clean: boolean;
}

/** What it finds. */
export interface Checked {
  faults: Fault[];
  warnings: Fault[];
  /** What is to be built; undefined where there are faults, or the site is as it should be. */
  work?: Work;
  /** How many files a site has that is as it should be. */
  stayed: number;
}

/** What is to be built. */
interface Work {
  content: GoodContent;
  last: BuiltSite;
  /** What the cache has to know of it when it is there. */
  software: string;
  digest: string;
}

/** What it answers when all files are there that are no pages. */
export interface FilesDone {
  digests: Map<string, string>;
  /** How many files of the last build stay. */
  stay: number;
}

/**
 * Reads and checks the content, and writes what is no page, while the other thread starts Astro and has it render pages: on
 * two cores a build takes little more than half of the time.
 */
async function run({ folder, out, staging, clean }: ContentTask): Promise<void> {
  // Begun now, for it takes a while; it may fail for settings with faults, which the checks report.
  const library = Promise.all([
    import('../outputs/site-files.ts'),
    import('./site-digest.ts'),
    import('../articles/articles.ts'),
    import('../search/index/site-index.ts'),
  ]);
  library.catch(() => undefined);
  const software = softwareDigest();
  const cache = new BuildCache(folder, out, software);
  if (clean) cache.clear();
  const { faults, warnings, content } = await goodContent(folder, cache);
  if (content === undefined) {
    answer({ faults, warnings, stayed: 0 });
    return;
  }
  setReading(content);
  const [{ siteFiles }, { siteDigest }, { allArticles }, { writeSearchIndex }] = await library;
  const digest = await siteDigest();
  const { digest: lastDigest, ...last } = cache.lastBuild(content);
  if (lastDigest === digest && isWhole(last)) {
    answer({ faults, warnings, stayed: last.ledger.size });
    return;
  }
  answer({ faults, warnings, stayed: 0, work: { content, last, software, digest } });

  const outputs = new Outputs(last, staging);
  const folders = new Set<string>();
  // Pagefind works in a process of its own while this thread writes the rest.
  const index = writeSearchIndex(await allArticles(), {
    folder: staging,
    stays: (path, made) => outputs.hasFolder(path, made),
  });
  index.catch(() => undefined);
  for await (const part of siteFiles()) {
    for (const file of part) {
      const path = file.path.slice(1);
      if (outputs.has(path, digestOf([file.type, file.of]))) continue;
      const target = join(staging, path);
      const inside = dirname(target);
      if (!folders.has(inside)) mkdirSync(inside, { recursive: true });
      folders.add(inside);
      writeFileSync(target, file.content());
    }
  }
  for (const [path, made] of await index) outputs.digests.set(path, made);
  answer({ digests: outputs.digests, stay: outputs.stay });
  cache.keepContent(content);
}

/** Without faults. What only the checks need is gone with the end of this function. */
async function goodContent(
  folder: string,
  cache: BuildCache,
): Promise<Pick<Checked, 'faults' | 'warnings'> & { content?: GoodContent }> {
  const { content, faults, warnings } = await checkFolder(folder, cache.content());
  return faults.length > 0 ? { faults, warnings } : { faults, warnings, content: withoutFaulty(content) };
}

function answer(message: Checked | FilesDone): void {
  parentPort?.postMessage(message);
}

await run(workerData as ContentTask);
