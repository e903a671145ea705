import { nextFrame, nextTask } from '../../components/turns.ts';
import type { Answer } from '../plan/answer.ts';
import { Finder } from '../plan/find.ts';
import type { Question } from './address.ts';
import { IndexFailure, openSite, type Failure, type SiteIndex } from '../plan/web.ts';

/** Receives the outcome of questions. */
export interface Listener {
  /** The newest question has an answer; `isFinal` is false if more pages are still being read. */
  answered: (answer: Answer, question: Question, state: AnswerState) => void;
  /** The newest question failed. */
  failed: (failure: Failure) => void;
  /** The newest question has taken long enough to say so. */
  waits: () => void;
  /** It has taken so long that it may never get an answer; the next question starts anew. */
  stalls: () => void;
}

/** What is known of an answer besides its results. */
export interface AnswerState {
  isFinal: boolean;
  /** Whether it begins with the results that were reported before, in their order. */
  continues: boolean;
  /** Whether the index is older than the articles. */
  isOld: boolean;
}

/** Where the index is, and the version of Pagefind that made it. */
export interface IndexPlace {
  index: string;
  version: string;
}

/** Nobody notices a shorter wait, in milliseconds. */
const NOTICED = 400;

/** Nobody waits longer without a way out. */
const LATE = 8000;

/** The page's only index, shared by every search on it. */
let shared: Promise<{ finder: Finder; site: SiteIndex }> | undefined;

function opened({ index, version }: IndexPlace): NonNullable<typeof shared> {
  shared ??= openSite(index, version).then((site) => ({ finder: new Finder(site), site }));
  // Try again after a failure.
  shared.catch(() => (shared = undefined));
  return shared;
}

/** Preloads what every query needs. If that fails, the first question reports it. */
export function prepare(place: IndexPlace): void {
  opened(place).catch(() => undefined);
}

/** Thrown to end the search for an answer that nobody waits for any more. */
class Outdated extends Error {}

/**
 * Asks questions and reports only answers to the newest one. Work on older ones ends at the next step, so that it
 * doesn't hold up the newest.
 */
export class Asker {
  #newest = 0;
  readonly #place: IndexPlace;
  readonly #listener: Listener;

  constructor(place: IndexPlace, listener: Listener) {
    this.#place = place;
    this.#listener = listener;
  }

  async ask(question: Question): Promise<void> {
    const number = ++this.#newest;
    const isNewest = (): boolean => number === this.#newest;
    const waiting = [
      setTimeout(() => {
        if (isNewest()) this.#listener.waits();
      }, NOTICED),
      setTimeout(() => {
        shared = undefined;
        if (isNewest()) this.#listener.stalls();
      }, LATE),
    ];
    try {
      await this.#answer(question, isNewest);
    } catch (error) {
      if (isNewest()) this.#listener.failed(error instanceof IndexFailure ? error.failure : 'failed');
    } finally {
      for (const timer of waiting) clearTimeout(timer);
    }
  }

  /** Drops the current question. */
  forget(): void {
    this.#newest++;
  }

  /** If a part of the index doesn't load, opens the index again: a new build may have replaced it. */
  async #answer(question: Question, isNewest: () => boolean): Promise<void> {
    try {
      await this.#search(question, isNewest);
    } catch (error) {
      if (error instanceof IndexFailure || error instanceof Outdated) throw error;
      await this.#search(question, isNewest);
    }
  }

  async #search(question: Question, isNewest: () => boolean): Promise<void> {
    const { typed, choices, asTyped } = question;
    const { finder, site } = await opened(this.#place);
    let continues = false;
    const tell = (answer: Answer, isFinal: boolean): void => {
      if (!isNewest()) throw new Outdated();
      this.#listener.answered(answer, question, { isFinal, continues, isOld: site.isOld });
      continues = true;
    };
    const early = async (answer: Answer): Promise<void> => {
      tell(answer, false);
      await nextFrame();
      if (!isNewest()) throw new Outdated();
    };
    const pause = async (): Promise<void> => {
      await nextTask();
      if (!isNewest()) throw new Outdated();
    };
    try {
      tell(await finder.find(typed, choices, asTyped, { early, pause }), true);
    } catch (error) {
      if (!(error instanceof Outdated)) shared = undefined;
      throw error;
    }
  }
}
