import { element } from './search-element.ts';

/**
 * The results and the one that is chosen, while the focus stays in the field (WAI-ARIA: combobox with a grid popup, which,
 * unlike a list box, may have links and buttons in its cells).
 */
export class SearchGrid {
  readonly element: HTMLElement;
  private readonly field: HTMLInputElement;
  private rows: HTMLElement[][] = [];
  private chosen: { row: number; cell: number } | undefined;

  constructor(field: HTMLInputElement, label: string) {
    this.field = field;
    this.element = element('div', {
      id: `${field.id}-results`,
      class: 'search-results',
      role: 'grid',
      'aria-label': label,
      hidden: '',
    });
    const combobox = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'grid',
      'aria-controls': this.element.id,
      'aria-expanded': 'false',
    };
    for (const [name, value] of Object.entries(combobox)) field.setAttribute(name, value);
  }

  /** Puts groups of results in place of those before, all at once; none is chosen. */
  show(groups: readonly { label: string; rows: readonly HTMLElement[] }[]): void {
    const filled = groups.filter(({ rows }) => rows.length > 0);
    this.choose(undefined);
    this.rows = filled.flatMap(({ rows }) => rows.map((row) => [...row.children] as HTMLElement[]));
    this.rows.forEach((cells, row) => {
      cells.forEach((cell, at) => (cell.id = `${this.element.id}-${row}-${at}`));
    });
    this.element.replaceChildren(
      ...filled.map(({ label, rows }) =>
        element(
          'div',
          { role: 'rowgroup', class: 'search-group', 'aria-label': label },
          element('p', { class: 'search-label', 'aria-hidden': 'true' }, label),
          ...rows,
        ),
      ),
    );
    this.element.hidden = filled.length === 0;
    this.field.ariaExpanded = String(filled.length > 0);
  }

  /** What Enter acts on: a link or a button; without a choice the first. */
  get target(): HTMLElement | undefined {
    const { row, cell } = this.chosen ?? { row: 0, cell: 0 };
    return this.rows[row]?.[cell]?.querySelector<HTMLElement>('a, button') ?? undefined;
  }

  /** The button that copies the chosen command; without a choice the first command's. */
  get copyButton(): HTMLButtonElement | undefined {
    const rows = this.chosen === undefined ? this.rows : [this.rows[this.chosen.row]!];
    for (const cells of rows) {
      const button = cells.at(-1)?.querySelector('button');
      if (button != null) return button;
    }
    return undefined;
  }

  get hasChosen(): boolean {
    return this.chosen !== undefined;
  }

  clear(): void {
    this.choose(undefined);
  }

  /** Moves by an arrow key, Home or End. False where the key is the field's own. */
  move(key: string): boolean {
    const last = this.rows.length - 1;
    const { row, cell } = this.chosen ?? { row: -1, cell: 0 };
    if (last < 0) return false;
    if (key === 'ArrowDown') return this.choose({ row: Math.min(row + 1, last), cell: 0 });
    if (key === 'ArrowUp')
      return this.choose(row === 0 ? undefined : { row: row < 0 ? last : row - 1, cell: 0 });
    if (this.chosen === undefined) return false;
    if (key === 'Home') return this.choose({ row: 0, cell: 0 });
    if (key === 'End') return this.choose({ row: last, cell: 0 });
    if (key === 'ArrowRight')
      return this.choose({ row, cell: Math.min(cell + 1, this.rows[row]!.length - 1) });
    if (key === 'ArrowLeft' && cell > 0) return this.choose({ row, cell: cell - 1 });
    if (key === 'ArrowLeft') this.choose(undefined);
    return false;
  }

  /** Chooses the row that an element is in, as the start of a move by keys from there. */
  chooseAround(inner: Element): void {
    const row = this.rows.findIndex((cells) => cells.some((cell) => cell.contains(inner)));
    if (row >= 0) this.choose({ row, cell: 0 });
  }

  private choose(next: { row: number; cell: number } | undefined): true {
    const before = this.cellOf(this.chosen);
    before?.removeAttribute('aria-selected');
    before?.parentElement?.classList.remove('chosen');
    this.chosen = next;
    const cell = this.cellOf(next);
    if (cell === undefined) {
      this.field.removeAttribute('aria-activedescendant');
      return true;
    }
    this.field.setAttribute('aria-activedescendant', cell.id);
    cell.ariaSelected = 'true';
    cell.parentElement!.classList.add('chosen');
    cell.parentElement!.scrollIntoView({ block: 'nearest' });
    // What was selected in the field would be copied in place of the command.
    const { selectionEnd } = this.field;
    this.field.setSelectionRange(selectionEnd, selectionEnd);
    return true;
  }

  private cellOf(at: { row: number; cell: number } | undefined): HTMLElement | undefined {
    return at && this.rows[at.row]?.[at.cell];
  }
}
