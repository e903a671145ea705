import type { MdastNode } from 'satteri';
import type { ContentCode } from '../../content/fault-codes.ts';
import type { Fault, Fix } from '../../content/fault.ts';
import type { MdxEntry } from '../../content/read-content.ts';
import type { Page } from '../../content/schemas/page.ts';

/** A text as the rules see it. */
export interface RuledText {
  entry: MdxEntry<unknown> & { data: Partial<Page> | undefined };
  /** The text; if it has syntax errors, as far as it could be read. */
  source: string;
  /** Its lines. */
  lines: readonly string[];
  /** All nodes of its tree, parents before children. */
  nodes: readonly PlacedNode[];
}

/** A node and its ancestors, from the root to its parent. */
export interface PlacedNode {
  node: MdastNode;
  parents: readonly MdastNode[];
}

/** What a rule has found. */
export interface Finding {
  line: number;
  code: ContentCode;
  message: string;
  hint?: string | undefined;
  fix?: Fix | undefined;
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

/** The source of every text node in the prose, so that `\[` can be told from `[`. */
function writtenTexts(text: RuledText): { written: string; line: number; node: MdastNode }[] {
  return text.nodes
    .filter(({ node }) => node.type === 'text')
    .map(({ node }) => ({ written: writtenAs(text, node), line: lineOf(node), node }));
}

/** All matches of a pattern in the prose, with their lines. */
export function matchesInTexts(
  text: RuledText,
  pattern: RegExp,
): { match: RegExpExecArray; line: number; node: MdastNode }[] {
  return writtenTexts(text).flatMap(({ written, line, node }) =>
    [...written.matchAll(pattern)].map((match) => ({
      match,
      node,
      line: line + newlines(written.slice(0, match.index)),
    })),
  );
}

/** The number of newlines in a text. */
export function newlines(text: string): number {
  return text.split('\n').length - 1;
}

/** Turns a finding into a fault of its file. */
export function asFault({ entry }: RuledText, finding: Finding): Fault {
  return { file: entry.file, ...finding };
}
