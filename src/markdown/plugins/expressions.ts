import type { Text } from 'hast';
import { defineHastPlugin, type HastVisitorContext, type HastNode } from 'satteri';
import { isComment, literalText } from '../../content/outline/jsx-attributes.ts';

/** Drops comments and replaces plain strings such as `{' '}` with their text: neither has to be computed. */
export const expressions = defineHastPlugin({
  name: 'opsnotes-expressions',
  mdxFlowExpression: plain,
  mdxTextExpression: plain,
});

function plain(node: Readonly<HastNode & { value: string }>, context: HastVisitorContext): Text | undefined {
  if (isComment(node.value)) {
    context.removeNode(node);
    return undefined;
  }
  const value = literalText(node.value);
  return value === undefined ? undefined : { type: 'text', value };
}
