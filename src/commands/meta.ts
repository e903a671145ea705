import { closest, distance } from 'fastest-levenshtein';
import type { Place, Problem, ProblemCode } from './problems.ts';
import { parseVerifyRule, VERIFY_FORMS, type VerifyRule } from './verify-rule.ts';

/** The keys and values after a fence's language. */
export interface Meta {
  /** `host="gluster1 gluster2"`: the machines the block is for, separated by spaces. */
  hosts: string[];
  /** `user="postgres"`: who runs it, if the prompt doesn't say. */
  user: string | undefined;
  /** `title="Install the packages"`: shown above the block. */
  title: string | undefined;
  /** `file="/etc/hosts"`: the block is this file's content. */
  file: string | undefined;
  /**
   * `id="install"`: the block's anchor and, followed by a number, each step's. By default, anchors come from the
   * commands.
   */
  id: string | undefined;
  /** `formerly="step-7"`: old anchors that still lead here. */
  formerly: string[];
  /** `append`: the content is appended to the file. */
  append: boolean;
  /**
   * `prompt="mysql> "`: exactly this is a prompt, and nothing else, so that a line such as `# comment` is output. The
   * only key that may be repeated, because a session can change from a shell to an interpreter. Other code only takes
   * `none`: nothing in it is a prompt.
   */
  prompts: string[];
  /** `continuation="    -> "`: the counterpart of a shell's `> `. Not needed for mysql, psql, sqlite and Python. */
  continuation: string | undefined;
  /** `output="any"`: the output really has typographic or invisible characters. */
  output: 'checked' | 'any';
  /** `verify="skip: needs a kernel module"`: how `npm run verify` should treat these steps. */
  verify?: VerifyRule;
}

/** Which keys a fence of each kind may have. */
const keysOfKind = {
  session: ['host', 'user', 'title', 'prompt', 'continuation', 'output', 'verify', 'id', 'formerly'],
  script: ['host', 'user', 'title', 'verify', 'id', 'formerly'],
  listing: ['host', 'title', 'file', 'append', 'output', 'verify', 'id', 'formerly'],
  code: ['title', 'output', 'prompt', 'id', 'formerly'],
} as const;

type Kind = keyof typeof keysOfKind;
type MetaKey = (typeof keysOfKind)[Kind][number];

/** The required form of a value, and how to describe it. Keys without an entry take any text. */
const valueForms: Partial<Record<MetaKey, { pattern: RegExp; expected: string }>> = {
  host: {
    pattern: /^ *(?:[\w.{}-]+(?: +|$))+$/,
    expected: 'host names separated by spaces, as in host="gluster1 gluster2"',
  },
  user: { pattern: /^[\w.{}-]+\$?$/, expected: 'one user name, as in user="postgres"' },
  output: { pattern: /^any$/, expected: 'output="any"' },
  id: {
    pattern: /^(?!(?:step|block)-\d)[a-z][a-z0-9-]*$/,
    expected: 'lower-case letters, digits and hyphens, as in id="install"',
  },
  formerly: {
    pattern: /^ *(?:[\w-]+(?: +|$))+$/,
    expected: 'anchors separated by spaces, as in formerly="step-7"',
  },
};

/** Parses a fence's info string without the language, and finds its faults. */
export function parseMeta(meta: string, kind: Kind, at: Place): { meta: Meta; problems: Problem[] } {
  const problems: Problem[] = [];
  const values = new Map<string, string[]>();
  for (const item of readItems(meta)) {
    if (isLineNumbers(item)) continue;
    const fault = checkItem(item, kind, values);
    if (fault) problems.push({ ...fault, line: at.line, column: at.column + item.offset });
    else values.set(item.key, [...(values.get(item.key) ?? []), item.value ?? '']);
  }
  return { meta: toMeta(values), problems };
}

/** `mysql> ` → `prompt="mysql> "`, with the kind of quote that isn't in it. */
export function promptKey(prompt: string): string {
  return `prompt=${prompt.includes('"') ? `'${prompt}'` : `"${prompt}"`}`;
}

/** Whether the fence names a file, which makes it a listing in any language. */
export function namesFile(meta: string): boolean {
  return readItems(meta).some((item) => item.key === 'file');
}

/** `{1,3-5}`, other tools' way to highlight lines. */
function isLineNumbers({ text }: Item): boolean {
  return /^\{[\d,\s-]*\}$/.test(text);
}

interface Item {
  key: string;
  value: string | undefined;
  text: string;
  offset: number;
}

const itemPattern = new RegExp(
  [
    String.raw`(?<key>[A-Za-z][\w-]*)`, // host
    String.raw`(?:=(?:`, // and, unless it is a flag, one of
    String.raw`"(?<double>[^"]*)"`, // "gluster1 gluster2"
    String.raw`|'(?<single>[^']*)'`, // 'gluster1'
    String.raw`|(?<bare>[^\s"']+)`, // gluster1
    String.raw`))?(?=\s|$)|\S+`, // or anything else
  ].join(''),
  'gsu',
);

/** Splits an info string into items. Text that fits no form becomes an item with the whole text as its key. */
function readItems(meta: string): Item[] {
  return [...meta.matchAll(itemPattern)].map(({ 0: text, index: offset, groups = {} }) => {
    const { key = text, double, single, bare } = groups;
    return { key, value: double ?? single ?? bare, text, offset };
  });
}

function checkItem(item: Item, kind: Kind, seen: ReadonlyMap<string, string[]>) {
  const keys: readonly string[] = keysOfKind[kind];
  const known: string[] = Object.values(keysOfKind).flat();
  const key = item.key as MetaKey;
  if (key === 'append' && kind !== 'listing') {
    return fault('append-without-file', 'Unexpected append, expected it together with file="…".');
  }
  const stem = /^[A-Za-z][\w-]*/.exec(item.text)?.[0] ?? item.text;
  if (item.key === item.text && item.text.includes('=') && known.includes(stem)) {
    return fault(
      'bad-meta-value',
      `Unexpected ${item.text}, expected ${stem}="value" with its closing quote.`,
    );
  }
  if (!keys.includes(key)) {
    const message = `Unexpected ${stem} on a ${kind}, expected one of ${keys.join(', ')}.`;
    const nearest = closest(stem.slice(0, 100), keys);
    const isNear = stem.includes(nearest) || distance(stem.slice(0, 100), nearest) <= stem.length / 2;
    return fault('unknown-meta-key', message, isNear ? `Did you mean ${nearest}?` : undefined);
  }
  if (seen.has(key) && key !== 'prompt') {
    return fault('duplicate-meta-key', `Unexpected second ${key}, expected each key once.`);
  }
  return checkValue(key, item.value, kind);
}

function checkValue(key: MetaKey, value: string | undefined, kind: Kind) {
  if (key === 'append') {
    return value === undefined
      ? undefined
      : fault('bad-meta-value', `Unexpected value of append, expected the word alone.`);
  }
  if (key === 'verify' && parseVerifyRule(value ?? '') === undefined) {
    return fault('bad-meta-value', `Unexpected verify="${value ?? ''}", expected ${VERIFY_FORMS}.`);
  }
  if (!value) return fault('bad-meta-value', `Unexpected ${key} without a value, expected ${key}="…".`);
  if (kind === 'code' && key === 'prompt' && value !== 'none')
    return fault('bad-meta-value', `Unexpected prompt on a code block, expected prompt="none" or a session.`);
  const form = valueForms[key];
  if (!form || form.pattern.test(value)) return undefined;
  return fault('bad-meta-value', `Unexpected ${key}="${value}", expected ${form.expected}.`);
}

function fault(code: ProblemCode, message: string, hint?: string) {
  return hint === undefined ? { code, message } : { code, message, hint };
}

function toMeta(values: ReadonlyMap<string, string[]>): Meta {
  const first = (key: MetaKey) => values.get(key)?.[0];
  const verify = parseVerifyRule(first('verify') ?? '');
  return {
    hosts: [...new Set(first('host')?.split(' ').filter(Boolean))],
    user: first('user'),
    title: first('title'),
    file: first('file'),
    append: values.has('append'),
    id: first('id'),
    formerly: [...new Set(first('formerly')?.split(' ').filter(Boolean))],
    prompts: values.get('prompt') ?? [],
    continuation: first('continuation'),
    output: values.has('output') ? 'any' : 'checked',
    ...(verify !== undefined && { verify }),
  };
}
