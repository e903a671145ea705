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
  const choose = (wraps: boolean): void => {
    if (wraps) delete dataset['lines'];
    else dataset['lines'] = 'scroll';
    apply();
    try {
      if (wraps) localStorage.removeItem('lines');
      else localStorage.setItem('lines', 'scroll');
    } catch {
      // Storage may be closed to us; the choice then lasts as long as the page.
    }
  };
  apply();
  if (box === null) return;
  // It may have been switched before this script was there.
  if (box.checked !== (dataset['lines'] !== 'scroll')) choose(box.checked);
  box.addEventListener('change', () => {
    choose(box.checked);
  });
}
