import { element } from '../../components/element.ts';
import { keptQuestion, typedOf } from './address.ts';
import { SearchPanel } from './panel.ts';
import type { SearchForm } from './search-form.ts';

export { prepare } from './panel.ts';

const settings = SEARCH_SETTINGS;
const searches = new WeakSet<SearchForm>();
const dialogs = new WeakMap<SearchForm, SearchDialog>();

/**
 * Puts a page's search to work: below its field, or in a dialog, which takes over what was typed.
 *
 * @param from where the reader was, if a key asked for it
 */
export function openSearch(form: SearchForm, from?: HTMLElement): void {
  if (form.inPlace && !searches.has(form)) showBelow(form);
  const asked = keptQuestion();
  const known = dialogs.get(form);
  if (known?.isOpen === true) known.open();
  if (known?.isOpen === true || (asked === undefined && !wantsDialog(form, from !== undefined))) return;
  const typed = form.inPlace ? undefined : form.field.value;
  // Escape leads back there, not to the field.
  if (from !== undefined) form.field.blur();
  from?.focus({ preventScroll: true });
  const dialog = known ?? new SearchDialog(form, asked);
  dialogs.set(form, dialog);
  dialog.open(asked === undefined ? typed : typedOf(asked));
}

/** A reader who has gone on while this was loading isn't called back, and a field in view has its results below. */
function wantsDialog({ field, inPlace }: SearchForm, byKey: boolean): boolean {
  return document.activeElement === field && (!inPlace || (byKey && !isInView(field)));
}

function showBelow(form: SearchForm): void {
  searches.add(form);
  const host = element('div');
  form.append(host);
  new SearchPanel({ host, form: form.querySelector('form')! });
}

function isInView(field: HTMLElement): boolean {
  const { top, bottom } = field.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/** The dialog with a copy of the page's search field in it. */
class SearchDialog {
  readonly #element: HTMLDialogElement;
  readonly #field: HTMLInputElement;

  /** @param asked a question as an address has it, to begin with */
  constructor(page: SearchForm, asked: string | undefined) {
    const form = page.querySelector('form')!.cloneNode(true) as HTMLFormElement;
    // Neither what failed to load nor the key that opens what is open.
    for (const part of form.querySelectorAll('p, kbd')) part.remove();
    const field = form.querySelector('input')!;
    field.id = form.querySelector('label')!.htmlFor = 'dialog-search';
    field.placeholder = settings.texts.placeholder;
    // A copy has the value too.
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

  /** @param typed what the reader has typed elsewhere */
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
    // Where there is a scroll bar its room is kept, so that the page below doesn't move.
    style.scrollbarGutter = scrollHeight > clientHeight ? 'stable' : '';
    this.#element.showModal();
  }
}
