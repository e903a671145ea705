import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';

/** How to start a shell. */
export interface ShellStart {
  file: string;
  /** @param mark what the driver prints after each command */
  args: (mark: string) => string[];
  env?: NodeJS.ProcessEnv;
  /** Whether it gets its own session, so that Ctrl-C at the terminal doesn't reach it. */
  detached: boolean;
}

/** The result of a command. */
export interface Ran {
  /** Everything it printed, output and errors in the order in which a terminal shows them. */
  output: string;
  /** Undefined if it didn't end in time. */
  status: number | undefined;
}

/** How to run a command. */
export interface RunOptions {
  /** Seconds after which it is killed along with its shell. Without a limit it may run forever. */
  timeout?: number | undefined;
  /** Receives output as it arrives. */
  onOutput?: ((text: string) => void) | undefined;
  /** Whether it may ask something at the terminal; then none of its output is received. */
  terminal?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/** More than any article shows; of longer output, the end is kept. */
const KEPT_OUTPUT = 4_000_000;

/** How long to wait for the last output after a shell has ended, in milliseconds. */
const AFTER_EXIT = 500;

/** A shell that runs commands one by one; see `driver`. */
export class Shell {
  readonly #mark = `opsnotes-${randomBytes(12).toString('hex')}`;
  readonly #child: ChildProcess;
  readonly #detached: boolean;
  /** Output since the last command ended, and how much of it has been passed on. */
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
    // A shell that has ended accepts no command, which is reported elsewhere.
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
      // A daemon that it started may keep its output open forever.
      setTimeout(end, AFTER_EXIT).unref();
    });
  }

  /** Whether it can take another command; `exit` ends it, and so does a command that takes too long. */
  get alive(): boolean {
    return this.#endedWith === undefined;
  }

  /**
   * Runs a command; returns its output and status as soon as it has ended.
   *
   * @throws the signal's reason as soon as it is aborted, after killing the shell
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

  /** Ends it at once, with everything that runs in it. */
  kill(): void {
    if (this.#child.pid === undefined || !this.alive) return;
    this.#endedWith = 137;
    try {
      process.kill(this.#detached ? -this.#child.pid : this.#child.pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }

  /** Lets it end by itself, without further commands. */
  end(): void {
    this.#child.stdin!.end();
  }

  /** Passes on new output; returns the result once the driver's mark has arrived or the shell has ended. */
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
    // Text that starts like the mark may turn out to be the mark.
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
