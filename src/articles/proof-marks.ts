import type { Dictionary } from '../i18n/dictionary.ts';
import type { Proof } from './proof.ts';

/**
 * A text's HTML, as the loader keeps it, with the mark of each step that was run: `<span class="step" id="step-4k2m9ab"` gets
 * `data-proof="passed"`. Here and not where blocks are drawn, so that a new record makes no text anew.
 */
export function withProofMarks(html: string, { marks }: Proof, t: Dictionary): string {
  return html.replace(ANCHORED, (tag, anchor: string) => {
    const mark = Object.hasOwn(marks, anchor) ? marks[anchor] : undefined;
    return mark === undefined
      ? tag
      : `${tag} data-proof="${mark.outcome}" data-proof-label="${t.proofMark[mark.outcome]}"`;
  });
}

/** How a step or a listing begins. In text a `<` would be a reference. */
const ANCHORED = /<(?:span|figure) class="[^"<>]*" id="([^"<>]+)"/g;
