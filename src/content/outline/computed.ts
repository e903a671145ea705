import { COMPONENTS, isComponent } from './components.ts';
import { isComment, literalText } from './jsx-attributes.ts';
import type { Outline } from './outline.ts';

/** Whether a text imports, exports or computes something, so that only Astro can render it. */
export function isComputed({ statements, expressions, components }: Outline): boolean {
  return (
    statements.length > 0 ||
    expressions.some(({ text }) => !isComment(text) && literalText(text) === undefined) ||
    components.some(({ text }) => isComponent(text) && !COMPONENTS.includes(text))
  );
}
