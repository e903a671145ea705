import { importSource, type ImportOptions, type ImportResult } from './import.ts';

/** What the process gets. */
export type ImportTask = Omit<ImportOptions, 'onProgress'>;

/** What the process reports: how far it is, and finally what it has done, or why it could not. */
export type ImportMessage =
  { progress: Parameters<ImportOptions['onProgress']> } | { result: ImportResult } | { error: unknown };

async function run(task: ImportTask): Promise<void> {
  try {
    const result = await importSource({
      ...task,
      onProgress: (...progress) => {
        process.send!({ progress } satisfies ImportMessage);
      },
    });
    end({ result });
  } catch (error) {
    end({ error });
  }
}

function end(message: ImportMessage): void {
  process.send!(message, () => {
    process.disconnect?.();
  });
}

// Ctrl-C reaches this process too; the one that has started it decides what happens then.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
// Nothing is left to do, or nobody to do it for. `process.exit()` now and then hangs, see src/cli/exit.ts.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.once('message', (task) => void run(task as ImportTask));
