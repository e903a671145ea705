import type { Choices } from '../plan/pages.ts';

/** Everything that an answer depends on. */
export interface Question {
  typed: string;
  choices: Choices;
  /** Whether typos are left alone. */
  asTyped: boolean;
}

export const NO_QUESTION: Question = { typed: '', choices: {}, asTyped: false };

/** What the reader can narrow the search down by, in the order shown. */
export const CHOICES = ['kind', 'tag', 'program'] as const;

/** Longer queries aren't searched, so they don't go into an address either. */
const LONGEST = 400;

/** `?q=iptables+-F&tag=firewall` → the question in it. */
export function questionOf(search: string): Question {
  const given = new URLSearchParams(search);
  const chosen = CHOICES.map((name) => [name, given.get(name) ?? ''] as const);
  return {
    typed: given.get('q') ?? '',
    choices: Object.fromEntries(chosen.filter(([, value]) => value !== '')),
    asTyped: given.has('exact'),
  };
}

/** The reverse; empty if nothing is asked. */
export function searchOf({ typed, choices, asTyped }: Question): string {
  const parameters = new URLSearchParams();
  // Half a surrogate pair at the end would come back as another character.
  if (typed !== '') parameters.set('q', typed.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, ''));
  for (const name of CHOICES) {
    const value = choices[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (asTyped) parameters.set('exact', '');
  return parameters.size === 0 ? '' : `?${parameters.toString().replace(/exact=$/, 'exact')}`;
}

const LONGEST_SHOWN = 80;

/** What was typed, shortened to fit a line. */
export function shortened(query: string): string {
  if (query.length <= LONGEST_SHOWN) return query;
  return `${query.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Browsers allow about a hundred changes of the address in half a minute. */
const PAUSE = 250;

/** Keeps the question in the browser's history and, on the search page, in its address. */
export interface SearchHistory {
  /**
   * Stores a question. `settled` means that the reader isn't still typing it, so Back should return to the one
   * before.
   */
  write?: (question: Question, settled: boolean) => void;
  /** The reader has finished typing. */
  settle?: () => void;
  /** The reader follows a result, so Back should return to this question. */
  leave: (question: Question) => void;
}

/** On the search page, the address and the title always show the question. */
export class PageHistory implements SearchHistory {
  private readonly title = document.title;
  private pending: ReturnType<typeof setTimeout> | undefined;
  private address = addressOfPage();
  private isTyping = false;

  /** @param restore called with the question of an address that Back or Forward leads to */
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

/** A dialog leaves the address alone. It is only opened again for a reader who followed a result and comes Back. */
export class DialogHistory implements SearchHistory {
  constructor(dialog: HTMLDialogElement) {
    dialog.addEventListener('close', () => {
      if (keptQuestion() !== undefined) keep(undefined);
    });
  }

  leave(question: Question): void {
    keep(searchOf(question));
  }
}

/** The question that the reader had asked when they left the page, in the form of an address. */
export function keptQuestion(): string | undefined {
  return (history.state as { search?: string } | null)?.search;
}

/** The text for the field if an address has a question. */
export function typedOf(search: string): string {
  return new URLSearchParams(search).get('q') ?? '';
}

function keep(search: string | undefined): void {
  history.replaceState({ ...history.state, search }, '');
}

/** The question in the page's address, in this module's form. */
function addressOfPage(): string {
  return searchOf(questionOf(location.search));
}
