import type { Entry } from '../entry.ts';
import type { Note, NoteCode, NoteKind } from '../note.ts';

/** The notes on one entry. What is told twice is noted once. */
export class EntryNotes {
  readonly all: Note[] = [];
  readonly #told = new Set<string>();
  readonly #entry: Entry;

  constructor(entry: Entry) {
    this.#entry = entry;
  }

  /** @param line of the source; 0 for the line on which the entry begins */
  tell(kind: NoteKind, code: NoteCode, message: string, line = 0, hint?: string): void {
    const { at } = this.#entry;
    const known = `${code}\n${message}`;
    if (this.#told.has(known)) return;
    this.#told.add(known);
    this.all.push({
      kind,
      at: { file: at.file, line: line === 0 ? at.line : line },
      code,
      message,
      hint,
    });
  }
}
