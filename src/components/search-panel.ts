import { markerOf } from '../search/mark.ts';
import type { Answer, CommandHit } from '../search/search.ts';
import { NO_QUESTION, questionOf, searchOf, type Question } from './search-address.ts';
import { Asker, prefetch } from './search-asker.ts';
import { copyCommand } from './search-copy.ts';
import { element } from './search-element.ts';
import { SearchExplanation } from './search-explanation.ts';
import { SearchFilters } from './search-filters.ts';
import { SearchGrid } from './search-grid.ts';
import { DialogHistory, PageHistory, type SearchHistory } from './search-history.ts';
import { addStyles, keysPart, restingPart } from './search-parts.ts';
import { articleRow, commandRow } from './search-rows.ts';
import { onSearchKey } from './search-shortcuts.ts';

const settings = SEARCH_SETTINGS;

/** Where a search works. */
export interface PanelOptions {
  /** The form with the field. */
  form: HTMLFormElement;
  /** Where results go. */
  host: HTMLElement;
  /** The dialog around them, if any. */
  dialog?: HTMLDialogElement;
  /** A question as an address has it, to begin with. */
  asked?: string | undefined;
}

/** How long what was copied is said. */
const SAID = 8000;

/** Loads ahead of the first question what every question needs. */
export function prepare(): void {
  prefetch(settings);
}

/** Shows what is found as the reader types: in the dialog, and below a page's own field. */
export class SearchPanel {
  private readonly options: PanelOptions;
  private readonly field: HTMLInputElement;
  private readonly grid: SearchGrid;
  private readonly filters: SearchFilters;
  private readonly explanation: SearchExplanation;
  private readonly asker: Asker;
  private readonly history: SearchHistory;
  private readonly said = element('p', { class: 'search-said', role: 'status' });
  private readonly resting: HTMLElement;
  private readonly link: HTMLAnchorElement;
  private question: Question = NO_QUESTION;
  /** The question whose answer is shown. */
  private shown: Question | undefined;
  /** Enter was pressed before the answer was there. */
  private opensFirst = false;
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PanelOptions) {
    const { form, dialog } = options;
    const restore = (question: Question): void => {
      this.restore(question);
    };
    this.options = options;
    this.field = form.querySelector('input')!;
    this.grid = new SearchGrid(this.field, settings.texts.label);
    this.filters = new SearchFilters(settings, () => {
      this.ask({ ...this.question, choices: this.filters.choices }, true);
    });
    this.explanation = new SearchExplanation(settings, {
      ask: (question) => {
        this.field.focus();
        this.restore(question, true);
      },
      retry: () => {
        this.field.focus();
        this.explanation.clear();
        this.ask(this.question);
      },
    });
    this.asker = new Asker(settings.index, {
      answered: (answer, question) => {
        this.answered(answer, question);
      },
      failed: () => {
        this.failed();
      },
      waits: () => {
        this.explanation.waits();
      },
    });
    this.history = dialog === undefined ? new PageHistory(restore) : new DialogHistory(dialog);
    this.resting =
      dialog === undefined
        ? element('div')
        : restingPart(settings, (typed) => {
            this.field.focus();
            this.restore({ ...NO_QUESTION, typed }, true);
          });
    this.link = element('a', { class: 'search-as-page' }, settings.texts.asPage);
    this.draw();
    this.listen();
    this.begin();
  }

  private draw(): void {
    const { host, dialog } = this.options;
    const hint = element('p', { id: `${this.field.id}-hint`, hidden: '' }, settings.texts.hint);
    const { status, note } = this.explanation;
    addStyles();
    this.field.setAttribute('aria-describedby', hint.id);
    host.className = 'search-panel';
    host.lang = settings.locale;
    host.replaceChildren(
      element('div', { class: 'search-bar' }, status, this.filters.element),
      element('div', { class: 'search-scroll' }, note, this.grid.element, this.resting),
      element('div', { class: 'search-foot' }, keysPart(settings, dialog !== undefined), this.link),
      this.said,
      hint,
    );
  }

  private listen(): void {
    const { form, dialog } = this.options;
    this.field.addEventListener('input', () => {
      this.ask({ ...this.question, typed: this.field.value, asTyped: false });
    });
    this.field.addEventListener('change', () => {
      this.history.settle();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.enter();
    });
    (dialog ?? form.parentElement!).addEventListener('keydown', (event) => {
      onSearchKey(event, this.field, this.grid, () => {
        this.escape();
      });
    });
    this.grid.element.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (link !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.leave(link);
    });
    dialog?.addEventListener('close', () => {
      this.grid.clear();
    });
  }

  /** With what a place in the history or the address asks; but what was typed while the code was loading comes first. */
  private begin(): void {
    const { asked, dialog } = this.options;
    const given = questionOf(asked ?? (dialog === undefined ? location.search : ''));
    const typed = this.field.value;
    const wasTyped = asked === undefined && typed !== '' && typed !== given.typed;
    this.restore(wasTyped ? { ...NO_QUESTION, typed } : given, !wasTyped);
  }

  private escape(): void {
    const { dialog } = this.options;
    if (dialog !== undefined) dialog.close();
    else if (this.grid.hasChosen) this.grid.clear();
    else {
      this.field.focus();
      this.restore(NO_QUESTION);
    }
  }

  /**
   * Enter in the field with nothing chosen: a dialog leads to the first result, as soon as it is there; on a page, and
   * where the only keyboard is on the screen, whose Enter says "search", the results stay.
   */
  private enter(): void {
    const { dialog } = this.options;
    const hasKeyboard = matchMedia('(any-pointer: fine)').matches;
    if (dialog === undefined && location.pathname !== settings.page)
      location.assign(settings.page + searchOf(this.question));
    else if (dialog === undefined || !hasKeyboard) {
      this.history.settle();
      if (!hasKeyboard) this.field.blur();
    } else if (this.shown === this.question) this.grid.target?.click();
    else this.opensFirst = true;
  }

  /** On the way to a result: Back comes to the results again, unless it is on this page. */
  private leave(link: HTMLAnchorElement): void {
    const { dialog } = this.options;
    if (dialog !== undefined && link.pathname === location.pathname) dialog.close();
    else this.history.leave(this.question);
  }

  /** A question that doesn't come from the field and the filters, which show it. */
  private restore(question: Question, settled = false): void {
    if (this.field.value !== question.typed) this.field.value = question.typed;
    this.filters.choices = question.choices;
    this.ask(question, settled);
  }

  private ask(question: Question, settled = false): void {
    const isEmpty = question.typed.trim() === '';
    this.question = isEmpty ? { ...NO_QUESTION, typed: question.typed } : question;
    this.opensFirst = false;
    this.link.href = settings.page + searchOf(this.question);
    this.history.write(this.question, settled);
    this.options.form.parentElement!.toggleAttribute('data-searching', !isEmpty);
    if (isEmpty) this.rest();
    else void this.asker.ask(this.question);
  }

  private rest(): void {
    this.asker.forget();
    this.shown = undefined;
    this.grid.show([]);
    this.explanation.clear();
    this.filters.clear();
    this.link.hidden = true;
    this.resting.hidden = false;
  }

  private answered(answer: Answer, question: Question): void {
    const { dialog } = this.options;
    const { texts } = settings;
    const marker = markerOf(answer.corrected ?? answer.query, answer.matched);
    const copy = (hit: CommandHit, button: HTMLButtonElement): void => {
      void this.copy(hit, button);
    };
    const groups = [
      {
        label: texts.commands,
        rows: answer.commands.map((hit) => commandRow(hit, marker, settings, copy)),
      },
      { label: texts.articles, rows: answer.articles.map((hit) => articleRow(hit, marker, settings)) },
    ];
    this.grid.show(answer.commandsFirst ? groups : groups.reverse());
    this.filters.offer(answer, question.choices);
    this.explanation.answered(answer, question);
    this.resting.hidden = true;
    this.link.hidden = dialog === undefined && location.pathname === settings.page;
    if (this.shown?.typed !== question.typed) this.grid.element.parentElement!.scrollTop = 0;
    this.shown = question;
    if (this.opensFirst) this.grid.target?.click();
  }

  private failed(): void {
    this.shown = undefined;
    this.opensFirst = false;
    this.grid.show([]);
    this.resting.hidden = true;
    this.explanation.failed();
  }

  private async copy(hit: CommandHit, button: HTMLButtonElement): Promise<void> {
    const { said, done } = await copyCommand(hit, settings);
    this.said.textContent = said;
    button.toggleAttribute('data-copied', done);
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.said.textContent = '';
      button.removeAttribute('data-copied');
    }, SAID);
  }
}
