import { element } from './element.ts';

/**
 * Decides what a selection made by hand puts on the clipboard. From a session it takes only the commands, as the buttons do; a
 * selection of nothing but output stays as it is. A selection that starts above a block or ends below it takes the same from that
 * block: no caption, no output, no button labels, and no trailing newline, which would make a terminal run the last command.
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

/** Turns a range into text and markup, with blocks reduced to what may be run; undefined if the browser's own copy is fine. */
export function selectedContent(range: Range): { text: string; html: string } | undefined {
  const within = range.commonAncestorContainer;
  const inside = within instanceof Element ? within : within.parentElement;
  const selected = range.cloneContents();
  const figure = inside?.closest('figure.block');
  if (figure == null) return withBlocks(selected);
  const isInText = inside?.closest('pre') != null;
  // A name or a warning of its caption.
  if (!isInText && selected.querySelector('pre') === null) return undefined;
  // They can't be selected by hand, but a program can.
  for (const prompt of selected.querySelectorAll('.prompt')) prompt.remove();
  if (isInText && figure.matches('.code')) return undefined;
  // A browser would treat the rows of one line as separate lines.
  const text = textOfBlock(selected, !isInText);
  return { text, html: element('pre', {}, text).outerHTML };
}

/** Handles prose mixed with blocks. If there is no block, there is nothing to do. */
function withBlocks(selected: DocumentFragment): { text: string; html: string } | undefined {
  const figures = [...selected.querySelectorAll('figure.block')];
  if (figures.length === 0) return undefined;
  for (const figure of figures) {
    const text = textOfBlock(figure, true);
    if (text === '') figure.remove();
    else figure.replaceWith(element('pre', {}, text));
  }
  for (const extra of selected.querySelectorAll('button, script, style, .sr-only, [hidden]')) extra.remove();
  const holder = element('div', { class: 'sr-only' }, selected);
  // Only an element with a layout has text with the line breaks that a browser would copy.
  document.body.append(holder);
  const text = holder.innerText.replace(/^\n+|[\r\n]+ *$/g, '');
  holder.remove();
  return { text, html: holder.innerHTML };
}

/** The commands in part of a block; without any, its text as it is: a listing, a script, or output. */
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
