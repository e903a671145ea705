/** Light, dark, or as the system; remembered in this browser. Shown only where it can work. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select')!;
    select.value = document.documentElement.dataset['theme'] ?? '';
    select.addEventListener('change', () => {
      choose(select.value);
    });
    this.hidden = false;
  }
}

function choose(theme: string): void {
  const { dataset } = document.documentElement;
  if (theme === '') delete dataset['theme'];
  else dataset['theme'] = theme;
  try {
    if (theme === '') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage may be closed to us; the choice then lasts as long as the page.
  }
}
