import { plural } from '../../i18n/plural.ts';
import type { Answer } from '../plan/answer.ts';
import { NO_QUESTION, searchOf, shortened, type Question } from './address.ts';
import type { AnswerState } from './asker.ts';
import { element } from '../../components/element.ts';
import type { Failure } from '../plan/web.ts';
import type { SearchSettings } from './settings.ts';

/** What the reader can do about an answer. */
export interface Remedies {
  ask: (question: Question) => void;
  retry: () => void;
}

/**
 * Messages about an answer: how much was found, what was corrected and how to undo that, and what to do if nothing
 * was found.
 */
export class Notes {
  /** Screen readers read it whenever it changes. */
  readonly status = element('p', { class: 'search-status', role: 'status' });
  readonly element = element('div', { class: 'search-note' });
  readonly #settings: SearchSettings;
  readonly #remedies: Remedies;

  constructor(settings: SearchSettings, remedies: Remedies) {
    this.#settings = settings;
    this.#remedies = remedies;
  }

  /** Counts are told once, when they are final: a screen reader would read both. */
  answered(answer: Answer, question: Question, { isFinal, isOld }: AnswerState): void {
    const { texts } = this.#settings;
    if (!isFinal) {
      this.#say();
      this.element.replaceChildren(...this.#age(isOld));
      return;
    }
    const counts = this.#counts(answer);
    const { corrected } = answer;
    const shownInstead = corrected === undefined ? [] : withQuery(texts.corrected, corrected);
    if (counts === '') this.#say(...withQuery(texts.nothing, question.typed));
    else if (corrected === undefined) this.#say(counts);
    else this.#say(element('span', { class: 'sr-only' }, ...shownInstead, ' '), counts);
    this.element.replaceChildren(
      ...(corrected === undefined ? [] : [this.#correction(shownInstead, question)]),
      ...(isWorthSaying(answer, counts) ? [this.#unknown(answer, question)] : []),
      ...(counts === '' ? this.#waysOut(question) : []),
      ...this.#age(isOld),
    );
  }

  #age(isOld: boolean): HTMLElement[] {
    return isOld ? [element('p', { class: 'search-old' }, this.#settings.texts.oldIndex)] : [];
  }

  failed(failure: Failure): void {
    const { texts } = this.#settings;
    const says = { failed: texts.failed, missing: texts.missing, version: texts.otherVersion };
    const again =
      failure === 'version'
        ? this.#button([texts.reload], () => {
            location.reload();
          })
        : this.#button([texts.retry], this.#remedies.retry);
    this.#say();
    this.element.replaceChildren(
      element('p', { class: 'search-fault', role: 'alert' }, `${says[failure]} `, again),
      browsePart(this.#settings),
    );
  }

  waits(): void {
    this.#say(this.#settings.texts.searching);
  }

  /** Says that there may never be an answer, and what to do instead of waiting. */
  stalls(): void {
    const { texts } = this.#settings;
    const again = this.#button([texts.retry], this.#remedies.retry);
    this.#say();
    this.element.replaceChildren(
      element('p', { class: 'search-late', role: 'alert' }, `${texts.slow} `, again),
      browsePart(this.#settings),
    );
  }

  clear(): void {
    this.#say();
    this.element.replaceChildren();
  }

  /** `7 commands, 2 articles`, in the order shown; empty if there are none. */
  #counts({ commands, articles, commandsFirst }: Answer): string {
    const settings = this.#settings;
    const groups = [
      { found: commands.filter(({ shown }) => shown?.type === 'command').length, texts: settings.commands },
      { found: commands.filter(({ shown }) => shown?.type === 'listing').length, texts: settings.files },
      { found: articles.length, texts: settings.articles },
    ];
    if (!commandsFirst) groups.unshift(groups.pop()!);
    return groups
      .filter(({ found }) => found > 0)
      .map(({ found, texts }) => plural(settings.locale, texts)(found))
      .join(', ');
  }

  #correction(shownInstead: readonly (Node | string)[], question: Question): HTMLElement {
    const back = this.#button(withQuery(this.#settings.texts.asTyped, question.typed), () => {
      this.#remedies.ask({ ...question, asTyped: true });
    });
    const line = element('span', { 'aria-hidden': 'true' });
    for (const part of shownInstead) line.append(typeof part === 'string' ? part : part.cloneNode(true));
    return element('p', { class: 'search-correction' }, line, ' ', back);
  }

  /** `Nowhere on this site: btrsf.`, with similar names. */
  #unknown({ unknown, near }: Answer, question: Question): HTMLElement {
    const { texts } = this.#settings;
    const words = unknown.flatMap((word, at) => [at === 0 ? '' : ', ', element('code', {}, word)]);
    const [word = ''] = unknown;
    // The rest of a question was found, and may stay.
    const isPart = unknown.length === 1 && question.typed.includes(word);
    const links = near.map((name) =>
      this.#button([element('code', {}, name)], () => {
        const typed = isPart ? question.typed.replace(word, () => name) : name;
        this.#remedies.ask({ ...question, typed });
      }),
    );
    const meant = links.length === 0 ? [] : [` ${texts.nearest}: `, ...links];
    return element('p', { class: 'search-unknown' }, `${texts.nowhere}: `, ...words, '.', ...meant);
  }

  #waysOut(question: Question): HTMLElement[] {
    const isNarrowed = Object.keys(question.choices).length > 0;
    const clear = this.#button([this.#settings.texts.clear], () => {
      this.#remedies.ask({ ...question, choices: {} });
    });
    return [...(isNarrowed ? [element('p', {}, clear)] : []), browsePart(this.#settings)];
  }

  #button(label: readonly (Node | string)[], act: () => void): HTMLButtonElement {
    const button = element('button', { type: 'button', class: 'search-action' }, ...label);
    button.addEventListener('click', act);
    return button;
  }

  /** Doesn't repeat the current message. */
  #say(...parts: readonly (Node | string)[]): void {
    const line = element('p', {}, ...parts);
    if (line.textContent !== this.status.textContent) this.status.replaceChildren(...line.childNodes);
  }
}

/** If a single word is all that was asked, "nothing found" has already said so. */
function isWorthSaying({ unknown, near, query }: Answer, counts: string): boolean {
  return unknown.length > 0 && (counts !== '' || near.length > 0 || query.chunks.length > 1);
}

/** A text with an element for its `{query}`, which may be anywhere in it, depending on the language. */
function withQuery(text: string, query: string): (Node | string)[] {
  const [before = '', after = ''] = text.split('{query}');
  return [before, element('bdi', {}, element('code', {}, shortened(query))), after];
}

/** What a dialog shows before a question: examples, and other places to look. */
export function restingPart(settings: SearchSettings, ask: (typed: string) => void): HTMLElement {
  const { texts, page, examples } = settings;
  const links = examples.map((typed) => {
    const link = element(
      'a',
      { href: page + searchOf({ ...NO_QUESTION, typed }) },
      element('code', {}, typed),
    );
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ask(typed);
    });
    return link;
  });
  const line =
    links.length === 0 ? undefined : element('p', { class: 'examples' }, `${texts.examples}: `, ...links);
  return element('div', { class: 'search-resting' }, line, browsePart(settings));
}

/** Other places to look. */
function browsePart({ texts, browse }: SearchSettings): HTMLElement {
  const links = browse.map(([href, text]) => element('a', { href }, text));
  return element('p', { class: 'examples' }, `${texts.browse}: `, ...links);
}

/** The keyboard shortcuts, for readers with a keyboard. Screen readers get them from the field's description. */
export function keysPart({ texts }: SearchSettings, inDialog: boolean): HTMLElement {
  const copy = navigator.platform.startsWith('Mac') ? '⌘ C' : 'Ctrl C';
  const keys: [string, string][] = [
    ['↑ ↓', texts.keyChoose],
    ['Enter', texts.keyOpen],
    [copy, texts.keyCopy],
    ...(inDialog ? [['Esc', texts.keyClose] as [string, string]] : []),
  ];
  const parts = keys.map(([key, does]) => element('span', {}, element('kbd', {}, key), ` ${does}`));
  return element('p', { class: 'search-keys', 'aria-hidden': 'true' }, ...parts);
}
