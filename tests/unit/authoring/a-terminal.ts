import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { typed } from '../../../src/outputs/scripts/shell-text.ts';

/** Why there can be no terminal here; undefined if there can. */
export const NO_TERMINAL: string | undefined =
  spawnSync('script', ['--version']).status === 0
    ? undefined
    : 'needs `script` of util-linux, which runs a program on a terminal';

/** Keys that a person presses. */
export const KEYS = { enter: '\r', tab: '\t', ctrlC: '\u0003', ctrlD: '\u0004' };

/** A command of `src/cli/`, run on a terminal. */
export class Terminal {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #printed = '';
  /** Up to where the output has been waited for. */
  #seen = 0;

  constructor(command: string, words: readonly string[], folder: string) {
    const line = [process.execPath, resolve(`src/cli/${command}.ts`), ...words].map(typed).join(' ');
    this.#child = spawn('script', ['--quiet', '--flush', '--return', '--command', line, '/dev/null'], {
      env: { ...process.env, OPSNOTES_CONTENT: folder, TERM: 'xterm', SHELL: '/bin/sh' },
    });
    this.#ended = new Promise((done) => this.#child.once('exit', done));
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.#printed += text));
    onTestFinished(() => void this.#child.kill());
  }

  /** Waits for a text that hasn't been waited for yet. */
  async sees(text: string): Promise<void> {
    await expect.poll(() => this.#visible().slice(this.#seen)).toContain(text);
    this.#seen = this.#visible().indexOf(text, this.#seen) + text.length;
  }

  press(keys: string): void {
    this.#child.stdin!.write(keys);
  }

  /** Waits for the program's end. */
  async end(): Promise<{ status: number | null; rest: string }> {
    const status = await this.#ended;
    return { status, rest: this.#visible().slice(this.#seen) };
  }

  #visible(): string {
    return stripVTControlCharacters(this.#printed).replaceAll('\r', '');
  }
}
