type Search = typeof import('./open-search.ts');

const texts = FIELD_TEXTS;

/**
 * The search field of a page, and all that a page loads for the search. The rest is fetched when the reader shows intent. Until it is
 * there, what is typed stands in this field. Without JavaScript it is a form.
 */
export class SearchForm extends HTMLElement {
  #search: Promise<Search> | undefined;
  #isComposing = false;

  connectedCallback(): void {
    const { field } = this;
    for (const intent of ['pointerover', 'focusin', 'touchstart'])
      this.addEventListener(
        intent,
        () => {
          this.#load().catch(() => undefined);
        },
        { once: true, passive: true },
      );
    for (const type of ['compositionstart', 'compositionend'])
      field.addEventListener(type, () => {
        this.#isComposing = type === 'compositionstart';
      });
    const open = (): void => void this.#open();
    // Not on focus alone: whoever goes through the page with Tab must get past a field that opens a dialog (WCAG 3.2.1).
    for (const type of this.inPlace ? ['focusin'] : ['click', 'input', 'compositionend'])
      field.addEventListener(type, open);
    const asked = this.inPlace ? new URLSearchParams(location.search).get('q') : null;
    if (asked !== null) field.value = asked;
    if (asked !== null || (history.state as { search?: string } | null)?.search !== undefined) open();
  }

  get field(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  /** Whether results show below the field; otherwise they show in a dialog. */
  get inPlace(): boolean {
    return this.dataset['inPlace'] !== undefined;
  }

  /** Opens the search, wherever on the page the reader is. What is typed from now on is not lost. */
  openByKey(): void {
    const from = document.activeElement;
    this.field.focus({ preventScroll: true });
    this.field.select();
    void this.#open(from instanceof HTMLElement ? from : document.body);
  }

  async #open(from?: HTMLElement): Promise<void> {
    this.ariaBusy = 'true';
    try {
      const { openSearch } = await this.#load();
      if (!this.#isComposing) openSearch(this, from);
    } catch {
      this.#fail();
    }
    this.ariaBusy = null;
  }

  /** The search's code, and ahead of the first query what every query needs. */
  async #load(): Promise<Search> {
    this.#search ??= (import(/* @vite-ignore */ SEARCH_PANEL) as Promise<Search>).catch((error: unknown) => {
      this.#search = undefined;
      throw error;
    });
    const search = await this.#search;
    search.prepare();
    return search;
  }

  #fail(): void {
    this.querySelector('p')?.remove();
    const line = document.createElement('p');
    line.className = 'search-fault';
    line.role = 'alert';
    // Browsers let no page load another file from the disk.
    if (location.protocol === 'file:') line.append(texts.fromDisk);
    else {
      // Browsers may remember that a module failed for as long as the page lives: only another page tries again.
      const retry = document.createElement('button');
      retry.textContent = texts.retry;
      line.append(texts.failed, ' ', retry);
    }
    this.querySelector('form')!.append(line);
    line.scrollIntoView({ block: 'nearest' });
  }
}
