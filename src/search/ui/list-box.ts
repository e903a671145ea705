import { element } from '../../components/element.ts';
import { isLetter } from '../../components/keys.ts';
import { nextFrame } from '../../components/turns.ts';

/**
 * A result: a link that is the option, and the button that copies it. The button is separate because an option can't
 * contain one.
 */
export interface Item {
  option: HTMLAnchorElement;
  copy?: HTMLButtonElement;
}

/** Results under a common heading, each made when it is drawn. */
export interface Group {
  label: string;
  items: readonly (() => Item)[];
}

/** A group in the list. */
interface ShownGroup {
  element: HTMLElement;
  /** How many of its results are drawn or about to be. */
  count: number;
}

/**
 * How many results are drawn at once: as many as a phone shows. The others follow in the next frame, because on a slow
 * phone drawing takes longer than searching.
 */
const FIRST = 6;

const MOVES = ['ArrowDown', 'ArrowUp', 'Home', 'End'];

/**
 * The results as one list box in groups, with the current option, while the focus stays in the field (WAI-ARIA:
 * editable combobox with list autocompletion). Options and copy buttons share a grid, so that each button is next to
 * its option.
 */
export class ListBox {
  readonly element: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #buttons = element('div', { class: 'search-buttons' });
  #items: Item[] = [];
  #groups: ShownGroup[] = [];
  /** The results that have yet to be drawn. */
  #undrawn: (() => void)[] = [];
  #rows = 0;
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

  /** Replaces all groups of results; none is chosen. */
  show(groups: readonly Group[]): void {
    this.#choose(-1);
    this.#items = [];
    this.#groups = [];
    this.#undrawn = [];
    this.#rows = 0;
    this.#list.replaceChildren();
    this.#buttons.replaceChildren();
    this.extend(groups);
  }

  /**
   * Appends the results that aren't shown yet. Everything else stays where it is, because the reader may be about to
   * tap it.
   *
   * @param groups begin with what is shown; only the last group shown may have more than that
   */
  extend(groups: readonly Group[]): void {
    const filled = groups.filter(({ items }) => items.length > 0);
    this.#undrawn.push(...filled.flatMap(({ label, items }, at) => this.#steps(label, at, items)));
    this.#draw(FIRST);
    void nextFrame().then(() => {
      this.#draw();
    });
    this.element.hidden = filled.length === 0;
    this.#field.ariaExpanded = String(filled.length > 0);
  }

  /** One step for each result that a group doesn't have yet; the first also draws its heading. */
  #steps(label: string, at: number, items: Group['items']): (() => void)[] {
    const id = `${this.#list.id}-group-${at}`;
    const group = (this.#groups[at] ??= {
      element: element('div', { role: 'group', 'aria-labelledby': id, class: 'search-group' }),
      count: 0,
    });
    const others = items.slice(group.count);
    group.count = items.length;
    return others.map((make) => () => {
      if (!group.element.hasChildNodes()) {
        const heading = element('p', { id, class: 'search-label', role: 'presentation' }, label);
        place(heading, ++this.#rows);
        group.element.append(heading);
        this.#list.append(group.element);
      }
      const item = make();
      item.option.id = `${this.#list.id}-${this.#items.length}`;
      place(item.option, ++this.#rows);
      group.element.append(item.option);
      this.#items.push(item);
      if (item.copy === undefined) return;
      place(item.copy, this.#rows);
      this.#buttons.append(item.copy);
    });
  }

  /** Draws the next results, or all that are left. */
  #draw(most = Infinity): void {
    for (const step of this.#undrawn.splice(0, most)) step();
  }

  get hasChosen(): boolean {
    return this.#chosen >= 0;
  }

  /** Opens the chosen result, or else the first. */
  open(event?: MouseEvent | KeyboardEvent): void {
    const { ctrlKey = false, metaKey = false, shiftKey = false } = event ?? {};
    // Like a click with the same keys held down: Ctrl-Enter opens a tab.
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
    this.#items[Math.max(0, this.#chosen)]?.option.dispatchEvent(click);
  }

  clear(): void {
    this.#choose(-1);
  }

  /**
   * Handles keys in the field: arrows choose, Enter opens the chosen result, Ctrl-C or Cmd-C copies it unless text is
   * selected.
   */
  onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (event.isComposing || this.#items.length === 0) return;
    this.#draw();
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

  /** Returns false for keys that belong to the field. */
  #move(key: string): boolean {
    const last = this.#items.length - 1;
    if (!this.hasChosen && (key === 'Home' || key === 'End')) return false;
    const to: Record<string, number> = {
      ArrowDown: Math.min(this.#chosen + 1, last),
      // From the first result back to the field, and from the field to the last result.
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
    // Selected text in the field would be copied instead of the command.
    const { selectionEnd } = this.#field;
    this.#field.setSelectionRange(selectionEnd, selectionEnd);
  }
}

/** Puts an option and its button into the same row of the grid. */
function place(child: HTMLElement, row: number): void {
  child.style.gridRow = String(row);
}
