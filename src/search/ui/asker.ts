import { Finder, type Answer } from '../plan/find.ts';
import type { Question } from './address.ts';
import { IndexFailure, openSite, type Failure, type SiteIndex } from '../plan/web.ts';

/** What becomes of questions. */
export interface Listener {
  /** An answer to the newest question. */
  answered: (answer: Answer, question: Question, isOld: boolean) => void;
  /** The newest question has no answer. */
  failed: (failure: Failure) => void;
  /** The newest question has been waiting long enough to say so. */
  waits: () => void;
}

/** Where the index is, and which Pagefind made it. */
export interface IndexPlace {
  index: string;
  version: string;
}

/** Below this nobody notices that anything was waited for. */
const NOTICED = 400;

/** The page's one index, whoever asks. */
let shared: Promise<{ finder: Finder; site: SiteIndex }> | undefined;

function opened({ index, version }: IndexPlace): NonNullable<typeof shared> {
  shared ??= openSite(index, version).then((site) => ({ finder: new Finder(site), site }));
  // What failed is tried again.
  shared.catch(() => (shared = undefined));
  return shared;
}

/** Loads ahead what every query needs. Where that fails, it is said at the first question. */
export function prepare(place: IndexPlace): void {
  opened(place).catch(() => undefined);
}

/** Asks, and gives answers to the newest question only, however late those to older ones come. */
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

  /** Nothing is asked any more. */
  forget(): void {
    this.#newest++;
  }

  /** Where a part of the index does not load, it is opened anew: a build may have replaced it since. */
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
