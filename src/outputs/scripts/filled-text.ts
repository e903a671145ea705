import { findPlaceholders } from '../../commands/placeholders.ts';
import { hereDocument, variableOf } from './shell-text.ts';

/**
 * `_fill` reads a text from file descriptor 3, so that the commands keep the terminal as their input, fills every placeholder and
 * stores the result in `_text`.
 */
export function fillFunction(names: readonly string[]): string {
  const lines = names.map((name) => `  _text=\${_text//'{{${name}}}'/"$${variableOf(name)}"}`);
  return `_fill() {\n  _read\n${lines.join('\n')}\n}`;
}

/** Shell lines that store a text in `_text` as it is. */
export function givenText(text: string): string {
  return hereDocument('_read', '3', text);
}

/** Shell lines that store a text in `_text` with its placeholders filled. */
export function filledText(text: string): string {
  const guard = freeGuard(text);
  const guarded = withGuards(text, guard);
  const document = hereDocument('_fill', '3', guarded);
  return guarded === text ? document : `${document}\n_text=\${_text//'{{${guard}'/'{{'}`;
}

/** `${{name}}` and the like aren't placeholders, but `_fill` would take them for some, so they get a guard. */
function withGuards(text: string, guard: string): string {
  const starts = new Set(findPlaceholders(text).map(({ start }) => start));
  return text.replace(/\{\{(?=[a-z][a-z0-9_]*\}\})/g, (braces, offset: number) =>
    starts.has(offset) ? braces : braces + guard,
  );
}

function freeGuard(text: string): string {
  let guard = 'KEEP:';
  while (text.includes(guard)) guard = `KEEP_${guard}`;
  return guard;
}
