import { Finder, type Answer } from '../plan/find.ts';
import type { Question } from './address.ts';
import { IndexFailure, openSite, type Failure, type SiteIndex } from '../plan/web.ts';

/** Receives the outcome of questions. */
export interface Listener {
  /** The newest question has an answer. */
  answered: (answer: Answer, question: Question, isOld: boolean) => void;
  /** The newest question failed. */
  failed: (failure: Failure) => void;
  /** The newest question has taken long enough to say so. */
  waits: () => void;
}

/** Where the index is, and the version of Pagefind that made it. */
export interface IndexPlace {
  index: string;
  version: string;
}

/** Nobody notices a shorter wait. */
const NOTICED = 400;

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

/** Asks questions and reports only the answer to the newest one, even if older answers arrive late. */
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
    const waiting = setTimeout(() => {
      if (number === this.#newest) this.#listener.waits();
    }, NOTICED);
    try {
      const { answer, isOld } = await this.#answerTo(question);
      if (number === this.#newest) this.#listener.answered(answer, question, isOld);
    } catch (error) {
      if (number === this.#newest)
        this.#listener.failed(error instanceof IndexFailure ? error.failure : 'failed');
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Drops the current question. */
  forget(): void {
    this.#newest++;
  }

  /** If a part of the index doesn't load, opens the index again: a new build may have replaced it. */
  async #answerTo(question: Question): Promise<{ answer: Answer; isOld: boolean }> {
    try {
      return await answerTo(question, this.#place);
    } catch (error) {
      if (error instanceof IndexFailure) throw error;
      return answerTo(question, this.#place);
    }
  }
}

async function answerTo(
  { typed, choices, asTyped }: Question,
  place: IndexPlace,
): Promise<{ answer: Answer; isOld: boolean }> {
  const { finder, site } = await opened(place);
  try {
    return { answer: await finder.find(typed, choices, asTyped), isOld: site.isOld };
  } catch (error) {
    shared = undefined;
    throw error;
  }
}
