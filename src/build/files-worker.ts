import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { digestOf } from '../library/digest.ts';
import { siteFiles } from '../library/files.ts';
import type { GoodContent } from '../loaders/read-content.ts';
import { setReading } from '../loaders/reading.ts';
import { BuildCache } from './build-cache.ts';
import { Outputs, type BuiltSite } from './outputs.ts';

/** What the thread is asked for. */
export interface FilesTask {
  content: GoodContent;
  /** The last build. */
  last: BuiltSite;
  /** Where new files go. */
  staging: string;
  /** What the cache is opened with. */
  cache: { folder: string; out: string; software: string };
}

/** What it answers when every file is there. */
export interface FilesDone {
  digests: Map<string, string>;
  /** How many files of the last build stay. */
  stay: number;
}

/** Writes the files that are no pages, in a thread of its own beside the one in which Astro renders pages. */
async function writeFiles({ content, last, staging, cache }: FilesTask): Promise<FilesDone> {
  setReading(content);
  const kept = new BuildCache(cache.folder, cache.out, cache.software);
  const terms = kept.terms();
  const outputs = new Outputs(last, staging);
  const folders = new Set<string>();
  for await (const part of siteFiles(terms)) {
    for (const file of part) {
      const path = file.path.slice(1);
      if (outputs.has(path, digestOf([file.type, file.of]))) continue;
      const target = join(staging, path);
      const folder = dirname(target);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(target, file.content());
    }
  }
  kept.keepContent(content);
  kept.keepTerms(terms);
  return { digests: outputs.digests, stay: outputs.stay };
}

// The thread is started before there is anything to do, for reading its modules takes a while.
parentPort?.once('message', (task: FilesTask) => {
  void writeFiles(task).then((done) => parentPort?.postMessage(done));
});
