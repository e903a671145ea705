import type { Place } from './entry.ts';

/**
 * The kinds of notes, in the order in which a person should read them: an entry was `refused` (or only partly read), something is
 * left `to do`, code was `repaired`, something was `dropped`, a guess was `assumed`, or an article was `kept` as its author left it.
 */
export const NOTE_KINDS = ['refused', 'to do', 'repaired', 'dropped', 'assumed', 'kept'] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

/** The permanent codes of notes; `docs/importing.md` explains each. */
export const NOTE_CODES = [
  'bad-picture',
  'broken-archive',
  'broken-frontmatter',
  'broken-json',
  'broken-xml',
  'dead-anchor',
  'dead-link',
  'deleted-since',
  'edited-since',
  'empty-block',
  'large-picture',
  'lost-markup',
  'missing-picture',
  'no-address',
  'no-date',
  'no-form',
  'no-text',
  'no-title',
  'not-published',
  'not-written',
  'nothing-there',
  'old-path',
  'our-fault',
  'picture-without-words',
  'placeholder',
  'remote-picture',
  'same-entry',
  'same-id',
  'symbolic-link',
  'thrown-away',
  'to-do',
  'too-much',
  'unknown-format',
  'unreadable-address',
  'unreadable-file',
  'unsafe-archive',
  'unsafe-character',
  'wrong-encoding',
] as const;

export type NoteCode = (typeof NOTE_CODES)[number];

/** Something that a person should know about an import. */
export interface Note {
  kind: NoteKind;
  at: Place;
  code: NoteCode;
  message: string;
  hint?: string | undefined;
}

/** Records a note. */
export type Tell = (kind: NoteKind, at: Place, code: NoteCode, message: string, hint?: string) => void;

/** Records why a file or address is left out, and returns what its reader returns then. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- fits what any reader returns
export function refuse<T>(
  tell: Tell,
  file: string,
  code: NoteCode,
  message: string,
  hint?: string,
): T | undefined {
  tell('refused', { file, line: 1 }, code, message, hint);
  return undefined;
}

/** Formats a note: `feed.xml:12  broken-xml  Unexpected X, expected Y.`, with the hint below. */
export function noteLine({ at, code, message, hint }: Note): string {
  const line = `${at.file}:${at.line}  ${code}  ${message}`;
  return hint === undefined ? line : `${line}\n    ${hint.replaceAll('\n', '\n    ')}`;
}
