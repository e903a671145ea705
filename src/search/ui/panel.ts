import styles from '../../styles/search.css?inline';
import { addStyles } from '../../components/add-styles.ts';
import { element } from '../../components/element.ts';
import type { Answer } from '../plan/answer.ts';
import { markerOf } from '../plan/marks.ts';
import {
  DialogHistory,
  NO_QUESTION,
  PageHistory,
  questionOf,
  searchOf,
  type Question,
  type SearchHistory,
} from './address.ts';
import { Asker, prepare as prepareIndex, type AnswerState } from './asker.ts';
import { SearchFilters } from './filters.ts';
import { ListBox } from './list-box.ts';
import { keysPart, Notes, restingPart } from './notes.ts';
import type { Failure } from '../plan/web.ts';
import { itemOf } from './options.ts';

const settings = SEARCH_SETTINGS;

/** The elements that a search works with. */
export interface PanelOptions {
  /** The form with the field. */
  form: HTMLFormElement;
  /** Where results go. */
  host: HTMLElement;
  /** The dialog around them, if any. */
  dialog?: HTMLDialogElement;
  /** The question to start with, in the form of an address. */
  asked?: string | undefined;
}

/** How long the message about a copy stays, in milliseconds. */
const SAID = 8000;

addStyles(styles);

/** Preloads what every question needs. */
export function prepare(): void {
  prepareIndex(settings);
}

/** Shows results as the reader types, in the dialog or below a page's own field. */
export class SearchPanel {
  readonly #options: PanelOptions;
  readonly #field: HTMLInputElement;
  readonly #list: ListBox;
  readonly #filters: SearchFilters;
  readonly #notes: Notes;
  readonly #asker: Asker;
  readonly #history: SearchHistory;
  readonly #said = element('p', { class: 'search-said', role: 'status' });
  readonly #resting: HTMLElement;
  readonly #link: HTMLAnchorElement;
  #question: Question = NO_QUESTION;
  /** The question whose answer is shown. */
  #shown: Question | undefined;
  /** Enter was pressed before the answer arrived. */
  #opensFirst = false;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PanelOptions) {
    const { form, dialog } = options;
    this.#options = options;
    this.#field = form.querySelector('input')!;
    this.#list = new ListBox(this.#field, settings.texts.results);
    this.#filters = new SearchFilters(settings, () => {
      this.#ask({ ...this.#question, choices: this.#filters.choices }, true);
    });
    this.#notes = new Notes(settings, {
      ask: (question) => {
        this.#restoreInField(question);
      },
      retry: () => {
        this.#field.focus();
        this.#notes.clear();
        this.#ask(this.#question);
      },
    });
    this.#asker = new Asker(settings, {
      answered: (answer, question, state) => {
        this.#answered(answer, question, state);
      },
      failed: (failure) => {
        this.#failed(failure);
      },
      waits: () => {
        this.#notes.waits();
      },
      stalls: () => {
        this.#resting.hidden = true;
        this.#notes.stalls();
      },
    });
    this.#history =
      dialog === undefined
        ? new PageHistory((question) => {
            this.#restore(question);
          })
        : new DialogHistory(dialog);
    this.#resting =
      dialog === undefined
        ? element('div')
        : restingPart(settings, (typed) => {
            this.#restoreInField({ ...NO_QUESTION, typed });
          });
    this.#link = element('a', { class: 'search-as-page' }, settings.texts.asPage);
    this.#draw();
    this.#listen();
    this.#begin();
  }

  #draw(): void {
    const { host, dialog } = this.#options;
    const hint = element('p', { id: `${this.#field.id}-hint`, hidden: '' }, settings.texts.hint);
    this.#field.setAttribute('aria-describedby', hint.id);
    host.className = 'search-panel';
    host.lang = settings.locale;
    host.replaceChildren(
      element('div', { class: 'search-bar' }, this.#notes.status, this.#filters.element),
      element('div', { class: 'search-scroll' }, this.#notes.element, this.#list.element, this.#resting),
      element('div', { class: 'search-foot' }, keysPart(settings, dialog !== undefined), this.#link),
      this.#said,
      hint,
    );
  }

  #listen(): void {
    const { form, dialog } = this.#options;
    this.#field.addEventListener('input', () => {
      this.#ask({ ...this.#question, typed: this.#field.value, asTyped: false });
    });
    this.#field.addEventListener('change', () => {
      this.#history.settle?.();
    });
    this.#field.addEventListener('keydown', (event) => {
      this.#list.onKey(event);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#enter();
    });
    (dialog ?? form.parentElement!).addEventListener('keydown', (event) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target, isComposing } = event;
      // An open list of choices handles its own keys.
      if (key !== 'Escape' || isComposing || target instanceof HTMLSelectElement) return;
      if (ctrlKey || metaKey || altKey || shiftKey) return;
      event.preventDefault();
      this.#escape();
    });
    this.#list.element.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (link !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.#leave(link);
    });
    dialog?.addEventListener('close', () => {
      this.#list.clear();
    });
  }

  /**
   * Starts with the text in the field: the question of the history or address, or what was typed while this was
   * loading.
   */
  #begin(): void {
    const { asked, dialog } = this.#options;
    const given = questionOf(asked ?? (dialog === undefined ? location.search : ''));
    const typed = this.#field.value;
    const isGiven = typed === given.typed;
    this.#restore(isGiven ? given : { ...NO_QUESTION, typed }, isGiven);
  }

  #escape(): void {
    const { dialog } = this.#options;
    if (dialog !== undefined) dialog.close();
    else if (this.#list.hasChosen) this.#list.clear();
    else this.#restoreInField(NO_QUESTION);
  }

  /**
   * Enter in the field with nothing chosen. A dialog opens the first result as soon as there is one. The results stay
   * on a page, and on devices with only an on-screen keyboard, whose Enter says "search".
   */
  #enter(): void {
    const { dialog } = this.#options;
    const hasKeyboard = matchMedia('(any-pointer: fine)').matches;
    if (dialog === undefined && location.pathname !== settings.page)
      location.assign(settings.page + searchOf(this.#question));
    else if (dialog === undefined || !hasKeyboard) {
      this.#history.settle?.();
      if (!hasKeyboard) this.#field.blur();
    } else if (this.#shown === this.#question) this.#list.open();
    else this.#opensFirst = true;
  }

  /**
   * Remembers the question when the reader follows a result, so that Back returns to it. Not needed for a result on
   * the same page.
   */
  #leave(link: HTMLAnchorElement): void {
    const { dialog } = this.#options;
    if (dialog !== undefined && link.pathname === location.pathname) dialog.close();
    else this.#history.leave(this.#question);
  }

  #restoreInField(question: Question): void {
    this.#field.focus();
    this.#restore(question, true);
  }

  /** Shows a question that comes from somewhere else in the field and the filters. */
  #restore(question: Question, settled = false): void {
    if (this.#field.value !== question.typed) this.#field.value = question.typed;
    this.#filters.choices = question.choices;
    this.#ask(question, settled);
  }

  #ask(question: Question, settled = false): void {
    const isEmpty = question.typed.trim() === '';
    this.#question = isEmpty ? { ...NO_QUESTION, typed: question.typed } : question;
    this.#opensFirst = false;
    this.#link.href = settings.page + searchOf(this.#question);
    this.#history.write?.(this.#question, settled);
    this.#options.form.parentElement!.toggleAttribute('data-searching', !isEmpty);
    if (isEmpty) this.#rest();
    else void this.#asker.ask(this.#question);
  }

  #rest(): void {
    this.#asker.forget();
    this.#shown = undefined;
    this.#list.show([]);
    this.#notes.clear();
    this.#filters.clear();
    this.#link.hidden = true;
    this.#resting.hidden = false;
  }

  #answered(answer: Answer, question: Question, state: AnswerState): void {
    const { texts, page } = settings;
    const marker = markerOf(answer.query);
    const said = (text: string, button: HTMLButtonElement, done: boolean): void => {
      this.#say(text, button, done);
    };
    const group = (label: string, hits: Answer['commands']) => ({
      label,
      items: hits.map((hit) => () => itemOf(hit, marker, settings, said)),
    });
    // Afterwards the browser would have to lay out the results twice.
    if (this.#shown?.typed !== question.typed) this.#list.element.parentElement!.scrollTop = 0;
    const groups = [group(texts.commands, answer.commands), group(texts.articles, answer.articles)];
    if (!answer.commandsFirst) groups.reverse();
    if (state.continues) this.#list.extend(groups);
    else this.#list.show(groups);
    this.#filters.offer(answer, question.choices);
    this.#notes.answered(answer, question, state);
    this.#resting.hidden = true;
    this.#link.hidden = this.#options.dialog === undefined && location.pathname === page;
    this.#shown = question;
    if (this.#opensFirst) this.#list.open();
  }

  #failed(failure: Failure): void {
    this.#shown = undefined;
    this.#opensFirst = false;
    this.#list.show([]);
    this.#filters.clear();
    this.#resting.hidden = true;
    this.#notes.failed(failure);
  }

  #say(text: string, button: HTMLButtonElement, done: boolean): void {
    this.#fallSilent();
    this.#said.textContent = text;
    button.toggleAttribute('data-copied', done);
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#fallSilent();
    }, SAID);
  }

  #fallSilent(): void {
    this.#said.textContent = '';
    for (const button of this.#list.element.querySelectorAll('[data-copied]'))
      button.removeAttribute('data-copied');
  }
}
