import { element } from './element.ts';

/** What editing a value in place needs from the fields at the top of the page. */
export interface EditedField {
  field: HTMLInputElement;
  label: string;
  example: string;
  /** Applies a value; returns what is wrong with it, or an empty string. */
  take: (value: string) => string;
}

/** Lets the reader fill in a placeholder where it is used: Enter applies the value, Escape restores the previous one. */
export function editInPlace(use: HTMLElement, { field, label, example, take }: EditedField): void {
  const before = field.value;
  const input = field.cloneNode() as HTMLInputElement;
  input.className = 'in-place';
  input.id = 'in-place';
  input.removeAttribute('name');
  input.value = before;
  input.placeholder = example;
  input.ariaLabel = label;
  const fault = element('span', { class: 'fault', 'aria-live': 'polite' });
  const note = element('p', { class: 'value-note', id: 'value-note' }, `${label} `, fault);
  input.setAttribute('aria-describedby', note.id);
  const fit = (): void => {
    input.size = Math.max(8, example.length, input.value.length + 1);
  };
  const close = (): void => {
    input.removeEventListener('blur', leave);
    document.removeEventListener('pointerdown', press, true);
    const hadFocus = input === document.activeElement;
    use.hidden = false;
    input.remove();
    note.remove();
    if (hadFocus) use.focus();
  };
  input.addEventListener('input', () => {
    fit();
    fault.textContent = take(input.value);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') take(before);
    close();
  });
  // The note's place closes only after a click that takes the focus away: otherwise what is clicked would move from under it.
  let isPressed = false;
  const press = (event: PointerEvent): void => {
    isPressed = event.pointerType === 'mouse';
  };
  const leave = ({ relatedTarget }: FocusEvent): void => {
    // The search and other dialogs return the focus to the field when they close.
    const toSearch = relatedTarget instanceof Element && relatedTarget.closest('search-form') !== null;
    if ((toSearch && !isPressed) || document.querySelector('dialog[open]') !== null) return;
    const done = (): void => void setTimeout(close);
    if (isPressed) document.addEventListener('pointerup', done, { once: true });
    else done();
  };
  document.addEventListener('pointerdown', press, true);
  input.addEventListener('blur', leave);
  fit();
  use.hidden = true;
  use.after(input);
  use.closest('figure')?.querySelector('.frame')?.after(note);
  fault.textContent = take(before);
  input.focus();
  input.select();
}
