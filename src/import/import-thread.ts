import { parentPort, workerData } from 'node:worker_threads';
import { importSource, type ImportOptions, type ImportResult } from './import.ts';

/** What the thread gets. */
export type ImportTask = Omit<ImportOptions, 'onProgress'>;

/** What the thread reports: how far it is, and finally what it has done. */
export type ImportMessage = { progress: Parameters<ImportOptions['onProgress']> } | { result: ImportResult };

function send(message: ImportMessage): void {
  parentPort?.postMessage(message);
}

const result = await importSource({
  ...(workerData as ImportTask),
  onProgress: (...progress) => {
    send({ progress });
  },
});
send({ result });
