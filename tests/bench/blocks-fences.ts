import { markdownToMdast } from 'satteri';
import type { Fence } from '../../src/commands/block.ts';
import { fenceInfo } from '../../src/commands/fence-info.ts';

/** What we need of a Markdown tree. */
interface Node {
  type: string;
  value?: string;
  position?: { start: { line: number; column: number } };
  children?: Node[];
}

/** Returns the fences of a Markdown text in order, as `parseBlock` takes them. */
export function fencesOf(text: string): Fence[] {
  const fences: Fence[] = [];
  const lines = text.split('\n');
  const open: Node[] = [markdownToMdast(text) as Node];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'code') fences.push(toFence(node, lines));
    open.push(...(node.children ?? []).toReversed());
  }
  return fences;
}

function toFence({ value, position }: Node, lines: readonly string[]): Fence {
  const { line = 1, column = 1 } = position?.start ?? {};
  const info = fenceInfo(lines[line - 1]!.slice(column - 1));
  return { ...info, text: value ?? '', line: line + 1, indent: column - 1 };
}
