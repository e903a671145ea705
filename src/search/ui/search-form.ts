import { SearchDialog } from './search-dialog.ts';
import { isSearchKey } from '../../components/keys.ts';
import type { PanelOptions, SearchPanel } from './panel.ts';

const texts = FIELD_TEXTS;

/**
 * The search field of a page. All that a page loads for the search: it opens the dialog, or finds the place below the field
 * for the results, and fetches the rest when the reader shows intent. Without JavaScript it is a form.
 */
export class SearchForm extends HTMLElement {
  private field!: HTMLInputElement;
  private dialog: SearchDialog | undefined;
  private readonly stop = new AbortController();

  connectedCallback(): void {
    this.field = this.querySelector('input')!;
    const { signal } = this.stop;
    for (const intent of ['pointerover', 'focusin', 'touchstart'])
      this.addEventListener(intent, () => void load().catch(ignored), {
        once: true,
        passive: true,
      });
    document.addEventListener('keydown', this.onKey, { signal });
    if (this.inPlace) this.showBelow();
    else this.leadToDialog();
    const asked = (history.state as { search?: string } | null)?.search;
    if (asked !== undefined) this.open(typedOf(asked), asked);
  }

  disconnectedCallback(): void {
    this.stop.abort();
  }

  private get inPlace(): boolean {
    return this.dataset['inPlace'] !== undefined;
  }

  /** Not on focus alone: whoever goes through the page with Tab must get past the field (WCAG 3.2.1). */
  private leadToDialog(): void {
    const open = (): void => {
      this.open(this.field.value);
    };
    this.field.addEventListener('click', open);
    this.field.addEventListener('input', (event) => {
      if (!event.isComposing) open();
    });
    this.field.addEventListener('compositionend', open);
  }

  /** The results' place is made at the first intent, or at once where the address asks something. */
  private showBelow(): void {
    const show = (): void => {
      const host = document.createElement('div');
      this.append(host);
      void attach({ host, form: this.querySelector('form')! });
    };
    const asked = typedOf(location.search);
    if (asked !== '') this.field.value = asked;
    if (asked !== '') show();
    else this.addEventListener('focusin', show, { once: true });
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!isSearchKey(event)) return;
    event.preventDefault();
    if (!this.inPlace || !isInView(this.field)) {
      this.open(this.inPlace ? undefined : this.field.value);
      return;
    }
    this.field.focus();
    this.field.select();
  };

  /** The dialog takes over what was typed, and this field has what is typed there. */
  private open(typed?: string, asked?: string): void {
    if (this.dialog === undefined) {
      this.dialog = new SearchDialog(this.querySelector('form')!, texts, (text) => {
        if (!this.inPlace) this.field.value = text;
      });
      const { form, host, element } = this.dialog;
      void attach({ form, host, dialog: element, asked });
    }
    this.dialog.open(typed);
  }
}

/** What stands in the field where an address asks something. */
function typedOf(search: string): string {
  return new URLSearchParams(search).get('q') ?? '';
}

type Panel = typeof import('./panel.ts');

let module: Promise<Panel> | undefined;

/** The search's code, once, and ahead of the first query what every query needs. What failed is tried again. */
async function load(): Promise<(options: PanelOptions) => SearchPanel> {
  module ??= (import(/* @vite-ignore */ SEARCH_PANEL) as Promise<Panel>).catch((error: unknown) => {
    module = undefined;
    throw error;
  });
  const { prepare, SearchPanel } = await module;
  prepare();
  return (options) => new SearchPanel(options);
}

/** Puts the search to work; where its code doesn't load it says so, and a button asks the search page. */
async function attach(options: PanelOptions): Promise<void> {
  try {
    (await load())(options);
  } catch {
    const line = document.createElement('p');
    line.className = 'search-fault';
    line.role = 'alert';
    // Browsers let no page load another file from the disk.
    if (location.protocol === 'file:') line.append(texts.fromDisk);
    else line.append(texts.failed, ' ', retryButton(options.form));
    options.host.replaceChildren(line);
  }
}

function retryButton(form: HTMLFormElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = texts.retry;
  // Browsers may remember that a module failed for as long as the page lives: only another page tries again.
  button.addEventListener('click', () => {
    form.submit();
  });
  return button;
}

function isInView(field: HTMLElement): boolean {
  const { top, bottom } = field.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

function ignored(): void {
  // It is said when the reader searches.
}
