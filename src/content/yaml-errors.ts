import { isCollection, isScalar, visit, type Document, type Node, type YAMLError } from 'yaml';

/** What is wrong with a YAML text, and where in it. */
export interface YamlError {
  offset: number;
  message: string;
}

/**
 * The first error of a YAML text, for all that follow are mostly the same slip seen again. The parser finds some only where
 * it gives up, lines later; they are told where they begin.
 */
export function firstYamlError(document: Document, text: string): YamlError | undefined {
  const blank = oddIndent(text);
  if (blank !== undefined) return blank;
  const open = openQuote(document, text);
  const error: YAMLError | undefined = [...document.errors, ...document.warnings][0];
  if (error === undefined) return aliasOrAnchor(document);
  if (open !== undefined && open <= error.pos[0])
    return { offset: open, message: 'a quote is opened here and closed nowhere before the next key' };
  return { offset: beginning(error, document, text), message: inWords(error) };
}

/** A blank of another kind before a key, which nobody sees: YAML takes it for the first letter of the key. */
function oddIndent(text: string): YamlError | undefined {
  const match = /^ *(?<blank>[\u00A0\u2000-\u200A\u202F\u3000])[\s\u00A0]*(?:- )?[\w-]+:(?: |$)/m.exec(text);
  if (match === null) return undefined;
  const code = match.groups!['blank']!.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return { offset: match.index, message: `the blank U+${code} stands where plain blanks indent` };
}

/** Where a quoted text begins that runs on over a line which looks like the next key. */
function openQuote(document: Document, text: string): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_key, node) {
      const [start, end] = node.range ?? [0, 0];
      if (node.type !== 'QUOTE_SINGLE' && node.type !== 'QUOTE_DOUBLE') return undefined;
      if (!/\n[ -]*[\w-]+:(?:\s|$)/.test(text.slice(start, end)) && closed(text, start, end))
        return undefined;
      found = start;
      return visit.BREAK;
    },
  });
  return found;
}

function closed(text: string, start: number, end: number): boolean {
  return end - start > 1 && text[end - 1] === text[start];
}

function beginning(error: YAMLError, document: Document, text: string): number {
  const at = error.pos[0];
  if (error.code === 'BLOCK_IN_FLOW' || error.message.startsWith('Flow '))
    return flowStart(document, at) ?? at;
  if (error.code === 'MULTIPLE_DOCS') return Math.max(0, text.search(/^(?:\.\.\.|---)/m));
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') return indentedLine(document, text, at);
  return at;
}

/** Where the list or map in brackets begins that is still open at an offset. */
function flowStart(document: Document, at: number): number | undefined {
  let found: number | undefined;
  visit(document, (_key, node) => {
    if (isCollection(node) && node.flow === true && (node.range?.[0] ?? at) < at) found = node.range?.[0];
  });
  return found;
}

/** A key that is indented more than the one before it is read as a part of that one's value; the slip is its indent. */
function indentedLine(document: Document, text: string, at: number): number {
  if (!document.errors.some(({ code }) => code === 'MULTILINE_IMPLICIT_KEY')) return at;
  const next = text.indexOf('\n', at) + 1;
  const odd = (offset: number): boolean => /^ */.exec(text.slice(offset))![0].length % 2 === 1;
  return next === 0 || odd(text.lastIndexOf('\n', at) + 1) ? at : next;
}

const IN_WORDS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'a tab stands where blanks indent',
  BLOCK_AS_IMPLICIT_KEY: 'a text with `: ` in it needs quotes, and keys of one map begin in one column',
  MULTILINE_IMPLICIT_KEY: 'a key ends with a colon and a blank, on its own line',
  DUPLICATE_KEY: 'this key is there already',
  MULTIPLE_DOCS: 'a second document begins here',
};

function inWords({ code, message }: YAMLError): string {
  return IN_WORDS[code] ?? message;
}

/** YAML's aliases and anchors have no use here; mostly `*` or `&` begins a text that should stand in quotes. */
function aliasOrAnchor(document: Document): YamlError | undefined {
  let found: YamlError | undefined;
  const note = (node: Node, sign: string, name: string): symbol => {
    const message = `${sign}${name} is a name of YAML's own; a text that begins with ${sign} needs quotes`;
    found = { offset: node.range?.[0] ?? 0, message };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_key, node) => note(node, '*', node.source),
    Node: (_key, node) =>
      isScalar(node) || isCollection(node)
        ? node.anchor === undefined
          ? undefined
          : note(node, '&', node.anchor)
        : undefined,
  });
  return found;
}
