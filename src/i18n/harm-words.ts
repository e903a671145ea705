import type { Harm } from '../commands/block.ts';

/** The texts about harm that the pages' scripts use. */
export interface HarmTexts {
  harms: Readonly<Record<Harm, string>>;
  careful: string;
}

/**
 * What is said after something dangerous was copied, wherever from: `Destroys data, can cut you off. Check it before you run it.`
 * Empty for harmless commands.
 */
export function harmWords(harms: readonly Harm[], { harms: labels, careful }: HarmTexts): string {
  if (harms.length === 0) return '';
  const [first, ...rest] = harms.map((harm) => labels[harm]);
  return `${[first!, ...rest.map(withSmallLetter)].join(', ')}. ${careful}.`;
}

function withSmallLetter(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
