/** Switches between light, dark and the system's theme, and remembers the choice in this browser. Hidden where it can't work. */
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
    // Storage may not be available; the choice then lasts as long as the page is open.
  }
}
