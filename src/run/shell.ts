import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';

/** How a shell is started. */
export interface ShellStart {
  file: string;
  /** @param mark what the driver prints after each command */
  args: (mark: string) => string[];
  env?: NodeJS.ProcessEnv;
  /** In a session of its own, so that Ctrl-C at the terminal does not reach it. */
  detached: boolean;
}

/** What became of a command. */
export interface Ran {
  /** Everything printed until it ended, output and errors as a terminal shows them. */
  output: string;
  /** Undefined where it did not end in time. */
  status: number | undefined;
}

/** How a command is run. */
export interface RunOptions {
  /** After so many seconds it is killed, and the shell with it; without, it may take for ever. */
  timeout?: number | undefined;
  /** Hears of output as it comes. */
  onOutput?: ((text: string) => void) | undefined;
  /** Whether it may ask something at the terminal; then nothing of its output is heard. */
  terminal?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/** More than any article shows; of what is longer the end is kept. */
const KEPT_OUTPUT = 4_000_000;

/** How long the last of its output may be on the way after a shell has ended, in milliseconds. */
const AFTER_EXIT = 500;

/** One shell that runs commands one after the other; see `driver`. */
export class Shell {
  readonly #mark = `opsnotes-${randomBytes(12).toString('hex')}`;
  readonly #child: ChildProcess;
  readonly #detached: boolean;
  /** What has been printed since the last command ended, and how much of it has been told. */
  #output = '';
  #told = 0;
  #heard: () => void = () => undefined;
  #endedWith: number | undefined;

  constructor({ file, args, env, detached }: ShellStart) {
    this.#detached = detached;
    this.#child = spawn(file, args(this.#mark), { detached, ...(env !== undefined && { env }) });
    const decoder = new StringDecoder('utf8');
    const hear = (data: Buffer): void => {
      this.#output += decoder.write(data);
      this.#heard();
    };
    this.#child.stdout!.on('data', hear);
    this.#child.stderr!.on('data', hear);
    // A shell that has ended takes no command; that it has ended is told elsewhere.
    this.#child.stdin!.on('error', () => undefined);
    this.#child.on('error', (error) => {
      this.#output += `${error.message}\n`;
      this.#end(127);
    });
    this.#child.on('exit', (status) => {
      const end = (): void => {
        this.#end(status ?? 137);
      };
      this.#child.on('close', end);
      // A daemon that it has started may hold its output open for ever.
      setTimeout(end, AFTER_EXIT).unref();
    });
  }

  /** Whether it can take another command; `exit`, or one that took too long, ends it. */
  get alive(): boolean {
    return this.#endedWith === undefined;
  }

  /**
   * Runs a command → what it printed and its status, as soon as it has ended.
   *
   * @throws the signal's reason as soon as it is aborted; the shell is killed then
   */
  async run(command: string, { timeout, onOutput, terminal, signal }: RunOptions = {}): Promise<Ran> {
    signal?.throwIfAborted();
    this.#child.stdin!.write(`${terminal === true ? '\u0001' : ''}${command}\0`);
    return await new Promise<Ran>((resolve, reject) => {
      const stop = (settle: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        this.#heard = () => undefined;
        settle();
      };
      const giveUp = (settle: () => void): void => {
        this.kill();
        stop(settle);
      };
      const abort = (): void => {
        giveUp(() => {
          reject(signal!.reason as Error);
        });
      };
      const late = (): void => {
        giveUp(() => {
          resolve({ output: this.#take(this.#output.length), status: undefined });
        });
      };
      const timer = timeout === undefined ? undefined : setTimeout(late, timeout * 1000);
      signal?.addEventListener('abort', abort, { once: true });
      this.#heard = () => {
        const ran = this.#listen(onOutput);
        if (ran !== undefined)
          stop(() => {
            resolve(ran);
          });
      };
      this.#heard();
    });
  }

  /** Ends it at once, and what runs in it. */
  kill(): void {
    if (this.#child.pid === undefined || !this.alive) return;
    this.#endedWith = 137;
    try {
      process.kill(this.#detached ? -this.#child.pid : this.#child.pid, 'SIGKILL');
    } catch {
      // It has ended in this very moment.
    }
  }

  /** Lets it end by itself: it gets no more commands. */
  end(): void {
    this.#child.stdin!.end();
  }

  /** Tells of new output → the outcome, once the driver's mark has come or the shell has ended. */
  #listen(onOutput: RunOptions['onOutput']): Ran | undefined {
    const start = this.#output.indexOf(`\0${this.#mark} `, Math.max(0, this.#told - 1));
    const end = start < 0 ? -1 : this.#output.indexOf('\0', start + 1);
    if (end >= 0) {
      const status = Number(this.#output.slice(start + this.#mark.length + 2, end));
      this.#tell(start, onOutput);
      const output = this.#take(start);
      this.#output = this.#output.slice(end + 1 - start);
      return { output, status };
    }
    // What begins like the mark may be the mark.
    const doubtful = this.#output.indexOf('\0', this.#told);
    this.#tell(doubtful < 0 || !this.alive ? this.#output.length : doubtful, onOutput);
    if (this.#endedWith === undefined) return undefined;
    return { output: this.#take(this.#output.length), status: this.#endedWith };
  }

  #tell(until: number, onOutput: RunOptions['onOutput']): void {
    if (until > this.#told) onOutput?.(this.#output.slice(this.#told, until));
    this.#told = Math.max(this.#told, until);
    if (this.#told <= KEPT_OUTPUT * 2) return;
    this.#output = this.#output.slice(this.#told - KEPT_OUTPUT);
    this.#told = KEPT_OUTPUT;
  }

  #take(length: number): string {
    const taken = this.#output.slice(0, length);
    this.#output = this.#output.slice(length);
    this.#told = 0;
    return taken;
  }

  #end(status: number): void {
    this.#endedWith ??= status;
    this.#heard();
  }
}
