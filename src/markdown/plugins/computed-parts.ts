import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import { partEnd, partStart } from '../../content/computed-part.ts';

/**
 * Marks what has to be computed, components and expressions, by comments around it, with the place where it stands in the
 * text: so that the plain twin can put there what came of it. What lies in another such part is a part of that.
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
