import { unsafeCharacters } from '../commands/characters.ts';
import type { MdxEntry } from '../content/read-content.ts';
import type { Finding } from '../content/fault.ts';
import { keysAt, stringAt, stringsAt } from './raw.ts';

/**
 * What a reader copies or types must be what it looks like: in inline code, in file names of listings, in hosts and in examples
 * of placeholders. The parser checks the blocks themselves.
 */
export function characterFindings({ outline, raw, lineOf }: MdxEntry<unknown>): Finding[] {
  const codes = outline?.codes ?? [];
  const blocks = outline?.blocks ?? [];
  const inYaml = [
    ...keysAt(raw, 'placeholders').map((name) => ['placeholders', name, 'example']),
    ...stringsAt(raw, 'hosts').map((_, index) => ['hosts', String(index)]),
  ].map((path) => ({ text: stringAt(raw, ...path) ?? '', path }));
  const files = blocks.map(({ block, fence }) => ({ text: block.meta.file ?? '', line: fence.line - 1 }));
  return [
    ...[...codes, ...files].flatMap(({ text, line, column = 1 }: Place) =>
      unsafeCharacters(text, { line, column }),
    ),
    ...inYaml.flatMap(({ text, path }) =>
      // The line is looked up only if something is wrong.
      unsafeCharacters(text, { line: 1, column: 1 }).map((problem) => ({ ...problem, line: lineOf(path) })),
    ),
  ];
}

interface Place {
  text: string;
  line: number;
  column?: number;
}
