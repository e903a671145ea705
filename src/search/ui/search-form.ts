type Search = typeof import('./open-search.ts');

const texts = FIELD_TEXTS;

/**
 * A page's search field, and the only part of the search that every page loads. The rest is fetched when the reader
 * shows intent; meanwhile this field keeps what is typed. Without JavaScript it is a plain form.
 */
export class SearchForm extends HTMLElement {
  #search: Promise<Search> | undefined;
  #isComposing = false;
  /** Escape was pressed before the search was there. */
  #isLeft = false;

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
    field.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#isLeft = true;
    });
    const open = (): void => void this.#open();
    // Focus alone isn't enough: somebody who tabs through the page must get past a field that opens a dialog (WCAG
    // 3.2.1).
    for (const type of this.inPlace ? ['focusin'] : ['click', 'input', 'compositionend'])
      field.addEventListener(type, open);
    const asked = this.inPlace ? new URLSearchParams(location.search).get('q') : null;
    if (asked !== null) field.value = asked;
    if (asked !== null || (history.state as { search?: string } | null)?.search !== undefined) open();
  }

  get field(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  /** Whether results appear below the field rather than in a dialog. */
  get inPlace(): boolean {
    return this.dataset['inPlace'] !== undefined;
  }

  /** Opens the search from anywhere on the page, and keeps everything typed from now on. */
  openByKey(): void {
    const from = document.activeElement;
    const { scrollX, scrollY } = globalThis;
    this.field.focus({ preventScroll: true });
    this.field.select();
    void this.#open(from instanceof HTMLElement ? from : document.body).then(() => {
      // Typing in a field out of sight scrolls to it.
      if (document.querySelector('dialog[open]') !== null)
        scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    });
  }

  async #open(from?: HTMLElement): Promise<void> {
    this.ariaBusy = 'true';
    this.#isLeft = false;
    try {
      const { openSearch } = await this.#load();
      if (this.#isWaiting()) openSearch(this, from);
    } catch {
      this.#fail();
    }
    this.ariaBusy = null;
  }

  #isWaiting(): boolean {
    return !this.#isComposing && !this.#isLeft;
  }

  /** Loads the search's code, and preloads what every query needs. */
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
    // Browsers don't let a page load other files from the disk.
    if (location.protocol === 'file:') line.append(texts.fromDisk);
    else {
      // Browsers may remember a failed module until the page is reloaded, so only a new page can try again.
      const retry = document.createElement('button');
      retry.textContent = texts.retry;
      line.append(texts.failed, ' ', retry);
    }
    this.querySelector('form')!.append(line);
    line.scrollIntoView({ block: 'nearest' });
  }
}
