/**
 * Whether a key asks for the search: `/` anywhere but in a field, Ctrl-K or Cmd-K anywhere. On a keyboard with other letters
 * the same keys do, wherever those letters are.
 */
export function isSearchKey(event: KeyboardEvent): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (event.defaultPrevented || event.isComposing || altKey) return false;
  if (ctrlKey !== metaKey) return !shiftKey && isLetter(event, 'k');
  // The key of `/` types a full stop on Russian keyboards, and on no others.
  const isSlash = key === '/' || (code === 'Slash' && key === '.');
  return isSlash && !ctrlKey && !isTyping(target);
}

/** Whether a key is a Latin letter's, or, where the keyboard has other letters, in its place. */
export function isLetter({ key, code }: KeyboardEvent, letter: string): boolean {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
}

/** The field of a dialog that has just been closed has the focus until the next frame, but nobody types in it. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.getClientRects().length === 0) return false;
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
