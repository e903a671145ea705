import { hiddenCharacters, withoutHidden } from '../hidden-characters.ts';
import type { Finding, TextRule } from './rule.ts';

/**
 * Prose must be what it looks like. `characters.ts` and the block parser check what readers copy.
 *
 * @example a right-to-left override in a sentence → `hidden-character`
 */
export const hiddenInProse: TextRule = ({ lines, nodes }) => {
  const code = nodes.flatMap(({ node }) =>
    node.type === 'code' || node.type === 'yaml' ? [node.position!] : [],
  );
  return lines.flatMap((line, index): Finding[] => {
    if (code.some(({ start, end }) => start.line <= index + 1 && index < end.line)) return [];
    return hiddenCharacters(line.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '')).map((problem) => ({
      line: index + 1,
      ...problem,
      ...(problem.code === 'hidden-character' ? fix(index + 1, line) : {}),
    }));
  });
};

/** Removes invisible characters. Where a character stands in for another one, only a person can say which. */
function fix(line: number, text: string): Pick<Finding, 'fix'> {
  if (text.includes('\uFFFD')) return {};
  return { fix: { line, count: 1, text: withoutHidden(text) } };
}
