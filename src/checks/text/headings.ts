import type { MdastNode } from 'satteri';
import { plainText } from '../../content/outline/plain-text.ts';
import { lineOf, type Finding, type TextRule } from './rule.ts';

/**
 * A heading must have text, and be at most one level below the one before it.
 *
 * @example `##` → `empty-heading`; `## A`, `#### B` → `skipped-heading`
 */
export const headings: TextRule = ({ nodes }) => {
  const found = nodes.flatMap(({ node }) => (node.type === 'heading' ? [node] : []));
  let before = 1;
  const siblings: Set<string>[] = [];
  return found.flatMap((heading) => {
    // A `# Heading` in a text counts as level 2, because the title is level 1.
    const level = Math.max(2, heading.depth);
    const skipped = level > before + 1 ? [skip(heading, level, before)] : [];
    before = level;
    const text = plainText(heading).trim();
    siblings.length = level + 1;
    const repeated = siblings[level]?.has(text) === true;
    siblings[level] = (siblings[level] ?? new Set()).add(text);
    if (text === '') return [empty(heading)];
    return repeated ? [...skipped, repeat(heading, text)] : skipped;
  });
};

type Heading = Extract<MdastNode, { type: 'heading' }>;

function empty(heading: Heading): Finding {
  const message = 'Unexpected empty heading, expected a text.';
  return { line: lineOf(heading), code: 'empty-heading', message };
}

function repeat(heading: Heading, text: string): Finding {
  const message = `Unexpected second heading \`${text}\` in one section, expected a different text for each.`;
  return { line: lineOf(heading), code: 'repeated-heading', message };
}

function skip(heading: Heading, level: number, before: number): Finding {
  const wanted = '#'.repeat(before + 1);
  const message = `Unexpected heading of level ${level} below one of level ${before}, expected \`${wanted}\`.`;
  return { line: lineOf(heading), code: 'skipped-heading', message };
}
