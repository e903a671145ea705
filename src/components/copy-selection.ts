/**
 * What a selection by hand puts on the clipboard. Of a session only its commands, as its buttons give; output alone stays what it is. A selection
 * that begins above a block or ends below it takes the same of it: no caption, no output, no button's label, and no newline at the end, on which
 * a terminal would run the last command.
 */
export function copySelection(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (
    selection === null ||
    selection.isCollapsed ||
    selection.rangeCount !== 1 ||
    event.clipboardData === null
  )
    return;
  const content = selectedContent(selection.getRangeAt(0));
  if (content === undefined) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', content.text);
  event.clipboardData.setData('text/html', content.html);
}

/** A range → its text and markup, blocks cut down to what may be run; undefined where the browser's own copy is right. */
export function selectedContent(range: Range): { text: string; html: string } | undefined {
  const within = range.commonAncestorContainer;
  const element = within instanceof Element ? within : within.parentElement;
  const selected = range.cloneContents();
  const figure = element?.closest('figure.block');
  if (figure == null) return withBlocks(selected);
  const isInText = element?.closest('pre') != null;
  if (isInText && figure.matches('.code')) return undefined;
  // A browser would take the rows of a line for lines of their own.
  const text = textOfBlock(selected, !isInText);
  const pre = document.createElement('pre');
  pre.textContent = text;
  return { text, html: pre.outerHTML };
}

/** Prose and blocks. Without a block in it there is nothing to do. */
function withBlocks(selected: DocumentFragment): { text: string; html: string } | undefined {
  const figures = [...selected.querySelectorAll('figure.block')];
  if (figures.length === 0) return undefined;
  for (const figure of figures) {
    const pre = document.createElement('pre');
    pre.textContent = textOfBlock(figure, true);
    if (pre.textContent === '') figure.remove();
    else figure.replaceWith(pre);
  }
  for (const extra of selected.querySelectorAll('button, script, style, .sr-only, [hidden]')) extra.remove();
  const holder = document.createElement('div');
  holder.append(selected);
  return { text: plainText(holder), html: holder.innerHTML };
}

/** The commands of a part of a block; where it has none, the text itself: a listing, a script, or output. */
function textOfBlock(part: ParentNode, hasCaption: boolean): string {
  const commands = commandsOf(part);
  if (commands !== undefined) return commands;
  const text = hasCaption ? (part.querySelector('pre')?.textContent ?? '') : (part.textContent ?? '');
  return text.replace(/[\r\n]+$/, '');
}

function commandsOf(part: ParentNode): string | undefined {
  const commands = [...part.querySelectorAll('.command')];
  return commands.length === 0
    ? undefined
    : commands
        .map((command) => command.textContent)
        .join('\n')
        .replace(/[\r\n]+$/, '');
}

/** Elements that stand on lines of their own, and how many newlines keep them from others. */
const BREAKS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [
      'LI',
      'TR',
      'DT',
      'DD',
      'DIV',
      'ARTICLE',
      'SECTION',
      'HEADER',
      'FOOTER',
      'NAV',
      'FIGCAPTION',
      'ASIDE',
    ].map((name) => [name, 1]),
  ),
  ...Object.fromEntries(
    [
      'P',
      'PRE',
      'H1',
      'H2',
      'H3',
      'H4',
      'H5',
      'H6',
      'UL',
      'OL',
      'DL',
      'TABLE',
      'BLOCKQUOTE',
      'FIGURE',
      'HR',
    ].map((name) => [name, 2]),
  ),
};

/** Markup → its text as a browser would copy it, without newlines at either end. */
function plainText(root: Element): string {
  const pieces: string[] = [];
  const read = (node: Node): void => {
    if (node instanceof Text) {
      const isCode = node.parentElement?.closest('pre') != null;
      pieces.push(isCode ? node.data : node.data.replace(/\s+/g, ' '));
      return;
    }
    if (!(node instanceof Element)) return;
    const lines = '\n'.repeat(BREAKS[node.tagName] ?? 0);
    pieces.push(lines);
    if (node.tagName === 'BR') pieces.push('\n');
    if (node.tagName === 'TD' && node.previousElementSibling !== null) pieces.push('\t');
    node.childNodes.forEach(read);
    pieces.push(lines);
  };
  root.childNodes.forEach(read);
  return joinPieces(pieces);
}

/** Newlines of neighbours count once, the larger number of them; blanks beside them are gone. Code stays as it is. */
function joinPieces(pieces: readonly string[]): string {
  let text = '';
  let lines = 0;
  for (const piece of pieces) {
    if (/^\n*$/.test(piece)) {
      lines = Math.max(lines, piece.length);
      continue;
    }
    const isFirst = text === '' || lines > 0;
    const next = isFirst ? piece.replace(/^ (?=\S|$)/, '') : piece;
    if (next === '') continue;
    if (text !== '' && lines > 0) text = text.replace(/ +$/, '') + '\n'.repeat(lines);
    text += next;
    lines = 0;
  }
  return text.replace(/[\r\n]+ *$/, '');
}
