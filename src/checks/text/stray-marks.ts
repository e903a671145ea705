import { lineOf, matchesInTexts, newlines, type Finding, type RuledText, type TextRule } from './rule.ts';

/**
 * Finds marks that come in pairs but have lost their other half.
 *
 * @example `This is **important.` → `stray-mark`
 */
export const strayMarks: TextRule = (text) => [
  ...literalReferences(text),
  ...MARKS.flatMap(({ pattern, name }) =>
    matchesInTexts(text, pattern).map(({ match, line }): Finding => ({
      line,
      code: 'stray-mark',
      message: `Unexpected \`${match[0].trim()}\`, expected ${name}.`,
      hint: `If it is meant literally, write \`\\${match[0].trim()}\`.`,
    })),
  ),
];

/** Character references that readers would see: unknown ones, and those escaped twice, such as `&amp;lt;`. */
function literalReferences({ nodes }: RuledText): Finding[] {
  return nodes.flatMap(({ node }) =>
    node.type === 'text'
      ? [...node.value.matchAll(/&(?:#\d+|#x[\da-f]+|[a-z]{2,8}\d{0,2});/gi)].map((match): Finding => ({
          line: lineOf(node) + newlines(node.value.slice(0, match.index)),
          code: 'stray-mark',
          message: `Unexpected \`${match[0]}\`, expected the character itself: readers would see it as it is.`,
        }))
      : [],
  );
}

const MARKS = [
  { pattern: /(?<![\\*\w/.])\*(?=\p{L}[\p{L} ]*[\s.,])(?![^\n]*\*)/gu, name: 'the other `*`' },
  {
    pattern: /(?<![\\*\w/])\*\*(?=[\p{L}\p{N}"“«(])|(?<=[\p{L}\p{N}.!?…)»”"])\*\*(?![*\w/])/gu,
    name: 'the other `**`',
  },
  { pattern: /(?<![\\`])`+(?!`)/g, name: 'the other backtick' },
  { pattern: /(?<![\\~\w/])~~(?=\p{L})|(?<=\p{L})~~(?![~\w])/gu, name: 'the other `~~`' },
] as const;
