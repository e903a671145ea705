import { createInterface, type Interface } from 'node:readline/promises';

/** A question on the terminal. */
export interface Question {
  text: string;
  /** The value of an empty answer. */
  fallback?: string;
  /** Completions for Tab; in a comma-separated list they apply to the last word. */
  completions?: readonly string[];
  /** Returns what is wrong with an answer, or undefined. */
  check?: (answer: string) => string | undefined;
}

/** Whether input and output are a terminal. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Asks one question after another, and repeats it until the answer is valid. */
export class Questions {
  #completions: readonly string[] = [];
  readonly #lines: Interface;
  readonly #stop: () => never;

  /** @param stop ends the program after Ctrl-C or Ctrl-D at a question; nothing is written until every question is answered */
  constructor(stop: () => never) {
    this.#stop = stop;
    this.#lines = createInterface({
      input: process.stdin,
      output: process.stdout,
      completer: (line: string) => complete(line, this.#completions),
    });
  }

  async ask({ text, fallback, completions = [], check }: Question): Promise<string> {
    this.#completions = completions;
    for (;;) {
      const usual = fallback === undefined ? '' : ` (${fallback || 'none'})`;
      const answer = (await this.#typed(`${text}${usual}: `)).trim() || (fallback ?? '');
      const fault = check?.(answer);
      if (fault === undefined) return answer;
      console.log(`  ${fault}`);
    }
  }

  end(): void {
    this.#lines.close();
  }

  async #typed(question: string): Promise<string> {
    try {
      return await this.#lines.question(question);
    } catch (error) {
      if ((error as Error).name !== 'AbortError') throw error;
      console.error('\nStopped. Nothing was written.');
      return this.#stop();
    }
  }
}

/** Completes the end of a line: `linux, sto` → `linux, storage` */
export function complete(line: string, completions: readonly string[]): [string[], string] {
  const begun = /[^,]*$/.exec(line)![0].trimStart();
  const found = completions.filter((word) => word.toLowerCase().startsWith(begun.toLowerCase()));
  return [found, begun];
}
