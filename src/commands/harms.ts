import { HARMS, type Danger, type Harm } from './block.ts';

/** What can hurt in a step → each harm once, the worst first: for the words that a page, a result and a button say. */
export function harmsOf({ dangers }: { dangers: readonly Danger[] }): Harm[] {
  return HARMS.filter((harm) => dangers.some((danger) => danger.harm === harm));
}
