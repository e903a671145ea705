import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { digestOf } from '../library/digest.ts';
import { siteFiles } from '../library/files.ts';
import type { GoodContent } from '../loaders/read-content.ts';
import { setReading } from '../loaders/reading.ts';
import { BuildCache } from './build-cache.ts';
import { Outputs, type BuiltSite } from './outputs.ts';

/** What the thread is given. */
export interface FilesTask {
  content: GoodContent;
  /** The last build. */
  last: BuiltSite;
  /** Where the new one goes. */
  folder: string;
  /** What the cache is opened with. */
  cache: { folder: string; out: string; software: string };
}

/** What it answers when every file is there. */
export interface FilesDone {
  digests: Map<string, string>;
  /** How many files were taken over from the last build. */
  taken: number;
}

/** Writes the files that are no pages, in a thread of its own beside the one in which Astro renders pages. */
async function writeFiles({ content, last, folder, cache }: FilesTask): Promise<FilesDone> {
  setReading(content);
  const outputs = new Outputs(last, folder);
  for await (const part of siteFiles()) {
    for (const file of part) {
      const path = file.path.slice(1);
      if (outputs.takeOver(path, digestOf([file.type, file.of]))) continue;
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, file.content());
    }
  }
  new BuildCache(cache.folder, cache.out, cache.software).keepContent(content);
  return { digests: outputs.digests, taken: outputs.taken };
}

parentPort?.postMessage(await writeFiles(workerData as FilesTask));
