import { element } from '../../components/element.ts';
import { isLetter } from '../../components/keys.ts';

/** A result: a link that is an option, and the button that copies what it shows, which no option may hold. */
export interface Item {
  option: HTMLAnchorElement;
  copy?: HTMLButtonElement;
}

/** Results under one heading. */
export interface Group {
  label: string;
  items: readonly Item[];
}

const MOVES = ['ArrowDown', 'ArrowUp', 'Home', 'End'];

/**
 * The results as one list box in groups, and the one that is chosen, while the focus stays in the field (WAI-ARIA: editable
 * combobox with list autocompletion). Options and copy buttons lie in one grid, so that each button is beside its option.
 */
export class ListBox {
  readonly element: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #buttons = element('div', { class: 'search-buttons' });
  #items: Item[] = [];
  #chosen = -1;

  constructor(field: HTMLInputElement, label: string) {
    this.#field = field;
    this.#list = element('div', { id: `${field.id}-results`, role: 'listbox', 'aria-label': label });
    this.element = element('div', { class: 'search-results', hidden: '' }, this.#list, this.#buttons);
    const combobox = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': this.#list.id,
      'aria-expanded': 'false',
    };
    for (const [name, value] of Object.entries(combobox)) field.setAttribute(name, value);
  }

  /** Puts groups of results in place of those before, all at once; none is chosen. */
  show(groups: readonly Group[]): void {
    const filled = groups.filter(({ items }) => items.length > 0);
    this.#choose(-1);
    this.#items = filled.flatMap(({ items }) => items);
    this.#items.forEach(({ option }, at) => (option.id = `${this.#list.id}-${at}`));
    let row = 0;
    this.#list.replaceChildren(
      ...filled.map(({ label, items }, at) => {
        const id = `${this.#list.id}-group-${at}`;
        const heading = element('p', { id, class: 'search-label', role: 'presentation' }, label);
        place(heading, ++row);
        for (const item of items) {
          row++;
          place(item.option, row);
          if (item.copy !== undefined) place(item.copy, row);
        }
        const options = items.map(({ option }) => option);
        return element(
          'div',
          { role: 'group', 'aria-labelledby': id, class: 'search-group' },
          heading,
          ...options,
        );
      }),
    );
    this.#buttons.replaceChildren(...this.#items.flatMap(({ copy }) => copy ?? []));
    this.element.hidden = filled.length === 0;
    this.#field.ariaExpanded = String(filled.length > 0);
  }

  get hasChosen(): boolean {
    return this.#chosen >= 0;
  }

  /** Opens what is chosen, or else the first. */
  open(event?: MouseEvent | KeyboardEvent): void {
    const { ctrlKey = false, metaKey = false, shiftKey = false } = event ?? {};
    // As a click would, with the same keys held down: Ctrl-Enter opens a tab.
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
    this.#items[Math.max(0, this.#chosen)]?.option.dispatchEvent(click);
  }

  clear(): void {
    this.#choose(-1);
  }

  /** The keys in the field: arrows choose, Enter opens what is chosen, Ctrl-C or Cmd-C copies unless something is selected. */
  onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (event.isComposing || this.#items.length === 0) return;
    const isPlain = !(ctrlKey || metaKey || altKey || shiftKey);
    if (isPlain && MOVES.includes(key)) {
      if (this.#move(key)) event.preventDefault();
    } else if (key === 'Enter' && this.hasChosen) {
      event.preventDefault();
      this.open(event);
    } else if (ctrlKey !== metaKey && !altKey && !shiftKey && isLetter(event, 'c')) {
      this.#copy(event);
    }
  }

  #copy(event: KeyboardEvent): void {
    const { selectionStart, selectionEnd } = this.#field;
    if (selectionStart !== selectionEnd || (document.getSelection()?.toString() ?? '') !== '') return;
    const item = this.hasChosen
      ? this.#items[this.#chosen]
      : this.#items.find(({ copy }) => copy !== undefined);
    if (item?.copy === undefined) return;
    event.preventDefault();
    item.copy.click();
  }

  /** False where the key is the field's own. */
  #move(key: string): boolean {
    const last = this.#items.length - 1;
    if (!this.hasChosen && (key === 'Home' || key === 'End')) return false;
    const to: Record<string, number> = {
      ArrowDown: Math.min(this.#chosen + 1, last),
      // From the first back to the field, from the field to the last.
      ArrowUp: this.hasChosen ? this.#chosen - 1 : last,
      Home: 0,
      End: last,
    };
    this.#choose(to[key]!);
    return true;
  }

  #choose(next: number): void {
    this.#items[this.#chosen]?.option.setAttribute('aria-selected', 'false');
    this.#chosen = next;
    const option = this.#items[next]?.option;
    if (option === undefined) {
      this.#field.removeAttribute('aria-activedescendant');
      return;
    }
    this.#field.setAttribute('aria-activedescendant', option.id);
    option.ariaSelected = 'true';
    option.scrollIntoView({ block: 'nearest' });
    // What was selected in the field would be copied in place of the command.
    const { selectionEnd } = this.#field;
    this.#field.setSelectionRange(selectionEnd, selectionEnd);
  }
}

/** The row of the grid that option and button have in common. */
function place(child: HTMLElement, row: number): void {
  child.style.gridRow = String(row);
}
