import type { Dictionary } from '../i18n/dictionary.ts';
import type { Proof } from './proof.ts';

/**
 * Adds the result of each step's run to a text's stored HTML: `<span class="step" id="step-4k2m9ab"` gets `data-proof="passed"`.
 * This happens here, not where blocks are rendered, so that a new record doesn't recompile any text.
 */
export function withProofMarks(html: string, { marks }: Proof, t: Dictionary): string {
  return html.replace(ANCHORED, (tag, anchor: string) => {
    const mark = Object.hasOwn(marks, anchor) ? marks[anchor] : undefined;
    return mark === undefined
      ? tag
      : `${tag} data-proof="${mark.outcome}" data-proof-label="${t.proofMark[mark.outcome]}"`;
  });
}

/** How a step or a listing begins. A `<` in text would be escaped. */
const ANCHORED = /<(?:span|figure) class="[^"<>]*" id="([^"<>]+)"/g;
