import { element } from '../../components/element.ts';

/**
 * The dialog with the page's search field in it. It is made in the moment of the key or the touch, without waiting for
 * anything, so that a telephone keeps its keyboard open.
 */
export class SearchDialog {
  readonly element: HTMLDialogElement;
  /** A copy of the page's own. */
  readonly form: HTMLFormElement;
  /** Where the results go. */
  readonly host = element('div');
  readonly #field: HTMLInputElement;

  /** @param typed is told what stands in the field, whenever that changes */
  constructor(form: HTMLFormElement, texts: typeof FIELD_TEXTS, typed: (text: string) => void) {
    this.form = form.cloneNode(true) as HTMLFormElement;
    this.#field = this.form.querySelector('input')!;
    this.#field.id = this.form.querySelector('label')!.htmlFor = 'dialog-search';
    this.#field.placeholder = texts.placeholder;
    // A copy has the value too, and the key that opens what is open.
    this.#field.value = '';
    this.form.querySelector('kbd')?.remove();
    const close = element('button', { type: 'button', class: 'search-close' }, texts.close);
    this.element = element(
      'dialog',
      { class: 'search-dialog', lang: texts.locale, 'aria-label': texts.label },
      element('div', { class: 'search-head' }, this.form, close),
      this.host,
    );
    for (const type of ['input', 'close'])
      this.element.addEventListener(type, () => {
        typed(this.#field.value);
      });
    this.element.addEventListener('click', ({ target }) => {
      if (target === this.element || target === close) this.element.close();
    });
    document.body.append(this.element);
  }

  /** @param typed what the reader has typed elsewhere */
  open(typed = this.#field.value): void {
    const wasOpen = this.element.open;
    if (!wasOpen) this.#show();
    this.#field.focus();
    if (typed !== this.#field.value) {
      this.#field.value = typed;
      this.#field.setSelectionRange(typed.length, typed.length);
      this.#field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    } else if (!wasOpen) this.#field.select();
  }

  #show(): void {
    const { scrollHeight, clientHeight, style } = document.documentElement;
    // Where there is a scroll bar its room is kept, so that the page below doesn't move.
    style.scrollbarGutter = scrollHeight > clientHeight ? 'stable' : '';
    this.element.showModal();
  }
}
