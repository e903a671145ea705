import type { Place } from './entry.ts';

/**
 * What a note is about: an entry that was `refused` (or only partly read), code that was `repaired`, something `dropped`,
 * something left `to do`, an article `kept` as its author left it, a guess that was `assumed`.
 */
export const NOTE_KINDS = ['refused', 'repaired', 'dropped', 'to do', 'kept', 'assumed'] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

/** What a note says, by its permanent code; `docs/importing.md` explains each. */
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

/** One thing that a person should know of an import. */
export interface Note {
  kind: NoteKind;
  at: Place;
  code: NoteCode;
  message: string;
  hint?: string | undefined;
}

/** Takes notes. */
export type Tell = (kind: NoteKind, at: Place, code: NoteCode, message: string, hint?: string) => void;

/** A note as a line: `feed.xml:12  broken-xml  Unexpected X, expected Y.`, the hint below. */
export function noteLine({ at, code, message, hint }: Note): string {
  const line = `${at.file}:${at.line}  ${code}  ${message}`;
  return hint === undefined ? line : `${line}\n    ${hint.replaceAll('\n', '\n    ')}`;
}
