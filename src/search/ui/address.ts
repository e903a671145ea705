import type { Choices } from '../plan/pages.ts';

/** All that an answer depends on. */
export interface Question {
  typed: string;
  choices: Choices;
  /** Whether slips are left as they are. */
  asTyped: boolean;
}

export const NO_QUESTION: Question = { typed: '', choices: {}, asTyped: false };

/** What the reader can narrow the search down by, in the order in which it is shown. */
export const CHOICES = ['kind', 'tag', 'program'] as const;

/** Nothing longer is searched, so nothing longer goes into an address. */
const LONGEST = 400;

/** `?q=iptables+-F&tag=firewall` → the question that it asks. */
export function questionOf(search: string): Question {
  const given = new URLSearchParams(search);
  const chosen = CHOICES.map((name) => [name, given.get(name) ?? ''] as const);
  return {
    typed: given.get('q') ?? '',
    choices: Object.fromEntries(chosen.filter(([, value]) => value !== '')),
    asTyped: given.has('exact'),
  };
}

/** The other way; empty where nothing is asked. */
export function searchOf({ typed, choices, asTyped }: Question): string {
  const parameters = new URLSearchParams();
  // Half a character at the end would come back as another one.
  if (typed !== '') parameters.set('q', typed.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, ''));
  for (const name of CHOICES) {
    const value = choices[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (asTyped) parameters.set('exact', '');
  return parameters.size === 0 ? '' : `?${parameters.toString().replace(/exact=$/, 'exact')}`;
}

const LONGEST_SHOWN = 80;

/** What was typed, as long as a line can show it. */
export function shortened(query: string): string {
  if (query.length <= LONGEST_SHOWN) return query;
  return `${query.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

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
      if (keptQuestion() !== undefined) keep(undefined);
    });
  }

  write(): void {
    // The address is the page's.
  }

  settle(): void {
    // There is nothing to settle.
  }

  leave(question: Question): void {
    keep(searchOf(question));
  }
}

/** What the reader had asked when they left the page, as an address has it. */
export function keptQuestion(): string | undefined {
  return (history.state as { search?: string } | null)?.search;
}

/** What stands in the field where an address asks something. */
export function typedOf(search: string): string {
  return new URLSearchParams(search).get('q') ?? '';
}

function keep(search: string | undefined): void {
  history.replaceState({ ...history.state, search }, '');
}

/** What the page's address asks, as this module writes it. */
function addressOfPage(): string {
  return searchOf(questionOf(location.search));
}
