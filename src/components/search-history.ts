import { questionOf, searchOf, type Question } from './search-address.ts';
import { shortened } from './search-element.ts';

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
  private address = location.search;
  private isTyping = false;

  /** @param restore is given the question of an address that Back or Forward led to */
  constructor(restore: (question: Question) => void) {
    addEventListener('popstate', () => {
      clearTimeout(this.pending);
      this.isTyping = false;
      if (location.search === this.address) return;
      this.address = location.search;
      restore(questionOf(location.search));
    });
  }

  write(question: Question, settled: boolean): void {
    const before = this.address;
    this.address = searchOf(question);
    if (settled) this.isTyping = false;
    const isNew = !this.isTyping && searchOf(questionOf(before)) !== this.address && before !== '';
    this.isTyping ||= !settled;
    document.title =
      question.typed.trim() === '' ? this.title : `${shortened(question.typed)} · ${this.title}`;
    clearTimeout(this.pending);
    if (isNew) this.flush('pushState');
    else
      this.pending = setTimeout(() => {
        this.flush('replaceState');
      }, PAUSE);
  }

  settle(): void {
    clearTimeout(this.pending);
    this.flush('replaceState');
    this.isTyping = false;
  }

  leave(): void {
    this.settle();
  }

  private flush(how: 'pushState' | 'replaceState'): void {
    if (location.search === this.address) return;
    history[how](history.state, '', location.pathname + this.address + location.hash);
  }
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

function state(): { search?: string } {
  return (history.state ?? {}) as { search?: string };
}

function kept(): string | undefined {
  return state().search;
}
