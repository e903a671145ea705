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
  holder.className = 'sr-only';
  holder.append(selected);
  // Only what is laid out has its text with the lines that a browser copies.
  document.body.append(holder);
  const text = holder.innerText.replace(/^\n+|[\r\n]+ *$/g, '');
  holder.remove();
  return { text, html: holder.innerHTML };
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
