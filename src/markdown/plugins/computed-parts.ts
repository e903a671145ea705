import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import { partEnd, partStart } from '../../content/computed-part.ts';

/**
 * Surrounds computed parts, components and expressions, with comments that give their position in the text. The plain Markdown
 * version needs them to insert the results. A part inside another one is not marked separately.
 */
export const computedParts = defineHastPlugin({
  name: 'opsnotes-computed-parts',
  options: { position: true },
  mdxFlowExpression: mark,
  mdxTextExpression: mark,
  mdxJsxFlowElement: { filter: [], visit: mark },
  mdxJsxTextElement: { filter: [], visit: mark },
});

function mark(node: Readonly<HastNode>, context: HastVisitorContext): void {
  const start = node.position?.start.offset;
  if (start === undefined || isInside(node, context)) return;
  context.insertBefore(node, { type: 'raw', value: partStart(start) });
  context.insertAfter(node, { type: 'raw', value: partEnd(start) });
}

function isInside(node: Readonly<HastNode>, context: HastVisitorContext): boolean {
  const parent = context.parent(node);
  return parent !== undefined && (parent.type.startsWith('mdxJsx') || isInside(parent, context));
}
