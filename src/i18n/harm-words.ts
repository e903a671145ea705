import type { Harm } from '../commands/block.ts';

/** What the page's scripts say of harm. */
export interface HarmTexts {
  harms: Readonly<Record<Harm, string>>;
  careful: string;
}

/**
 * What is said when something that can hurt was copied, wherever it was copied from: `Destroys data, can cut you off. Look at it before you run
 * it.` Empty for what does no harm.
 */
export function harmWords(harms: readonly Harm[], { harms: labels, careful }: HarmTexts): string {
  if (harms.length === 0) return '';
  const [first, ...rest] = harms.map((harm) => labels[harm]);
  return `${[first!, ...rest.map(withSmallLetter)].join(', ')}. ${careful}.`;
}

function withSmallLetter(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
