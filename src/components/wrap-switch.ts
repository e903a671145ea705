import { choose } from './choice.ts';

/** Switches between wrapping and scrolling long lines of commands, and remembers the choice in this browser. */
export function wireWrapSwitch(): void {
  const box = document.querySelector<HTMLInputElement>('.wrap-switch input');
  const { dataset } = document.documentElement;
  const apply = (): void => {
    // Anything that scrolls must be reachable with the keyboard.
    for (const pre of document.querySelectorAll<HTMLElement>('.block:not(.code) pre')) {
      if (dataset['lines'] === 'scroll') pre.tabIndex = 0;
      else pre.removeAttribute('tabindex');
    }
  };
  const wrap = (wraps: boolean): void => {
    choose('lines', wraps ? '' : 'scroll');
    apply();
  };
  apply();
  if (box === null) return;
  // It may have been switched before this script was there.
  if (box.checked !== (dataset['lines'] !== 'scroll')) wrap(box.checked);
  box.addEventListener('change', () => {
    wrap(box.checked);
  });
}
