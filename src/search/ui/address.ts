import type { Choices } from '../plan/pages.ts';

/** All that an answer depends on. */
export interface Question {
  typed: string;
  choices: Choices;
  /** Whether slips are left as they are. */
  asTyped: boolean;
}

export const NO_QUESTION: Question = { typed: '', choices: {}, asTyped: false };

/** What the reader can narrow the search down by, in the order in which it is shown. */
export const CHOICES = ['kind', 'tag', 'program'] as const;

/** Nothing longer is searched, so nothing longer goes into an address. */
const LONGEST = 400;

/** `?q=iptables+-F&tag=firewall` → the question that it asks. */
export function questionOf(search: string): Question {
  const given = new URLSearchParams(search);
  const chosen = CHOICES.map((name) => [name, given.get(name) ?? ''] as const);
  return {
    typed: given.get('q') ?? '',
    choices: Object.fromEntries(chosen.filter(([, value]) => value !== '')),
    asTyped: given.has('exact'),
  };
}

/** The other way; empty where nothing is asked. */
export function searchOf({ typed, choices, asTyped }: Question): string {
  const parameters = new URLSearchParams();
  // Half a character at the end would come back as another one.
  if (typed !== '') parameters.set('q', typed.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, ''));
  for (const name of CHOICES) {
    const value = choices[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (asTyped) parameters.set('exact', '');
  return parameters.size === 0 ? '' : `?${parameters.toString().replace(/exact=$/, 'exact')}`;
}
