import { z } from 'zod';
import type { Fault } from './fault.ts';
import { didYouMean, nearest } from './nearest.ts';
import type { YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

/** The keys that a schema knows, by those that it doesn't. */
type KnownKeys = Map<readonly string[], readonly string[]>;

/** Data that passed its schema, or all faults in it. */
export type Checked<T> = { data: T; faults: [] } | { data: undefined; faults: Fault[] };

/** Checks YAML against a schema, and gives each issue the file and line of the key it is about. */
export function checkBySchema<T extends z.ZodType>(
  schema: T,
  yaml: YamlSource,
  file: string,
): Checked<z.output<T>> {
  if (yaml.errors.length > 0)
    return { data: undefined, faults: yaml.errors.map((error) => syntaxFault(error, file)) };
  const known: KnownKeys = new Map();
  const result = schema.safeParse(yaml.value, {
    reportInput: true,
    error(issue) {
      // Only here can be seen which of a union's schemas has refused them.
      if (issue.code === 'unrecognized_keys' && issue.inst instanceof z.ZodObject)
        known.set(issue.keys, Object.keys(issue.inst.shape));
      return undefined;
    },
  });
  if (result.success) return { data: result.data, faults: [] };
  const faults = result.error.issues.flatMap((issue) => issueFaults(issue, known, yaml, file));
  return { data: undefined, faults: faults.filter((fault) => !isMisspelt(fault, faults)) };
}

function syntaxFault({ line, message }: YamlSource['errors'][number], file: string): Fault {
  return { file, line, code: 'yaml-syntax', message: `Unexpected YAML, expected it to parse: ${message}.` };
}

/** Whether a key is only missing because it is misspelt, which has been reported. */
function isMisspelt({ code, message }: Fault, faults: readonly Fault[]): boolean {
  const key = code === 'missing-key' ? /expected the key (`[^`]+`)/.exec(message)?.[1] : undefined;
  return (
    key !== undefined &&
    faults.some((other) => other.code === 'unknown-key' && other.message.endsWith(`expected ${key}.`))
  );
}

function issueFaults(issue: Issue, known: KnownKeys, yaml: YamlSource, file: string): Fault[] {
  const at = (path: readonly PropertyKey[]): { file: string; line: number } => ({
    file,
    line: yaml.lineOf(path),
  });
  const where = issue.path.length === 0 ? '' : ` in \`${pathName(issue.path)}\``;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...at([...issue.path, key]),
      code: 'unknown-key',
      message: `Unexpected key \`${key}\`${where}, expected ${expectedKeys(key, known.get(issue.keys) ?? [])}.`,
    }));
  }
  const input = issue.code === 'invalid_key' ? issue.path.at(-1) : valueAt(yaml.value, issue.path);
  if (input === undefined && issue.path.length > 0) {
    const form = issue.code === 'invalid_type' ? '' : `: ${expected(issue)}`;
    return [
      {
        ...at(issue.path),
        code: 'missing-key',
        message: `Unexpected end of ${parentName(issue.path)}, expected the key \`${String(issue.path.at(-1))}\`${form}.`,
      },
    ];
  }
  return [
    {
      ...at(issue.path),
      code: 'wrong-value',
      message: `Unexpected ${show(input, issue)}${where}, expected ${expected(issue)}.`,
      hint: closedSetHint(issue, input),
    },
  ];
}

/** What was expected, in words: from the schema, or from the field. */
function expected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_union':
      return optionsOf(issue).length > 0 ? oneOf(optionsOf(issue).map(String)) : issue.message;
    case 'invalid_type':
      return TYPE_NAMES[issue.expected] ?? `a value of type ${issue.expected}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at least ${String(issue.minimum)} ${issue.origin === 'array' ? 'entry' : 'character'}`
        : `a number ${issue.inclusive === false ? 'greater than' : 'of at least'} ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `at most ${String(issue.maximum)} characters`
        : `at most ${String(issue.maximum)} entries`;
    case 'invalid_key':
      return issue.issues.map((inner) => inner.message).join(', ');
    default:
      return issue.message;
  }
}

const TYPE_NAMES: Partial<Record<string, string>> = {
  string: 'a text',
  boolean: '`true` or `false`',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
};

function closedSetHint(issue: Issue, input: unknown): string | undefined {
  const options: readonly unknown[] =
    issue.code === 'invalid_value' ? issue.values : issue.code === 'invalid_union' ? optionsOf(issue) : [];
  return typeof input === 'string' ? didYouMean(input, options.map(String)) : undefined;
}

function optionsOf(issue: Issue): readonly unknown[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
}

function expectedKeys(key: string, known: readonly string[]): string {
  const close = nearest(key, known);
  if (close !== undefined) return `\`${close}\``;
  return known.length === 0
    ? 'a key that is known here'
    : `one of ${known.map((name) => `\`${name}\``).join(', ')}`;
}

function oneOf(values: readonly string[]): string {
  const quoted = values.map((value) => `\`${value}\``);
  return quoted.length === 1 ? quoted[0]! : `one of ${quoted.join(', ')}`;
}

/** A value as the author would recognise it, shortened. A string where none belongs keeps its quotes. */
function show(value: unknown, issue: Issue): string {
  if (value === undefined) return 'nothing';
  if (value === '') return 'empty text';
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  if (typeof value === 'object' && value !== null) return 'keys and values';
  const bare = typeof value === 'string' && issue.code !== 'invalid_type';
  const text = bare ? value : JSON.stringify(value);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

/** The value at a path of plain data; undefined if there is none. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function pathName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : String(key)))
    .join('.')
    .replaceAll('.[', '[');
}

function parentName(path: readonly PropertyKey[]): string {
  return path.length > 1 ? `\`${pathName(path.slice(0, -1))}\`` : 'the keys';
}
