import type { Place } from './entry.ts';

/**
 * What a note is about: an entry that was `refused` (or only partly read), code that was `repaired`, something `dropped`,
 * something left `to do`, an article `kept` as its author left it, a guess that was `assumed`.
 */
export const NOTE_KINDS = ['refused', 'repaired', 'dropped', 'to do', 'kept', 'assumed'] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

/** One thing that a person should know of an import; the codes stand in `docs/importing.md`. */
export interface Note {
  kind: NoteKind;
  at: Place;
  code: string;
  message: string;
  hint?: string | undefined;
}

/** Takes notes. */
export type Tell = (kind: NoteKind, at: Place, code: string, message: string, hint?: string) => void;

/** A note as a line: `feed.xml:12  broken-xml  Unexpected X, expected Y.`, the hint below. */
export function noteLine({ at, code, message, hint }: Note): string {
  const line = `${at.file}:${at.line}  ${code}  ${message}`;
  return hint === undefined ? line : `${line}\n    ${hint.replaceAll('\n', '\n    ')}`;
}
