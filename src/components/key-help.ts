import { showDialog } from './dialog.ts';
import { element } from './element.ts';

/** Shows the keyboard shortcuts in a dialog that Escape closes. */
export function showKeys(): void {
  if (document.querySelector('dialog[open]') !== null) return;
  const { title, keys: all } = KEY_TEXTS;
  const rows = all.flatMap(([keys, meaning]) => [
    element('dt', {}, ...keys.split(' ').flatMap((key) => [element('kbd', {}, key), ' '])),
    element('dd', {}, meaning),
  ]);
  showDialog('key-help', title, (close) => [element('h2', {}, title), element('dl', {}, ...rows), close]);
}
