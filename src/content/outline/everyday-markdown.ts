import { isTagName, VOID_ELEMENTS } from './html-elements.ts';

/**
 * Everyday Markdown that MDX reads differently, converted to MDX: links in angle brackets, elements without an end tag, HTML
 * comments, anchors in braces, a literal `<` or `{`. Code in backticks stays as it is.
 */

/** A corrected line, and what was wrong with it. */
export interface Correction {
  message: string;
  line: string;
}

/** Corrects everything of this kind in a line; at the given column, also what only the parser can recognise. */
export function correctLine(line: string, column: number): Correction | undefined {
  for (const rule of RULES) {
    const found = matchAt(line, rule, column);
    if (found === undefined) continue;
    // Apart from the rest, whose corrections would move the parser's place.
    const before = outsideOfCode(line.slice(0, found.index), correctEverywhere);
    const after = outsideOfCode(line.slice(found.index + found[0].length), correctEverywhere);
    return { message: rule.message(found), line: before + rule.write(found) + after };
  }
  return undefined;
}

interface Rule {
  pattern: RegExp;
  write: (match: RegExpExecArray) => string;
  message: (match: RegExpExecArray) => string;
  /** Whether to correct it anywhere, or only where the parser stopped. */
  everywhere: boolean;
  applies?: (match: RegExpExecArray) => boolean;
}

const VOID = [...VOID_ELEMENTS].join('|');

/** Tried in this order. */
const RULES: readonly Rule[] = [
  {
    pattern: /<(?<address>(?:https?|ftp):\/\/[^\s<>]+|mailto:[^\s<>]+|tel:[^\s<>]+)>/g,
    write: ({ groups }) => `[${groups!['address']!.replace(/^(?:mailto|tel):/, '')}](${groups!['address']!})`,
    message: ([text]) => `Unexpected \`${text}\`, expected a link as \`[text](address)\`.`,
    everywhere: true,
  },
  {
    pattern: /<(?<address>[^\s<>@:"']+@[^\s<>@]+\.[^\s<>@.]+)>/g,
    write: ({ groups }) => `[${groups!['address']!}](mailto:${groups!['address']!})`,
    message: ([text]) => `Unexpected \`${text}\`, expected a link as \`[text](mailto:address)\`.`,
    everywhere: true,
  },
  {
    pattern: /<!--(?<text>.*?)-->/g,
    write: ({ groups }) => `{/*${groups!['text']!.replaceAll('*/', '* /')}*/}`,
    message: () => 'Unexpected HTML comment, expected `{/* … */}`.',
    everywhere: true,
  },
  {
    pattern: new RegExp(String.raw`<(?<name>${VOID})(?<attributes>(?:\s[^<>]*?)?)\s*/?>`, 'gi'),
    write: ({ groups }) => `<${groups!['name']!.toLowerCase()}${quoted(groups!['attributes']!)} />`,
    message: ([text, name]) => `Unexpected \`${text}\`, expected \`<${name!.toLowerCase()} … />\`.`,
    everywhere: true,
  },
  {
    pattern: / ?\{:?\s*[#.][^{}]*\}/g,
    write: () => '',
    message: ([text]) =>
      `Unexpected \`${text.trim()}\`, expected no anchor: each heading gets one from its text.`,
    everywhere: true,
  },
  {
    pattern: /\{(?:%|\{[<%])/g,
    write: ([text]) => text.replaceAll('{', '\\{').replaceAll('<', '\\<'),
    message: ([text]) =>
      `Unexpected shortcode \`${text} …\`, expected the text it would produce; shortcodes mean nothing here.`,
    everywhere: false,
  },
  {
    pattern: /(?<![<\\])<(?=[^\sA-Za-z/_$>!])/g,
    write: () => '\\<',
    message: () => 'Unexpected `<`, expected `\\<` for a literal one.',
    everywhere: true,
  },
  {
    pattern: /<(?<name>[\w.:-]*)/g,
    applies: ({ groups }) => groups!['name'] === '' || !isTagName(groups!['name']!),
    write: ([text]) => `\\${text}`,
    message: () => 'Unexpected `<`, expected a tag, or `\\<` for a literal one.',
    everywhere: false,
  },
  {
    pattern: /\{+/g,
    write: ([text]) => text.replaceAll('{', '\\{'),
    message: () => 'Unexpected `{`, expected `\\{` for a literal one.',
    everywhere: false,
  },
];

function matchAt(line: string, { pattern, applies }: Rule, column: number): RegExpExecArray | undefined {
  return [...line.matchAll(pattern)].find(
    (match) => match.index <= column && column < match.index + match[0].length && (applies?.(match) ?? true),
  );
}

function correctEverywhere(text: string): string {
  return RULES.filter(({ everywhere }) => everywhere).reduce(correctAll, text);
}

function correctAll(text: string, { pattern, write }: Rule): string {
  let corrected = '';
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    corrected += text.slice(done, match.index) + write(match);
    done = match.index + match[0].length;
  }
  return corrected + text.slice(done);
}

/** ` src=a.png hidden` → ` src="a.png" hidden` */
function quoted(attributes: string): string {
  return attributes.replace(/=\s*(?!["'{\s])([^\s"'{]+)/g, '="$1"').trimEnd();
}

/** Applies `change` to the parts of a line outside backticks. */
function outsideOfCode(line: string, change: (text: string) => string): string {
  return line
    .split(/(?<!\\)((?<tick>`+)(?!`).*?(?<!`)\k<tick>(?!`))/)
    .map((piece, index) => (index % 3 === 0 ? change(piece) : index % 3 === 1 ? piece : ''))
    .join('');
}
