import { questionOf, searchOf, type Question } from './address.ts';
import { shortened } from './element.ts';

/** Browsers allow about a hundred changes of the address in half a minute. */
const PAUSE = 250;

/** Where the reader is in their history with the search, and what the address says of it. */
export interface SearchHistory {
  /** A question is asked; `settled` means that it is not being typed, so that Back shall come to the one before it. */
  write: (question: Question, settled: boolean) => void;
  /** The reader is done with typing. */
  settle: () => void;
  /** The reader goes to a result: Back shall come to this question again. */
  leave: (question: Question) => void;
}

/** On a page the address always says what is asked, the page's title too. */
export class PageHistory implements SearchHistory {
  private readonly title = document.title;
  private pending: ReturnType<typeof setTimeout> | undefined;
  private address = addressOfPage();
  private isTyping = false;

  /** @param restore is given the question of an address that Back or Forward led to */
  constructor(restore: (question: Question) => void) {
    addEventListener('popstate', () => {
      clearTimeout(this.pending);
      this.isTyping = false;
      if (addressOfPage() === this.address) return;
      this.address = addressOfPage();
      restore(questionOf(location.search));
    });
  }

  write(question: Question, settled: boolean): void {
    const before = this.address;
    this.address = searchOf(question);
    document.title =
      question.typed.trim() === '' ? this.title : `${shortened(question.typed)} · ${this.title}`;
    if (this.address === before) return;
    clearTimeout(this.pending);
    if (before !== '' && (settled || !this.isTyping)) {
      set('replaceState', before);
      set('pushState', this.address);
    } else {
      this.pending = setTimeout(() => {
        set('replaceState', this.address);
      }, PAUSE);
    }
    this.isTyping = !settled;
  }

  settle(): void {
    clearTimeout(this.pending);
    set('replaceState', this.address);
    this.isTyping = false;
  }

  leave(): void {
    this.settle();
  }
}

function set(how: 'pushState' | 'replaceState', search: string): void {
  if (location.search !== search) history[how](history.state, '', location.pathname + search + location.hash);
}

/** A dialog leaves the address alone; only who goes from it to a result and Back finds it open again. */
export class DialogHistory implements SearchHistory {
  constructor(dialog: HTMLDialogElement) {
    dialog.addEventListener('close', () => {
      if (kept() !== undefined) history.replaceState({ ...state(), search: undefined }, '');
    });
  }

  write(): void {
    // The address is the page's.
  }

  settle(): void {
    // There is nothing to settle.
  }

  leave(question: Question): void {
    history.replaceState({ ...state(), search: searchOf(question) }, '');
  }
}

/** What the page's address asks, as this module writes it. */
function addressOfPage(): string {
  return searchOf(questionOf(location.search));
}

function state(): { search?: string } {
  return (history.state ?? {}) as { search?: string };
}

function kept(): string | undefined {
  return state().search;
}
