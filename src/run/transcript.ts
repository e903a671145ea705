import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where transcripts are kept, outside of any repository. */
function transcriptFolder(): string {
  const base = process.env['XDG_STATE_HOME'];
  return join(
    base?.startsWith('/') === true ? base : join(homedir(), '.local/state'),
    'opsnotes/transcripts',
  );
}

/** A file that receives everything that is shown. Only its owner can read it, because it contains values. */
export class Transcript {
  readonly file: string;
  readonly #descriptor: number;

  constructor(name: string) {
    const folder = transcriptFolder();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.file = join(folder, name);
    this.#descriptor = openSync(this.file, 'a', 0o600);
  }

  /** Written synchronously, so that it is there whatever happens next. */
  add(text: string): void {
    writeSync(this.#descriptor, text);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
