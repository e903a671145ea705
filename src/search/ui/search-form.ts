type Search = typeof import('./open-search.ts');

const texts = FIELD_TEXTS;

/** When a message says that the search is loading, and when it offers a way out, in milliseconds. */
const NOTICED = 700;
const LATE = 8000;

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
    const waiting = [
      setTimeout(() => {
        if (this.#message() === null) this.#tell('search-wait', texts.loading);
      }, NOTICED),
      setTimeout(() => {
        const browse = document.createElement('a');
        browse.href = texts.commandsPage;
        browse.textContent = texts.commands;
        this.#tell('search-wait', texts.slow, ' ', retryButton(), ' ', browse);
      }, LATE),
    ];
    try {
      const { openSearch } = await this.#load();
      this.#message()?.remove();
      if (this.#isWaiting()) openSearch(this, from);
    } catch {
      this.#fail();
    } finally {
      for (const timer of waiting) clearTimeout(timer);
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
    this.#tell('search-fault', texts.failed, ' ', retryButton());
    this.#message()!.scrollIntoView({ block: 'nearest' });
  }

  /** Replaces the message below the field. */
  #tell(className: 'search-fault' | 'search-wait', ...parts: readonly (Node | string)[]): void {
    const line = this.#message() ?? document.createElement('p');
    line.className = className;
    line.role = className === 'search-fault' ? 'alert' : 'status';
    line.replaceChildren(...parts);
    this.querySelector('form')!.append(line);
  }

  #message(): HTMLParagraphElement | null {
    return this.querySelector('form > p:not(.if-on-disk)');
  }
}

/**
 * Leads to the search page. Browsers may remember a failed module until the page is reloaded, so only a new page can
 * try again.
 */
function retryButton(): HTMLButtonElement {
  const retry = document.createElement('button');
  retry.textContent = texts.retry;
  return retry;
}
