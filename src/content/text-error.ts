/** Something that a text imports or computes failed while the text was rendered; `cause` is what it threw. */
export class TextError extends Error {
  /** Absolute path of the text. */
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'TextError';
    this.file = file;
  }
}
