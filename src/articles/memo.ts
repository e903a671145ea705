/** Results that were made before, by a digest of what they were made of. */
export class Memo<Result> {
  readonly #before: ReadonlyMap<string, Result>;
  /** Those that were asked for, which is what the next time may want. */
  readonly used = new Map<string, Result>();

  constructor(before: ReadonlyMap<string, Result> = new Map()) {
    this.#before = before;
  }

  get(digest: string, make: () => Result): Result {
    const result = this.#before.get(digest) ?? make();
    this.used.set(digest, result);
    return result;
  }
}
