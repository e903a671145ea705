import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A name for a build's temporary folder next to another. Makes its parents, and deletes what killed builds have left there. */
export async function stagingFor(out: string): Promise<string> {
  await mkdir(dirname(out), { recursive: true });
  await removeRemains(out);
  return join(dirname(out), `.${basename(out)}-${process.pid}-${randomBytes(3).toString('hex')}`);
}

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
