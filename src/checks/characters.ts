import { unsafeCharacters } from '../commands/characters.ts';
import type { Problem } from '../commands/problems.ts';
import type { Content, MdxEntry } from '../content/read-content.ts';
import type { Fault } from '../content/fault.ts';
import { keysAt, stringAt, stringsAt } from './raw.ts';

/**
 * What a reader copies or types must be what it looks like: in inline code, in file names of listings, in hosts and in examples
 * of placeholders. The parser checks the blocks themselves.
 */
export function characterFaults(content: Content): Fault[] {
  return [...content.articles, ...content.pages].flatMap((entry) =>
    problems(entry).map((problem) => ({ ...problem, file: entry.file })),
  );
}

function problems(entry: MdxEntry<unknown>): Problem[] {
  const { outline, raw, lineOf } = entry;
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
