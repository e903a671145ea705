import { LineCounter, parseDocument, isMap, isNode, isScalar, visit, type Document, type Node } from 'yaml';

/** YAML with the line of every value. */
export interface YamlSource {
  /** The value as plain data; undefined where it does not parse. */
  value: unknown;
  /** Syntax errors and their lines. */
  errors: { line: number; message: string }[];
  /** The line of the key or value at a path; of the nearest parent where there is none. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Parses YAML 1.2 (core schema: dates stay strings), `firstLine` being the number of its first line in the file.
 * Never throws.
 */
export function parseYaml(text: string, firstLine = 1): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const line = (offset: number): number => counter.linePos(offset).line + firstLine - 1;
  const problems = [
    ...[...document.errors, ...document.warnings].map(({ pos, message }) => ({ offset: pos[0], message })),
    ...aliases(document),
  ];
  return {
    value: problems.length === 0 ? (document.toJS() as unknown) : undefined,
    errors: problems.map(({ offset, message }) => ({ line: line(offset), message })),
    lineOf: (path) => line(offsetOf(document, path)),
  };
}

/** YAML's aliases have no use here; mostly `*` begins a text that should stand in quotes. */
function aliases(document: Document): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Alias(_key, { source, range }) {
      const message = `Aliases such as *${source} are not read; a text that begins with * needs quotes`;
      found.push({ offset: range?.[0] ?? 0, message });
    },
  });
  return found;
}

/** Walks as far down as the path leads; a map's entry counts from its key. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = document.contents?.range?.[0] ?? 0;
  let node: unknown = document.contents;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      node =
        isNode(node) && 'get' in node && typeof node.get === 'function' ? node.get(key, true) : undefined;
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}
