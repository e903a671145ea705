import type { MdastNode } from 'satteri';
import type { Finding } from '../../content/fault.ts';
import type { MdxEntry } from '../../content/read-content.ts';

export type { Finding };

/** A text as the rules see it. */
export interface RuledText {
  entry: MdxEntry<unknown>;
  /** The text; if it has syntax errors, as far as it could be read. */
  source: string;
  /** Its lines. */
  lines: readonly string[];
  /** The names that it imports and exports. */
  declared: ReadonlySet<string>;
  /** All nodes of its tree, parents before children. */
  nodes: readonly PlacedNode[];
}

/** A node and its ancestors, from the root to its parent. */
export interface PlacedNode {
  node: MdastNode;
  parents: readonly MdastNode[];
}

/** A rule for individual texts. */
export type TextRule = (text: RuledText) => Finding[];

/** The line where a node begins. */
export function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

/** The source of a node. */
export function writtenAs({ source }: RuledText, { position }: MdastNode): string {
  return position === undefined ? '' : source.slice(position.start.offset, position.end.offset);
}

/** All matches of a pattern in the source of the prose, where `\[` can be told from `[`, with their lines. */
export function matchesInTexts(
  text: RuledText,
  pattern: RegExp,
): { match: RegExpExecArray; line: number; node: MdastNode }[] {
  return text.nodes.flatMap(({ node }) =>
    node.type === 'text'
      ? [...writtenAs(text, node).matchAll(pattern)].map((match) => ({
          match,
          node,
          line: lineOf(node) + newlines(match.input.slice(0, match.index)),
        }))
      : [],
  );
}

/** The number of newlines in a text. */
export function newlines(text: string): number {
  return text.split('\n').length - 1;
}
