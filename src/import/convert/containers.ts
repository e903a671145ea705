import { fenceAfter } from './fences.ts';

type Lines = readonly string[];

/**
 * Turns admonitions and tabs of MkDocs (`!!! note`, `=== "Tab"`), Docusaurus and Starlight (`:::note`) into elements
 * with the same text inside, so that Markdown can read on within them. Code stays unchanged.
 */
export function openContainers(text: string): string {
  return convert(text.split('\n'), 0).join('\n');
}

/** How deeply admonitions may be nested. */
const DEEPEST = 20;

function convert(lines: Lines, depth: number): string[] {
  if (depth > DEEPEST) return [...lines];
  const result: string[] = [];
  const open: { colons: number; tag: string; indent: string }[] = [];
  let fence: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const before = fence;
    fence = fenceAfter(line, fence);
    if (before !== undefined || fence !== undefined) {
      result.push(line);
      continue;
    }
    const block = indentedBlock(line);
    if (block !== undefined) {
      const inner = indentedLines(lines, index + 1, block.indent.length);
      result.push(...element(block, convert(inner.lines, depth + 1)));
      index = inner.end - 1;
      continue;
    }
    const colons = colonBlock(line);
    if (colons !== undefined) {
      open.push(colons);
      result.push('', colons.indent + colons.begin, '');
      continue;
    }
    const closing = /^[ \t]*(:{3,})[ \t]*$/.exec(line)?.[1]?.length;
    const at = closing === undefined ? -1 : open.findLastIndex((one) => one.colons <= closing);
    if (at === -1) result.push(line);
    else for (const { tag, indent } of open.splice(at).reverse()) result.push('', `${indent}</${tag}>`, '');
  }
  // Close whatever was never closed at the end of the text.
  for (const { tag, indent } of open.reverse()) result.push('', `${indent}</${tag}>`, '');
  return result;
}

interface Block {
  indent: string;
  tag: string;
  begin: string;
}

/** `!!! warning "Title"`, `??? note`, `=== "Tab"`, followed by a body indented by four. */
function indentedBlock(line: string): Block | undefined {
  const admonition =
    /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+(?:inline(?:[ \t]+end)?|[\w-]+))*(?:[ \t]+"((?:\\"|[^"])*)")?[ \t]*$/.exec(
      line,
    );
  if (admonition !== null) {
    const [, indent = '', kind = 'note', title = titleOfKind(kind)] = admonition;
    return { indent, tag: 'opsnotes-aside', begin: asideTag(kind, title) };
  }
  const tab = /^([ \t]*)===[!+]?[ \t]+"((?:\\"|[^"])*)"[ \t]*$/.exec(line);
  return tab === null
    ? undefined
    : { indent: tab[1]!, tag: 'opsnotes-tab', begin: `<opsnotes-tab title="${escaped(tab[2]!)}">` };
}

/** `:::note Title`, `:::tip[Title]`, `::: warning {title="Title"}` */
function colonBlock(line: string): (Block & { colons: number }) | undefined {
  const groups =
    /^(?<indent>[ \t]*)(?<colons>:{3,})[ \t]*\{?\.?(?<kind>[A-Za-z][\w-]*)\}?[ \t]*(?:\[(?<bracket>.*)\]|\{(?<braces>.*)\}|(?<rest>[^{[].*))?[ \t]*(?:\{.*\})?$/.exec(
      line,
    )?.groups;
  if (groups === undefined) return undefined;
  const { indent = '', colons = '', kind = '' } = groups;
  const braces = /title=(?:"([^"]*)"|'([^']*)'|(\S+))/
    .exec(groups['braces'] ?? '')
    ?.slice(1)
    .find(Boolean);
  const title = (groups['bracket'] ?? braces ?? groups['rest'] ?? '').trim() || titleOfKind(kind);
  if (kind === 'details')
    return {
      indent,
      colons: colons.length,
      tag: 'details',
      begin: `<details>\n${indent}<summary>${escaped(title)}</summary>`,
    };
  return { indent, colons: colons.length, tag: 'opsnotes-aside', begin: asideTag(kind, title) };
}

/** Kinds whose name says no more than "note" or "warning". */
const PLAIN_KINDS =
  /^(?:note|info|information|warning|caution|danger|important|attention|tip|hint|aside|callout|alert|notice|admonition|details)$/i;

/** `abstract` → `Abstract`: the title for a kind that is neither a note nor a warning. */
function titleOfKind(kind: string): string {
  return PLAIN_KINDS.test(kind) ? '' : kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
}

/** The opening tag of an admonition. */
export function asideTag(kind: string, title = ''): string {
  return `<opsnotes-aside kind="${escaped(kind)}"${title === '' ? '' : ` title="${escaped(title)}"`}>`;
}

/** The lines indented four columns further than a block, with the blank lines between them, dedented. */
function indentedLines(lines: Lines, from: number, indent: number): { lines: string[]; end: number } {
  const inner: string[] = [];
  let end = from;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]!;
    const own = dedented(line, indent + 4);
    if (line.trim() !== '' && own === undefined) break;
    inner.push(own ?? '');
    if (line.trim() !== '') end = index + 1;
  }
  return { lines: inner.slice(0, end - from), end };
}

/** Removes the first columns of a line; undefined if they aren't blank. A tab counts as four columns. */
function dedented(line: string, columns: number): string | undefined {
  let [at, column] = [0, 0];
  while (column < columns && at < line.length) {
    if (line[at] === ' ') column++;
    else if (line[at] === '\t') column += 4 - (column % 4);
    else return undefined;
    at++;
  }
  return column >= columns ? ' '.repeat(column - columns) + line.slice(at) : undefined;
}

function element({ indent, tag, begin }: Block, inner: readonly string[]): string[] {
  return [
    '',
    indent + begin,
    '',
    ...inner.map((line) => (line === '' ? '' : indent + line)),
    '',
    `${indent}</${tag}>`,
    '',
  ];
}

/** Escapes text for an attribute or an element. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
