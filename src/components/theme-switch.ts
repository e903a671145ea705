import { choose } from './choice.ts';

/** Switches between light, dark and the system's theme, and remembers the choice in this browser. Hidden where it can't work. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select')!;
    select.value = document.documentElement.dataset['theme'] ?? '';
    select.addEventListener('change', () => {
      choose('theme', select.value);
    });
    this.hidden = false;
  }
}
