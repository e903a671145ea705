import type { Code, Root, RootContent } from 'mdast';
import type { MdxFlowExpression } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import { importedFence } from '../code/fence.ts';
import type { ImportedFence, WrittenCode } from '../code/written-code.ts';

/** The blocks of an article, in order, as they will be in it. */
export interface PlacedBlocks {
  fences: ImportedFence[];
  /** How many blocks were empty. */
  empty: number;
}

/** Puts the code back, each block with its language and, if needed, a marker. */
export function placeCode(tree: Root, codes: readonly WrittenCode[]): PlacedBlocks {
  const placed: PlacedBlocks = { fences: [], empty: 0 };
  visit(tree, 'code', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const fence = importedFence(
      codes[node.data?.opsnotesCode ?? -1] ?? {
        text: node.value,
        language: node.lang ?? undefined,
        title: undefined,
      },
    );
    if (fence === undefined) placed.empty++;
    else placed.fences.push(fence);
    const nodes = fence === undefined ? [] : blockOf(fence);
    (parent.children as RootContent[]).splice(index, 1, ...nodes);
    return [SKIP, index + nodes.length];
  });
  return placed;
}

function blockOf(fence: ImportedFence): RootContent[] {
  const code: Code = {
    type: 'code',
    lang: fence.language,
    meta: fence.meta === '' ? null : fence.meta,
    value: fence.text,
  };
  return fence.todo === undefined ? [code] : [todoMarker(fence.todo), code];
}

/** `{/* todo: … *‍/}`: readers don't see it, and `npm run check -- --todo` lists it. */
export function todoMarker(text: string): MdxFlowExpression {
  return {
    type: 'mdxFlowExpression',
    value: `/* todo: ${text.replaceAll('*/', '* /').replace(/\s+/g, ' ').trim()} */`,
  };
}
