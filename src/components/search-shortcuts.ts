import type { SearchGrid } from './search-grid.ts';
import { isLetter } from './search-keys.ts';

const MOVES = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End)$/;

/**
 * The keys in the field and in the results: arrows, Home and End choose, Enter opens what is chosen, Ctrl-C or Cmd-C copies
 * the command unless something is selected, Escape leaves.
 */
export function onSearchKey(
  event: KeyboardEvent,
  field: HTMLInputElement,
  grid: SearchGrid,
  escape: () => void,
): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const target = event.target as Element;
  const inResults = grid.element.contains(target);
  const isPlain = !(ctrlKey || metaKey || altKey || shiftKey);
  // An open list of choices has keys of its own.
  if (event.isComposing || target instanceof HTMLSelectElement) return;
  if (key === 'Escape' && isPlain) {
    event.preventDefault();
    escape();
  } else if (target !== field && !inResults) {
    return;
  } else if (isPlain && MOVES.test(key)) {
    if (inResults) grid.chooseAround(target);
    if (inResults) field.focus({ preventScroll: true });
    if (grid.move(key)) event.preventDefault();
  } else if (key === 'Enter' && target === field && grid.hasChosen) {
    event.preventDefault();
    open(grid.target, event);
  } else if (ctrlKey !== metaKey && !altKey && !shiftKey && isLetter(event, 'c')) {
    copy(event, field, grid);
  }
}

/** As a click would, with the same keys held down: Ctrl-Enter opens a tab. */
function open(
  target: HTMLElement | undefined,
  { ctrlKey, metaKey, shiftKey }: KeyboardEvent | MouseEvent,
): void {
  target?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, view: window, ctrlKey, metaKey, shiftKey }),
  );
}

function copy(event: KeyboardEvent, field: HTMLInputElement, grid: SearchGrid): void {
  const isSelected = field.selectionStart !== field.selectionEnd;
  if (isSelected || (document.getSelection()?.toString() ?? '') !== '') return;
  if (event.target !== field) grid.chooseAround(event.target as Element);
  if (grid.copyButton === undefined) return;
  event.preventDefault();
  grid.copyButton.click();
}
