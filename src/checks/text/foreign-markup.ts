import { lineOf, matchesInTexts, writtenAs, type Finding, type RuledText, type TextRule } from './rule.ts';

/**
 * Markup of other tools, and Markdown with a typo, would appear on the page as it is written.
 *
 * @example `> [!DANGER]`, `:::note`, `!!! note`, `[[Page]]`, `[b]bold[/b]`, `[text] (address)` → `foreign-markup`
 */
export const foreignMarkup: TextRule = (text) => [
  ...FORMS.flatMap((form) => findings(text, form)),
  ...text.nodes.flatMap(({ node, parents }) =>
    node.type === 'paragraph' || node.type === 'heading' ? indented(text, node, parents) : [],
  ),
  ...text.nodes.flatMap(({ node }) => (node.type === 'inlineCode' ? twoBackquotes(text, node) : [])),
];

interface Form {
  /** Multi-line, so that `^` matches at the start of a line of prose. */
  pattern: RegExp;
  /** What it is called. */
  name: string;
  /** What to write instead. */
  hint: (match: RegExpExecArray) => string;
}

const CALLOUT = /warn|caution|danger|attention|important|achtung/i;

function callout(kind: string): string {
  const name = CALLOUT.test(kind) ? 'Warning' : 'Note';
  return `Write:\n<${name}>\n…\n</${name}>`;
}

/** The start of a line, after any quotation marks of Markdown. */
const START = String.raw`^(?:[ \t]*>)*[ \t]*`;

function atStart({ source, flags }: RegExp): RegExp {
  return new RegExp(START + source, `gm${flags}`);
}

const FORMS: readonly Form[] = [
  {
    pattern: atStart(/(?<!\\)\[!(?!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:[ \t]*$))(?<kind>[A-Za-z]+)\]/),
    name: 'alert',
    hint: ({ groups }) => callout(groups!['kind']!),
  },
  {
    pattern: atStart(/:::+ ?\{?\.?(?<kind>\w+)/),
    name: 'directive',
    hint: ({ groups }) => callout(groups!['kind']!),
  },
  {
    pattern: atStart(/(?:!!!|\?\?\?\+?) ?"?(?<kind>\w+)/),
    name: 'admonition',
    hint: ({ groups }) => callout(groups!['kind']!),
  },
  {
    pattern: atStart(/\.\. [\w-]+::/),
    name: 'reStructuredText',
    hint: () => 'Write it in Markdown.',
  },
  {
    pattern: atStart(/h[1-6]\. /),
    name: 'heading of another wiki',
    hint: ([text]) => `Write \`${'#'.repeat(Math.max(2, Number(/\d/.exec(text)![0])))} \`.`,
  },
  {
    pattern: atStart(/(?<!\\)(?:\[TOC\]|\[\[_TOC_\]\]|\[\[toc\]\]|\$\{toc\})/i),
    name: 'table of contents',
    hint: () => 'Every article has one already.',
  },
  {
    pattern: /(?<!\\)\[\[(?!_?toc)[^\][\n]+\]\]/gi,
    name: 'wiki link',
    hint: () => 'Write `[text](./other.mdx)`.',
  },
  {
    pattern:
      /(?<!\\)\[\/?(?:caption|gallery|embed|audio|video|playlist|code|sourcecode|youtube|vimeo|gist|quote|img|url|size|color|list|spoiler|contact-form|b|i|u|s)(?:[ =][^\]\n]*)?\](?![([:])/gi,
    name: 'shortcode',
    hint: () => 'Write what it would produce, in Markdown.',
  },
  {
    // An autolinked address ends the text node.
    pattern: /(?<!\\)\][ \t]+\((?:(?:https?:|\.{0,2}\/|#|mailto:)[^)\s]*\)|$)/g,
    name: 'link',
    hint: () => 'Leave out the space: `[text](address)`.',
  },
  {
    pattern: /(?<!\\)\]\((?:(?=[^)\s])[^)\n]*(?:\)|$)|$)/gm,
    name: 'link',
    hint: ([text]) =>
      text.endsWith(')')
        ? 'An address with spaces goes in angle brackets: `[text](<./a b.txt>)`.'
        : 'A bracket is missing.',
  },
  {
    pattern: /(?<![\\!])\[[^\][\s][^\][\n]*\w\($/g,
    name: 'link',
    hint: () => 'A bracket is missing: `[text](address)`.',
  },
  {
    pattern: /(?:(?<!\\)\((?:https?:\/\/|\.{1,2}\/)[^)\s]*|^)\)[ \t]?\[[^\]\n]+\]/g,
    name: 'link',
    hint: () => 'The text comes first: `[text](address)`.',
  },
  {
    pattern: /(?<![\\=\w])==(?=\S)[^=\n]+(?<=\S)==(?!=)/g,
    name: 'mark',
    hint: () => 'Write `<mark>…</mark>`.',
  },
  {
    pattern: atStart(/\$\$/),
    name: 'formula',
    hint: () => 'Write it in words and symbols, or as a picture.',
  },
  {
    pattern: atStart(/'{3,} *[A-Za-z]+$/),
    name: 'fence made of quotes',
    hint: () => 'A fence begins and ends with three backticks.',
  },
  {
    pattern: atStart(/\[(?: [xX]|[xX] | {2,}|)\](?= )/),
    name: 'checkbox of a task',
    hint: () => 'Write `- [ ]` or `- [x]`.',
  },
  {
    pattern: atStart(/(?<!\\)#{2,6}(?=[^#\s])/),
    name: 'heading without a space',
    hint: ([text]) => `Write \`${text.trim()} …\`.`,
  },
];

function findings(text: RuledText, { pattern, name, hint }: Form): Finding[] {
  const isAtStart = pattern.source.startsWith(START);
  return matchesInTexts(text, pattern)
    .filter(({ match, node }) => !isAtStart || match.index > 0 || beginsLine(text, node))
    .map(({ match, line }) => ({
      line: line + leadingLines(match[0]),
      code: 'foreign-markup',
      message: `Unexpected ${name} \`${match[0].trim()}\`, expected Markdown: readers would see it as it is.`,
      hint: hint(match),
    }));
}

/** Whether a node comes first in its line, apart from markers of quotations and lists. */
function beginsLine({ lines }: RuledText, { position }: Node): boolean {
  const before = lines[(position?.start.line ?? 1) - 1]?.slice(0, (position?.start.column ?? 1) - 1) ?? '';
  return /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*$/.test(before);
}

/** A match may begin with the preceding newline. */
function leadingLines(text: string): number {
  return /^\s*/.exec(text)![0].split('\n').length - 1;
}

/** Two backticks and a word on a line of their own: a fence that lacks its third backtick is parsed as inline code. */
function twoBackquotes(text: RuledText, node: Node): Finding[] {
  const [first = '', ...rest] = writtenAs(text, node).split('\n');
  if (!/^``[A-Za-z]+(?: \w+=.*)?$/.test(first) || rest.at(-1)?.trim() !== '``') return [];
  const message = `Unexpected fence of two backticks \`${first}\`, expected three.`;
  return [{ line: lineOf(node), code: 'foreign-markup', message, hint: `\`${first}` }];
}

type Node = Parameters<typeof lineOf>[0];

/** Indentation doesn't make code in MDX: `    # apt update` becomes a heading, and commands run together. */
function indented(text: RuledText, node: Node, parents: readonly Node[]): Finding[] {
  if (parents.at(-1)?.type !== 'root' || (node.position?.start.column ?? 1) < 5) return [];
  const first = writtenAs(text, node).split('\n', 1)[0]!;
  return [
    {
      line: lineOf(node),
      code: 'foreign-markup',
      message: `Unexpected indentation of \`${first}\`, expected a fence for code, or prose without indentation.`,
      hint: `Write:\n\`\`\`console\n${first}\n\`\`\``,
    },
  ];
}
