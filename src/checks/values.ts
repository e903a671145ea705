import { words } from '../commands/tables.ts';
import type { Content, YamlEntry } from '../content/read-content.ts';
import type { Fault } from '../content/fault.ts';
import { hiddenCharacters } from './hidden-characters.ts';

/** Fields shown in lists, feeds and page headers, which must fit on one line. */
const ONE_LINE = words('title description label name author example place product version');

/** Lists that may contain the same item twice. */
const REPEATABLE = new Set(['testbed', 'method']);

/** Rules that apply to the values in all frontmatter and YAML files, and are in no schema. */
export function valueFaults(content: Content): Fault[] {
  const { articles, pages, tags, sources, comments } = content;
  return [...articles, ...pages, ...tags, ...sources, ...comments].flatMap((entry) => [
    ...faultsAt(entry, entry.raw, []),
    ...lostComments(entry),
  ]);
}

/** `title: Issue #5 and others` is the title `Issue`. */
function lostComments({ file, source, raw }: YamlEntry<unknown>): Fault[] {
  if (raw === undefined) return [];
  const yaml = file.endsWith('.mdx') ? source.slice(0, source.indexOf('\n---')) : source;
  return yaml.split('\n').flatMap((line, index) => {
    const groups = COMMENT.exec(line)?.groups;
    if (groups === undefined || !ONE_LINE.has(groups['key']!)) return [];
    const message = `Unexpected \` ${groups['comment']!}\` at the end of \`${groups['key']!}\`, expected the value in quotes: \` #\` starts a comment.`;
    return [{ file, line: index + 1, code: 'lost-comment', message }];
  });
}

/** An unquoted value with a comment that looks like part of it. */
const COMMENT = /^[ -]*(?<key>\w+): +(?!['"|>[{])[^#]*\S (?<comment>#\S.*)$/;

function faultsAt(entry: YamlEntry<unknown>, value: unknown, path: readonly PropertyKey[]): Fault[] {
  if (typeof value === 'string') return textFaults(entry, value, path);
  if (typeof value !== 'object' || value === null) return [];
  return [
    ...(Array.isArray(value) ? repeated(entry, value, path) : []),
    ...Object.entries(value).flatMap(([key, inner]) =>
      faultsAt(entry, inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function textFaults(entry: YamlEntry<unknown>, text: string, path: readonly PropertyKey[]): Fault[] {
  const at = (lines: number): Pick<Fault, 'file' | 'line'> => ({
    file: entry.file,
    line: entry.lineOf(path) + lines,
  });
  const key = path.findLast((part) => typeof part === 'string') ?? '';
  const name = path.map(String).join('.');
  // `feeds.ts` reports blank titles.
  if (text !== '' && text.trim() === '' && name !== 'title') {
    const message = `Unexpected blank \`${name}\`, expected visible text.`;
    return [{ ...at(0), code: 'wrong-value', message }];
  }
  const isBlock = text.trimEnd().includes('\n');
  if (isBlock && ONE_LINE.has(key)) {
    const message = `Unexpected line break in \`${name}\`, expected text on one line.`;
    return [{ ...at(0), code: 'wrong-value', message }];
  }
  return text
    .split('\n')
    .flatMap((line, index) =>
      hiddenCharacters(line).map((problem) => ({ ...at(isBlock ? index + 1 : 0), ...problem })),
    );
}

function repeated(
  entry: YamlEntry<unknown>,
  list: readonly unknown[],
  path: readonly PropertyKey[],
): Fault[] {
  const key = String(path.at(-1));
  // Duplicate tags are reported by the schema, duplicate old paths by `paths.ts`.
  if (REPEATABLE.has(key) || key === 'tags' || list.every((item) => String(item).startsWith('/'))) return [];
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const text = JSON.stringify(item);
    const isNew = !seen.has(text);
    seen.add(text);
    if (isNew) return [];
    const what = typeof item === 'string' ? `\`${item}\`` : 'the same';
    const message = `Unexpected second ${what} in \`${path.map(String).join('.')}\`, expected each once.`;
    return [{ file: entry.file, line: entry.lineOf([...path, index]), code: 'wrong-value', message }];
  });
}
