import { plural } from '../i18n/plural.ts';
import type { Answer } from '../search/search.ts';
import type { Question } from './search-address.ts';
import { element, withQuery } from './search-element.ts';
import { browsePart } from './search-parts.ts';
import type { SearchSettings } from './search-settings.ts';

/** What the reader can do about an answer. */
export interface Remedies {
  ask: (question: Question) => void;
  retry: () => void;
}

/** What is said of an answer: how much was found, what was put right and the way back, and the ways out of nothing. */
export class SearchExplanation {
  /** Read by screen readers whenever it changes. */
  readonly status = element('p', { class: 'search-status', role: 'status' });
  readonly note = element('div', { class: 'search-note' });
  private readonly settings: SearchSettings;
  private readonly remedies: Remedies;

  constructor(settings: SearchSettings, remedies: Remedies) {
    this.settings = settings;
    this.remedies = remedies;
  }

  answered(answer: Answer, question: Question): void {
    const { texts } = this.settings;
    const counts = this.counts(answer);
    const { corrected } = answer;
    if (counts === '') this.say(...withQuery(texts.nothing, question.typed));
    else if (corrected === undefined) this.say(counts);
    else
      this.say(element('span', { class: 'sr-only' }, ...withQuery(texts.corrected, corrected), ' '), counts);
    const isNarrowed = Object.keys(question.choices).length > 0;
    this.note.replaceChildren(
      ...(corrected === undefined ? [] : [this.correction(corrected, question)]),
      ...(counts === '' && isNarrowed ? [this.widening(question)] : []),
      ...(counts === '' ? [browsePart(this.settings)] : []),
    );
  }

  failed(): void {
    const { texts } = this.settings;
    const retry = this.button([texts.retry], this.remedies.retry);
    this.say();
    this.note.replaceChildren(
      element('p', { class: 'search-fault', role: 'alert' }, `${texts.failed} `, retry),
      browsePart(this.settings),
    );
  }

  waits(): void {
    this.say(this.settings.texts.searching);
  }

  clear(): void {
    this.say();
    this.note.replaceChildren();
  }

  /** `7 commands, 2 articles`, in the order in which they are shown; empty where there is neither. */
  private counts({ commands, articles, commandsFirst }: Answer): string {
    const { settings } = this;
    const groups = [
      { found: commands.length, texts: settings.commands },
      { found: articles.length, texts: settings.articles },
    ];
    if (!commandsFirst) groups.reverse();
    return groups
      .filter(({ found }) => found > 0)
      .map(({ found, texts }) => plural(settings.locale, texts)(found))
      .join(', ');
  }

  private correction(corrected: string, question: Question): HTMLElement {
    const { texts } = this.settings;
    const back = this.button(withQuery(texts.asTyped, question.typed), () => {
      this.remedies.ask({ ...question, asTyped: true });
    });
    const line = element('span', { 'aria-hidden': 'true' }, ...withQuery(texts.corrected, corrected));
    return element('p', { class: 'search-correction' }, line, ' ', back);
  }

  private widening(question: Question): HTMLElement {
    const clear = this.button([this.settings.texts.clear], () => {
      this.remedies.ask({ ...question, choices: {} });
    });
    return element('p', {}, clear);
  }

  private button(label: readonly (Node | string)[], act: () => void): HTMLButtonElement {
    const button = element('button', { type: 'button', class: 'search-action' }, ...label);
    button.addEventListener('click', act);
    return button;
  }

  /** The same again is not said twice. */
  private say(...parts: readonly (Node | string)[]): void {
    const line = element('p', {}, ...parts);
    if (line.textContent !== this.status.textContent) this.status.replaceChildren(...line.childNodes);
  }
}
