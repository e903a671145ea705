import { LineCounter, parseDocument, isMap, isNode, isScalar, type Document, type Node } from 'yaml';
import { firstYamlError } from './yaml-errors.ts';

/** Parsed YAML with the line of every value. */
export interface YamlSource {
  /** The value as plain data; undefined if it doesn't parse. */
  value: unknown;
  /** The first syntax error and its line; empty if it parses. */
  errors: { line: number; message: string }[];
  /** The line of the key or value at a path; if there is none, of the nearest parent. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Parses YAML 1.2 (core schema: dates stay strings); `firstLine` is the number of its first line in the file. Never throws. */
export function parseYaml(text: string, firstLine = 1): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const line = (offset: number): number => counter.linePos(offset).line + firstLine - 1;
  const error = firstYamlError(document, text);
  return {
    value: error === undefined ? (document.toJS() as unknown) : undefined,
    errors: error === undefined ? [] : [{ line: line(error.offset), message: error.message }],
    lineOf: (path) => line(offsetOf(document, path)),
  };
}

/** Follows the path down as far as it exists; a map entry counts from its key. */
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
