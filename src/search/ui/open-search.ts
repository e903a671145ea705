import { element } from '../../components/element.ts';
import { keptQuestion, typedOf } from './address.ts';
import { SearchPanel } from './panel.ts';

export { prepare } from './panel.ts';

/** The search field of a page: `search-form.ts`. */
interface PageSearch extends HTMLElement {
  readonly field: HTMLInputElement;
  /** Whether results appear below the field rather than in a dialog. */
  readonly inPlace: boolean;
}

const settings = SEARCH_SETTINGS;
const searches = new WeakSet<PageSearch>();
const dialogs = new WeakMap<PageSearch, SearchDialog>();

/**
 * Opens a page's search, either below its field or in a dialog, which takes over what was typed.
 *
 * @param from where the reader was, if they used the keyboard shortcut
 */
export function openSearch(form: PageSearch, from?: HTMLElement): void {
  if (form.inPlace && !searches.has(form)) showBelow(form);
  const asked = keptQuestion();
  const known = dialogs.get(form);
  if (known?.isOpen === true) known.open();
  if (known?.isOpen === true || (asked === undefined && !wantsDialog(form, from !== undefined))) return;
  const typed = form.inPlace ? undefined : form.field.value;
  // Then Escape returns there, not to the field.
  if (from !== undefined) form.field.blur();
  from?.focus({ preventScroll: true });
  const dialog = known ?? new SearchDialog(form, asked);
  dialogs.set(form, dialog);
  dialog.open(asked === undefined ? typed : typedOf(asked));
}

/**
 * If the reader has moved on while this was loading, don't call them back; and a field in view has its results below.
 */
function wantsDialog({ field, inPlace }: PageSearch, byKey: boolean): boolean {
  return document.activeElement === field && (!inPlace || (byKey && !isInView(field)));
}

function showBelow(form: PageSearch): void {
  searches.add(form);
  const host = element('div');
  form.append(host);
  new SearchPanel({ host, form: form.querySelector('form')! });
}

function isInView(field: HTMLElement): boolean {
  const { top, bottom } = field.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/** The dialog, with a copy of the page's search field. */
class SearchDialog {
  readonly #element: HTMLDialogElement;
  readonly #field: HTMLInputElement;

  /** @param asked the question to start with, in the form of an address */
  constructor(page: PageSearch, asked: string | undefined) {
    const form = page.querySelector('form')!.cloneNode(true) as HTMLFormElement;
    // Leave out the message that loading failed and the shortcut that opens the dialog.
    for (const part of form.querySelectorAll('p, kbd')) part.remove();
    const field = form.querySelector('input')!;
    field.id = form.querySelector('label')!.htmlFor = 'dialog-search';
    field.placeholder = settings.texts.placeholder;
    // The copy has the value too.
    field.value = '';
    const host = element('div');
    const close = element('button', { type: 'button', class: 'search-close' }, settings.texts.close);
    const dialog = element(
      'dialog',
      { class: 'search-dialog', lang: settings.locale, 'aria-label': settings.texts.label },
      element('div', { class: 'search-head' }, form, close),
      host,
    );
    for (const type of ['input', 'close'])
      dialog.addEventListener(type, () => {
        if (!page.inPlace) page.field.value = field.value;
      });
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || target === close) dialog.close();
    });
    document.body.append(dialog);
    this.#element = dialog;
    this.#field = field;
    new SearchPanel({ form, host, dialog, asked });
  }

  get isOpen(): boolean {
    return this.#element.open;
  }

  /** @param typed text that the reader typed elsewhere */
  open(typed = this.#field.value): void {
    const wasOpen = this.#element.open;
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
    // If there is a scroll bar, keep its space so that the page below doesn't move.
    style.scrollbarGutter = scrollHeight > clientHeight ? 'stable' : '';
    this.#element.showModal();
  }
}
