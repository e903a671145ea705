/**
 * Sets up the shortcuts of every page: `/`, Ctrl-K and Cmd-K for the search, `?` for the list of shortcuts.
 *
 * @param search opens the search
 */
export function wireKeys(search: () => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (event.defaultPrevented || event.isComposing || altKey) return;
    const hasModifier = ctrlKey || metaKey;
    // On Russian keyboards, and no others, the `/` key types a full stop.
    const isSlash = key === '/' || (code === 'Slash' && key === '.');
    if (
      hasModifier ? ctrlKey !== metaKey && !shiftKey && isLetter(event, 'k') : isSlash && !isTyping(target)
    ) {
      event.preventDefault();
      search();
    } else if (key === '?' && !hasModifier && !isTyping(target)) showKeys();
  });
}

function showKeys(): void {
  void onDemand().then(
    (demand) => {
      demand.showKeys();
    },
    // If this fails, the reader loses nothing important.
    () => undefined,
  );
}

/** Whether a key is a Latin letter, or is in its place on a keyboard with other letters. */
export function isLetter({ key, code }: KeyboardEvent, letter: string): boolean {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
}

/** When a dialog closes, its field keeps the focus until the next frame, but nobody is typing in it. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.getClientRects().length > 0 &&
    target.matches('input, textarea, select, [contenteditable]')
  );
}
