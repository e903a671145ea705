import { isMap, isScalar, isSeq, parseDocument, stringify, type Scalar } from 'yaml';
import { frontmatter } from '../content/frontmatter.ts';

/** Renames tags in an article's text; undefined if it has none of them. Everything else stays the same. */
export function renameInArticle(text: string, names: ReadonlyMap<string, string>): string | undefined {
  const front = frontmatter(text);
  if (front === undefined) return undefined;
  const document = parseDocument(front.yaml, { logLevel: 'silent' });
  const pair = isMap(document.contents)
    ? document.contents.items.find(({ key }) => isScalar(key) && key.value === 'tags')
    : undefined;
  if (!isSeq(pair?.value)) return undefined;
  const { range } = pair.value;
  const items = (pair.value.items as unknown[]).filter((item): item is Scalar => isScalar(item));
  const before = items.map(({ value }) => String(value));
  if (!before.some((tag) => names.has(tag))) return undefined;
  const after = before.map((tag) => names.get(tag) ?? tag);
  const offset = text.indexOf(front.yaml);
  const replaced =
    new Set(after).size === after.length
      ? scalarsReplaced(front.yaml, items, after)
      : listReplaced(front.yaml, range, [...new Set(after)]);
  return text.slice(0, offset) + replaced + text.slice(offset + front.yaml.length);
}

/** Replaces each name in place, so that the list keeps its author's formatting. */
function scalarsReplaced(yaml: string, items: readonly Scalar[], after: readonly string[]): string {
  let result = yaml;
  for (const [index, item] of [...items.entries()].reverse()) {
    if (item.range == null || String(item.value) === after[index]) continue;
    result = result.slice(0, item.range[0]) + scalar(after[index]!) + result.slice(item.range[1]);
  }
  return result;
}

/** If two tags become one, the list is rewritten on one line. */
function listReplaced(
  yaml: string,
  [start, end]: readonly [number, number, number],
  tags: readonly string[],
): string {
  const head = yaml.slice(0, start).trimEnd();
  // A block list extends to the start of the next key.
  const rest = /\s*$/.exec(yaml.slice(start, end))![0] + yaml.slice(end);
  return `${head} [${tags.map(scalar).join(', ')}]${rest.startsWith('\n') || rest.trim() === '' ? rest : `\n${rest}`}`;
}

/** `2010` needs quotes to remain a string. */
function scalar(text: string): string {
  return stringify(text).trim();
}

/** The file of a tag that absorbs others: it gets their labels and spellings, and their names become former ones. */
export function takeOver(
  text: string,
  others: readonly { slug: string; spellings: readonly string[]; formerly: readonly string[] }[],
  own: { slug: string; label: readonly string[] },
): string {
  const document = parseDocument(text);
  const list = (key: string): string[] =>
    ((document.toJS() as Record<string, unknown>)[key] ?? []) as string[];
  const known = new Set([...own.label, ...list('aliases')].map((spelling) => spelling.toLowerCase()));
  const spellings = others
    .flatMap((other) => other.spellings)
    .filter((spelling) => !known.has(spelling.toLowerCase()));
  const aliases = [
    ...list('aliases'),
    ...new Map(spellings.map((spelling) => [spelling.toLowerCase(), spelling])).values(),
  ];
  const all = [...list('formerly'), ...others.flatMap((other) => [other.slug, ...other.formerly])];
  // A tag's current name isn't a former one, even if it was before.
  const formerly = [...new Set(all)].filter((name) => name !== own.slug);
  if (aliases.length > 0) document.set('aliases', flow(document, aliases));
  document.set('formerly', flow(document, formerly));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function flow(document: ReturnType<typeof parseDocument>, texts: readonly string[]) {
  return document.createNode(texts, { flow: true });
}
