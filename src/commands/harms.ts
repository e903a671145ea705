import { HARMS, type Danger, type Harm } from './block.ts';

/**
 * The kinds of harm a step can do, without duplicates, worst first. Pages, results and buttons show them in words.
 */
export function harmsOf({ dangers }: { dangers: readonly Danger[] }): Harm[] {
  return HARMS.filter((harm) => dangers.some((danger) => danger.harm === harm));
}
