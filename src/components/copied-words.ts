import { HARMS, type Harm } from '../commands/block.ts';
import { placeholderNames } from '../commands/placeholders.ts';
import { harmWords } from '../i18n/harm-words.ts';
import { plural } from '../i18n/plural.ts';

/** What a copy button has copied. */
export interface Copied {
  /** The copied text, with its placeholders. */
  source: string;
  /** The steps in it, with harms in `data-harms` and hosts in `data-hosts`. */
  steps?: readonly HTMLElement[];
  /** The block, if all of it was copied and it has no steps: a file, a script. */
  listing?: HTMLElement;
  /** Whether steps of the block were left out because they must not be copied along. */
  leftOut?: boolean;
}

const texts = WORD_TEXTS;

/**
 * `Copied 3 commands for gluster1. Destroys data. Check it before you run it.`
 *
 * @param text what is on the clipboard now
 */
export function copiedWords({ steps, listing, leftOut }: Copied, text: string): string {
  const unfilled = placeholderNames(text);
  const what = steps === undefined ? wordsOfListing(listing) : wordsOfSteps(steps);
  const harms = harmWords(harmsIn(steps ?? [listing]), texts);
  return sentences(
    what,
    harms,
    leftOut === true ? capital(texts.leftOut) : '',
    unfilled.length === 0 ? '' : `${texts.unfilled}: ${unfilled.join(', ')}`,
  );
}

function wordsOfListing(listing: HTMLElement | undefined): string {
  const file = listing?.querySelector('.file code')?.textContent;
  return file === undefined ? texts.copied : texts.copiedFile.replace('{file}', () => file);
}

function wordsOfSteps(steps: readonly HTMLElement[]): string {
  const count = plural(texts.locale, texts.copiedCommands)(steps.length);
  const hosts = new Set(steps.flatMap((step) => step.dataset['hosts']?.split(' ') ?? []));
  return hosts.size === 0 ? count : `${count} ${texts.forHosts} ${[...hosts].join(', ')}`;
}

/** All harms of some steps, the worst first. */
function harmsIn(elements: readonly (HTMLElement | undefined)[]): Harm[] {
  const found = new Set(elements.flatMap((element) => element?.dataset['harms']?.split(' ') ?? []));
  return HARMS.filter((harm) => found.has(harm));
}

function sentences(...parts: readonly string[]): string {
  return parts
    .filter(Boolean)
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
