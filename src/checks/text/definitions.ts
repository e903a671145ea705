import { didYouMean } from '../../content/nearest.ts';
import { lineOf, matchesInTexts, type Finding, type RuledText, type TextRule } from './rule.ts';

/**
 * Footnotes and reference links must be defined, and each definition must be unique and used. A reference without a definition
 * would appear on the page with its brackets.
 *
 * @example `As measured.[^1]` → `undefined-reference`; `[^1]: In May.` → `unused-definition`
 */
export const definitions: TextRule = (text) => [
  ...undefinedFootnotes(text),
  ...undefinedLinks(text),
  ...wrongDefinitions(text),
];

function undefinedFootnotes(text: RuledText): Finding[] {
  const known = identifiers(text, 'footnoteDefinition');
  return matchesInTexts(text, /(?<!\\)\[\^(?<name>[^\]\s]+)\]/g).map(({ match, line }) => {
    const message = `Unexpected footnote \`${match[0]}\`, expected one that is defined.`;
    const hint = didYouMean(match.groups!['name']!, known) ?? `Define it: \`${match[0]}: …\`.`;
    return { line, code: 'undefined-reference', message, hint };
  });
}

/** `[text][name]`; if the text is code, it is in a separate node. */
const REFERENCE = /(?<![\w\\)\]])\[[^\][\n]+\]\[(?<name>[^\][\n]*)\]|^\]\[(?<rest>[^\][\n]+)\]/g;

function undefinedLinks(text: RuledText): Finding[] {
  const known = identifiers(text, 'definition');
  return matchesInTexts(text, REFERENCE).map(({ match, line }) => {
    const name = match.groups!['name'] ?? match.groups!['rest'] ?? '';
    const message = `Unexpected link to \`[${name}]\`, expected one that is defined.`;
    const hint = didYouMean(name, known) ?? `Define it: \`[${name === '' ? 'text' : name}]: https://…\`.`;
    return { line, code: 'undefined-reference', message, hint };
  });
}

function identifiers({ nodes }: RuledText, type: 'definition' | 'footnoteDefinition'): string[] {
  return nodes.flatMap(({ node }) => (node.type === type && 'identifier' in node ? [node.identifier] : []));
}

const USED_BY = {
  definition: ['linkReference', 'imageReference'],
  footnoteDefinition: ['footnoteReference'],
} as const;

function wrongDefinitions({ nodes }: RuledText): Finding[] {
  const seen = new Set<string>();
  const used = new Set(
    nodes.flatMap(({ node }) => ('identifier' in node ? [`${node.type} ${node.identifier}`] : [])),
  );
  return nodes.flatMap(({ node }): Finding[] => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return [];
    const name = node.type === 'definition' ? `[${node.identifier}]` : `[^${node.identifier}]`;
    const at = { line: lineOf(node) };
    const twice = seen.has(name);
    seen.add(name);
    if (twice) {
      const message = `Unexpected second definition of \`${name}\`, expected only one: the first counts.`;
      return [{ ...at, code: 'duplicate-definition', message }];
    }
    if (USED_BY[node.type].some((type) => used.has(`${type} ${node.identifier}`))) return [];
    const message = `Unexpected definition of \`${name}\`, expected a reference to it in the text.`;
    return [{ ...at, code: 'unused-definition', message }];
  });
}
