import type { OnDemand } from './on-demand.ts';

/**
 * Wires the keys that every page has: `/` and Ctrl-K or Cmd-K for the search, `?` for the list of keys.
 *
 * @param search opens the search
 */
export function wireKeys(search: () => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (event.defaultPrevented || event.isComposing || altKey) return;
    const hasModifier = ctrlKey || metaKey;
    // The key of `/` types a full stop on Russian keyboards, and on no others.
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
  if (document.querySelector('dialog[open]') !== null) return;
  void (import(/* @vite-ignore */ ON_DEMAND) as Promise<OnDemand>).then(
    (demand) => {
      demand.showKeys();
    },
    // Nothing that a reader needs.
    () => undefined,
  );
}

/** Whether a key is a Latin letter's, or, where the keyboard has other letters, in its place. */
export function isLetter({ key, code }: KeyboardEvent, letter: string): boolean {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
}

/** The field of a dialog that has just been closed has the focus until the next frame, but nobody types in it. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.getClientRects().length > 0 &&
    target.matches('input, textarea, select, [contenteditable]')
  );
}
