import { isComment } from '../../content/outline/jsx-attributes.ts';
import { stringAt, valueAt } from '../raw.ts';
import { matchesInTexts, type Finding, type RuledText, type TextRule } from './rule.ts';

/**
 * An article that isn't a draft must have a text, and nothing left to fill in.
 *
 * @example `TODO: measure again` → `unfinished`
 */
export const unfinished: TextRule = (text) => {
  if (valueAt(text.entry.raw, ['draft']) === true) return [];
  return [
    ...emptyText(text),
    ...matchesInTexts(text, MARKS).map(({ match, line }) => finding(line, match[0])),
    ...FIELDS.flatMap((field) => leftInFrontmatter(text, field)),
  ];
};

const MARKS = /\b(?:TODO|FIXME|XXX|TBD|TBC)\b|\blorem ipsum\b/gi;

function finding(line: number, text: string): Finding {
  const message = `Unexpected \`${text}\`, expected a finished text, or \`draft: true\`.`;
  return { line, code: 'unfinished', message };
}

/** Fields that `npm run new` fills with text for the author to replace. */
const FIELDS = ['title', 'description'] as const;
const TEMPLATE =
  /^(?:TITLE|NAME|One sentence that says what is here\.)$|\b(?:TODO|FIXME|TBD)\b|\blorem ipsum\b/i;

function leftInFrontmatter({ entry }: RuledText, field: (typeof FIELDS)[number]): Finding[] {
  const found = TEMPLATE.exec(stringAt(entry.raw, field) ?? '')?.[0];
  return found === undefined ? [] : [finding(entry.lineOf([field]), found)];
}

function emptyText({ nodes, lines, entry }: RuledText): Finding[] {
  const isEmpty = nodes.every(
    ({ node }) =>
      node.type === 'root' ||
      node.type === 'yaml' ||
      (node.type === 'mdxFlowExpression' && isComment(node.value)),
  );
  if (!isEmpty || entry.broken) return [];
  const message = 'Unexpected end of the text, expected more than frontmatter.';
  const line = Math.max(1, lines.findLastIndex((one) => one.startsWith('---')) + 1);
  return [{ line, code: 'empty-text', message }];
}
