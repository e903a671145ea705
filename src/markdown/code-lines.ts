import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { findPlaceholders } from '../commands/placeholders.ts';
import { highlight, type Token } from './highlight.ts';

/** How to show a placeholder in code: as a link to its field, or as text on a page without fields. */
export type PlaceholderLook = 'link' | 'text';

/** Renders code line by line, with coloured tokens and with placeholders that the page can fill. */
export async function codeLines(
  text: string,
  language: string,
  look: PlaceholderLook = 'link',
): Promise<ElementContent[][]> {
  const lines = await highlight(text, language);
  return lines.map((tokens) => withPlaceholders(tokens).map((piece) => pieceContent(piece, look)));
}

/** A token, or a placeholder that replaces tokens. */
type Piece = Token & { placeholder?: string };

function pieceContent({ text, look, placeholder }: Piece, as: PlaceholderLook): ElementContent {
  if (placeholder === undefined)
    return look === undefined ? { type: 'text', value: text } : h('span', { className: look }, text);
  return as === 'text'
    ? h('span', { className: 'placeholder' }, text)
    : h('a', { className: 'placeholder', href: `#value-${placeholder}`, dataName: placeholder }, text);
}

/** Splits a line's tokens where placeholders begin and end, however the highlighter has divided the braces. */
function withPlaceholders(tokens: readonly Token[]): Piece[] {
  const found = findPlaceholders(tokens.map((token) => token.text).join(''));
  if (found.length === 0) return [...tokens];
  const pieces: Piece[] = [];
  // Offsets in the line: the start of the token, and the end of the pieces so far.
  let start = 0;
  let done = 0;
  for (const { text, look } of tokens) {
    const end = start + text.length;
    while (done < end) {
      const next = found.find((placeholder) => placeholder.end > done);
      const until = Math.min(next?.start ?? end, end);
      if (until > done) pieces.push({ text: text.slice(done - start, until - start), look });
      if (next === undefined || next.start >= end) {
        done = end;
        break;
      }
      pieces.push({ text: `{{${next.name}}}`, look: undefined, placeholder: next.name });
      done = next.end;
    }
    start = end;
  }
  return pieces;
}
