import { spawn } from 'node:child_process';
import { Impossible } from '../impossible.ts';

/** Runs a program to its end. @throws if it fails, with the last lines of its output */
export async function runProgram(file: string, args: readonly string[], signal?: AbortSignal): Promise<void> {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const hear = (data: Buffer): void => {
    output = (output + data.toString()).slice(-10_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  // It ends its own children and cleans up, if it gets the chance.
  const stop = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  };
  signal?.addEventListener('abort', stop, { once: true });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  if (status !== 0) {
    throw new Impossible(
      `${file} ended with ${status ?? 'a signal'}:\n${output.trim().split('\n').slice(-8).join('\n')}`,
    );
  }
}
