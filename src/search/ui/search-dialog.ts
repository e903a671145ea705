/** The parts of the dialog that the search works in. */
interface Parts {
  form: HTMLFormElement;
  /** Where the results go. */
  host: HTMLElement;
}

/**
 * The dialog with the page's search field in it. It is made in the moment of the key or the touch, without waiting for
 * anything, so that a telephone keeps its keyboard open.
 */
export class SearchDialog {
  readonly element = document.createElement('dialog');
  readonly parts: Parts;
  private readonly field: HTMLInputElement;

  /**
   * @param form the page's own, which is copied
   * @param closed is told what stands in the field
   */
  constructor(form: HTMLFormElement, texts: typeof FIELD_TEXTS, closed: (typed: string) => void) {
    const copy = form.cloneNode(true) as HTMLFormElement;
    this.field = copy.querySelector('input')!;
    this.field.id = copy.querySelector('label')!.htmlFor = 'dialog-search';
    this.field.placeholder = texts.placeholder;
    // A copy has the value too.
    this.field.value = '';
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'search-close';
    close.textContent = texts.close;
    close.addEventListener('click', () => {
      this.element.close();
    });
    const host = document.createElement('div');
    const head = document.createElement('div');
    head.className = 'search-head';
    head.append(copy, close);
    this.element.className = 'search-dialog';
    this.element.lang = texts.locale;
    this.element.ariaLabel = texts.label;
    this.element.append(head, host);
    this.element.addEventListener('click', ({ target }) => {
      if (target === this.element) this.element.close();
    });
    this.element.addEventListener('close', () => {
      closed(this.field.value);
    });
    document.body.append(this.element);
    this.parts = { form: copy, host };
  }

  /** @param typed what the field begins with; what stands in it stays where nothing is given, and in an open dialog */
  open(typed = this.field.value): void {
    const asked = !this.element.open && typed !== this.field.value;
    if (asked) this.field.value = typed;
    if (!this.element.open) {
      const { scrollHeight, clientHeight, style } = document.documentElement;
      // Where there is a scroll bar its room is kept, so that the page below doesn't move.
      style.scrollbarGutter = scrollHeight > clientHeight ? 'stable' : '';
      this.element.showModal();
    }
    this.field.focus();
    if (!asked) {
      this.field.select();
      return;
    }
    this.field.setSelectionRange(typed.length, typed.length);
    this.field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}
