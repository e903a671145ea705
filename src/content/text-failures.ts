import type { Fault } from './fault.ts';
import { TextError } from './text-error.ts';
import { currentPlace, inText } from './text-place.ts';

/** Notes an error and returns it as a fault; undefined if no text is to blame. */
export type NoteFailure = (error: unknown) => Fault | undefined;

/** Takes the HTML of a text; undefined if it has a fault. */
type NoteRendered = (file: string, html: string | undefined) => void;

/** On `globalThis`, because Astro runs the pages in a separate module graph. */
const kept = globalThis as {
  opsnotesNoteFailure?: NoteFailure;
  opsnotesNoteRendered?: NoteRendered;
};

/** Lets pages be rendered although their texts fail, so that all faults are found; without this call, pages fail too. */
export function noteFailuresBy(note: NoteFailure): void {
  kept.opsnotesNoteFailure = note;
}

/** Calls a function for each text that is rendered. */
export function whenTextIsRendered(act: NoteRendered): void {
  kept.opsnotesNoteRendered = act;
}

/** Notes that a text has been rendered, or that it can't be. */
export function noteRendered(file: string, html: string | undefined): void {
  kept.opsnotesNoteRendered?.(file, html);
}

/**
 * Renders something of a text.
 *
 * @returns what came out, or the fault that kept it from coming out
 * @throws a `TextError` if nobody notes failures, as in Astro's own `astro build`
 */
export async function renderOrFault<Result>(
  file: string,
  act: () => Promise<Result>,
): Promise<{ result: Result; fault?: undefined } | { result?: undefined; fault: Fault }> {
  try {
    return { result: await inTime(file, inText(file, undefined, act)) };
  } catch (error) {
    const fault = noteFault(error);
    if (fault === undefined) throw error;
    return { fault };
  }
}

/** Notes an error; undefined if no text is to blame. */
export function noteFault(error: unknown): Fault | undefined {
  return kept.opsnotesNoteFailure?.(error);
}

/** Notes an error that nobody caught, such as one in a timer of a component; false if it isn't a text's. */
export function noteUncaught(error: unknown): boolean {
  const place = currentPlace();
  const placed = place === undefined ? error : new TextError(place.file, error, place.line);
  return noteFault(placed) !== undefined;
}

/** A build must not wait forever for a text that does. */
const MOST_SECONDS = 60;

async function inTime<Result>(file: string, work: Promise<Result>): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new TextError(file, `it took more than ${MOST_SECONDS} seconds`));
  }, MOST_SECONDS * 1000);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
