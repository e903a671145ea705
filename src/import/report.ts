import { styleText } from 'node:util';
import { counted } from '../content/counted.ts';
import type { ImportResult } from './import.ts';
import { NOTE_KINDS, noteLine, type Note, type NoteKind } from './note.ts';

/** The heading for each kind of note. */
const HEADINGS: Readonly<Record<NoteKind, string>> = {
  refused: 'Not imported, or only in part',
  'to do': 'To do',
  repaired: 'Repaired',
  dropped: 'Dropped',
  assumed: 'Assumed',
  kept: 'Kept as they are',
};

/** The summary on the screen after an import. */
export function summary(result: ImportResult, source: string, isDry: boolean): string {
  const { articles, entries } = result;
  const imported = articles.new + articles.changed;
  const verb = isDry ? 'Would import' : 'Imported';
  const head = styleText(
    'bold',
    `${verb} ${imported.toLocaleString('en')} of ${counted(entries, 'entry', 'entries')} of ${source}.`,
  );
  return [head, '', ...whatCame(result, imported), ...notesInShort(result.notes)].join('\n').trimEnd();
}

function whatCame(result: ImportResult, imported: number): string[] {
  const { articles, kinds, blocks, pictures, comments, tags, newTags, newSource } = result;
  const code = blocks.sessions + blocks.scripts + blocks.others;
  const rows: [string, number, string][] = [
    [
      'articles',
      imported,
      imported === 0
        ? ''
        : [...kinds].map(([kind, count]) => counted(count, kind)).join(', ') +
          (articles.changed > 0
            ? `; ${articles.changed.toLocaleString('en')} changed since the last import`
            : ''),
    ],
    ['as they were', articles.same, ''],
    [
      'blocks of code',
      code,
      `${counted(blocks.sessions, 'session')}, ${counted(blocks.scripts, 'script')}, ${counted(blocks.others, 'listing')}`,
    ],
    ['pictures and files', pictures, ''],
    ['comments', comments, 'by readers'],
    ['tags', imported === 0 ? 0 : tags, `${newTags.toLocaleString('en')} of them new`],
    ['sources', newSource === undefined ? 0 : 1, `content/sources/${newSource ?? ''}.yaml`],
  ];
  return rows.filter(([, count]) => count > 0).map(([name, count, more]) => row(name, count, more));
}

/** The most common codes of each kind, with their numbers. */
function notesInShort(notes: readonly Note[]): string[] {
  const lines = NOTE_KINDS.flatMap((kind) => {
    const own = notes.filter((note) => note.kind === kind);
    if (own.length === 0) return [];
    const codes = [...Map.groupBy(own, ({ code }) => code)].sort((a, b) => b[1].length - a[1].length);
    const more = codes
      .slice(0, 4)
      .map(([code, list]) => `${code} ${list.length}`)
      .join(', ');
    return [row(HEADINGS[kind].toLowerCase(), own.length, codes.length > 4 ? `${more}, …` : more)];
  });
  return lines.length === 0 ? [] : ['', ...lines];
}

function row(name: string, count: number, more: string): string {
  const number = count.toLocaleString('en').padStart(8);
  return `${number}  ${name}${more === '' ? '' : styleText('dim', `  ${more}`)}`;
}

/** What a person should see at once: the refusals, as many as fit on a screen. */
export function refusals(notes: readonly Note[], most = 12): string[] {
  const lines = notes.filter(({ kind }) => kind === 'refused').map(noteLine);
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most), `… and ${(lines.length - most).toLocaleString('en')} more in the report.`];
}

/** The report file: every note, by kind, in the order of the source. */
export function reportFile(result: ImportResult, source: string): string {
  const parts = NOTE_KINDS.flatMap((kind) => {
    const own = result.notes.filter((note) => note.kind === kind);
    return own.length === 0
      ? []
      : [
          `## ${HEADINGS[kind]} (${own.length})`,
          '',
          '```text',
          ...own.map((note) => noteLine(note).replaceAll('```', "'''")),
          '```',
          '',
        ];
  });
  const rows = Object.entries(result.articles)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `- ${count} ${state}`);
  return [
    `# Import of ${source}`,
    '',
    `${counted(result.entries, 'entry', 'entries')}:`,
    '',
    ...rows,
    '',
    ...parts,
  ].join('\n');
}
