import { inspect } from 'node:util';

/** Something that a text imports or computes failed while the text was rendered; `cause` is what it threw. */
export class TextError extends Error {
  /** Absolute path of the text. */
  readonly file: string;
  /** Line in the file, where it is known. */
  readonly line: number | undefined;

  constructor(file: string, cause: unknown, line?: number) {
    super(messageOf(cause), { cause });
    this.name = 'TextError';
    this.file = file;
    this.line = line;
  }
}

/** Whether an error is a `TextError`. Astro runs pages and texts in separate module graphs, each with its own class. */
export function isTextError(error: unknown): error is TextError {
  return error instanceof Error && error.name === 'TextError';
}

/** What was thrown, in words. JavaScript can throw anything: `throw 'no route'`, `throw null`. */
function messageOf(cause: unknown): string {
  if (cause instanceof Error) return cause.message || cause.name;
  return typeof cause === 'string' ? cause : `it threw ${inspect(cause, { depth: 0 })}`;
}
