import { markdownToMdast } from 'satteri';
import type { Fence } from '../../src/commands/block.ts';

/** What of a Markdown tree is needed here. */
interface Node {
  type: string;
  value?: string;
  lang?: string | null;
  meta?: string | null;
  position?: { start: { line: number; column: number } };
  children?: Node[];
}

/** Markdown → its fences in order, as `parseBlock` takes them. */
export function fencesOf(text: string): Fence[] {
  const fences: Fence[] = [];
  const open: Node[] = [markdownToMdast(text) as Node];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'code') fences.push(toFence(node));
    open.push(...(node.children ?? []).toReversed());
  }
  return fences;
}

function toFence({ lang, meta, value, position }: Node): Fence {
  const { line = 0, column = 1 } = position?.start ?? {};
  return { language: lang ?? '', meta: meta ?? '', text: value ?? '', line: line + 1, indent: column - 1 };
}
