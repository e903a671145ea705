import { isCollection, isScalar, visit, type Document, type Node, type YAMLError } from 'yaml';

/** A YAML error, and its position in the text. */
export interface YamlError {
  offset: number;
  message: string;
}

/**
 * The first error of a YAML text; the ones after it are usually consequences. The parser notices some errors only lines later, so
 * they are reported where they begin.
 */
export function firstYamlError(document: Document, text: string): YamlError | undefined {
  const blank = oddIndent(text);
  if (blank !== undefined) return blank;
  const open = openQuote(document, text);
  const error: YAMLError | undefined = [...document.errors, ...document.warnings][0];
  if (error === undefined) return aliasOrAnchor(document);
  if (open !== undefined && open <= error.pos[0])
    return { offset: open, message: 'a quote is opened here and not closed before the next key' };
  return { offset: beginning(error, document, text), message: inWords(error) };
}

/** An unusual, invisible space before a key: YAML would take it for the first letter of the key. */
function oddIndent(text: string): YamlError | undefined {
  const match = /^ *(?<blank>[\u00A0\u2000-\u200A\u202F\u3000])[\s\u00A0]*(?:- )?[\w-]+:(?: |$)/m.exec(text);
  if (match === null) return undefined;
  const code = match.groups!['blank']!.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return {
    offset: match.index,
    message: `the indentation contains the space U+${code}, where only plain spaces are allowed`,
  };
}

/** The start of an unclosed quoted text: it continues over a line that looks like the next key. */
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

/** The start of the list or map in brackets that is still open at an offset. */
function flowStart(document: Document, at: number): number | undefined {
  let found: number | undefined;
  visit(document, (_key, node) => {
    if (isCollection(node) && node.flow === true && (node.range?.[0] ?? at) < at) found = node.range?.[0];
  });
  return found;
}

/** A key indented more than the one before it is parsed as part of that key's value; the mistake is its indentation. */
function indentedLine(document: Document, text: string, at: number): number {
  if (!document.errors.some(({ code }) => code === 'MULTILINE_IMPLICIT_KEY')) return at;
  const next = text.indexOf('\n', at) + 1;
  const odd = (offset: number): boolean => /^ */.exec(text.slice(offset))![0].length % 2 === 1;
  return next === 0 || odd(text.lastIndexOf('\n', at) + 1) ? at : next;
}

const IN_WORDS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'there is a tab in the indentation, where only spaces are allowed',
  BLOCK_AS_IMPLICIT_KEY:
    'a value that contains `: ` needs quotes, and the keys of a map must start in the same column',
  MULTILINE_IMPLICIT_KEY: 'a key ends with a colon and a space, on the same line',
  DUPLICATE_KEY: 'this key is already there',
  MULTIPLE_DOCS: 'a second document begins here',
};

function inWords({ code, message }: YAMLError): string {
  return IN_WORDS[code] ?? message;
}

/** Aliases and anchors have no use here; usually a `*` or `&` begins a text that should be quoted. */
function aliasOrAnchor(document: Document): YamlError | undefined {
  let found: YamlError | undefined;
  const note = (node: Node, sign: string, name: string): symbol => {
    const message = `${sign}${name} has a special meaning in YAML; a value that begins with ${sign} needs quotes`;
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
