import type { MdastNode } from 'satteri';
import { plainText } from '../../content/outline/plain-text.ts';
import { lineOf, type Finding, type TextRule } from './rule.ts';

/**
 * A heading has a text, and is one level below the one before it at most.
 *
 * @example `##` → `empty-heading`; `## A`, `#### B` → `skipped-heading`
 */
export const headings: TextRule = ({ nodes }) => {
  const found = nodes.flatMap(({ node }) => (node.type === 'heading' ? [node] : []));
  let before = 1;
  return found.flatMap((heading) => {
    // A `# Heading` in a text is of the second level, for the title is the first.
    const level = Math.max(2, heading.depth);
    const skipped = level > before + 1 ? [skip(heading, level, before)] : [];
    before = level;
    return plainText(heading).trim() === '' ? [empty(heading)] : skipped;
  });
};

type Heading = Extract<MdastNode, { type: 'heading' }>;

function empty(heading: Heading): Finding {
  const message = 'Unexpected empty heading, expected a text.';
  return { line: lineOf(heading), code: 'empty-heading', message };
}

function skip(heading: Heading, level: number, before: number): Finding {
  const wanted = '#'.repeat(before + 1);
  const message = `Unexpected heading of level ${level} below one of level ${before}, expected \`${wanted}\`.`;
  return { line: lineOf(heading), code: 'skipped-heading', message };
}
