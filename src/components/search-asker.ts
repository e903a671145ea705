import { fromSite } from '../search/read-file.ts';
import { Search, type Answer } from '../search/search.ts';
import type { Question } from './search-address.ts';

/** What becomes of questions. */
export interface Listener {
  /** An answer to the newest question. */
  answered: (answer: Answer, question: Question) => void;
  /** The newest question had no answer, because the index did not load or is of another version. */
  failed: (question: Question) => void;
  /** The newest question has been waiting long enough to say so. */
  waits: () => void;
}

/** Below this nobody notices that anything was waited for. */
const NOTICED = 400;

let shared: { index: string; search: Search } | undefined;

/** The page's search of an index; another one after a failure, which begins with nothing kept. */
function searchOf(index: string, renewed = false): Search {
  if (renewed || shared?.index !== index) shared = { index, search: new Search(fromSite(index)) };
  return shared.search;
}

/** Reads ahead what every query needs. Where that fails, it is said at the first question. */
export function prefetch({ index }: { index: string }): void {
  searchOf(index)
    .prepare()
    .catch(() => undefined);
}

/** Asks, and gives answers to the newest question only, however late those to older ones come. */
export class Asker {
  private newest = 0;
  private hasFailed = false;
  private readonly index: string;
  private readonly listener: Listener;

  constructor(index: string, listener: Listener) {
    this.index = index;
    this.listener = listener;
  }

  async ask(question: Question): Promise<void> {
    const number = ++this.newest;
    const isStale = (): boolean => number !== this.newest;
    const search = searchOf(this.index, this.hasFailed);
    this.hasFailed = false;
    const waiting = setTimeout(() => {
      if (!isStale()) this.listener.waits();
    }, NOTICED);
    const answer = await find(search, question, isStale);
    clearTimeout(waiting);
    if (isStale()) return;
    if (answer === undefined) {
      this.hasFailed = true;
      this.listener.failed(question);
    } else {
      this.listener.answered(answer, question);
    }
  }

  /** Nothing is asked any more. */
  forget(): void {
    this.newest++;
  }
}

/** Undefined where the index does not load, and where nobody wants the answer any more. */
async function find(
  search: Search,
  { typed, choices, asTyped }: Question,
  isStale: () => boolean,
): Promise<Answer | undefined> {
  try {
    await search.prepare();
    return isStale() ? undefined : await search.find(typed, choices, asTyped);
  } catch {
    return undefined;
  }
}
