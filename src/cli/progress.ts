/** A line that shows how far a long job is; prints nothing if the output isn't a terminal. */
export class Progress {
  readonly #isShown: boolean;
  #last = 0;

  constructor(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> = process.stderr) {
    this.#isShown = stream.isTTY;
  }

  show(done: number, total: number, what: string): void {
    const now = performance.now();
    // Terminals are slow; ten updates a second are enough.
    if (!this.#isShown || (done < total && now - this.#last < 100)) return;
    this.#last = now;
    this.say(`${String(done).padStart(String(total).length)}/${total}  ${what.replace(/\p{C}/gu, '')}`);
  }

  /** For work without steps to count. */
  say(line: string): void {
    if (!this.#isShown) return;
    const width = process.stderr.columns || 80;
    process.stderr.write(`\r\u001b[K${line.slice(0, width - 1)}`);
  }

  /** Clears the line. */
  end(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K');
  }
}
