import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { findPlaceholders } from '../commands/placeholders.ts';
import { highlight, type Token } from './highlight.ts';

/** Code → the content of each of its lines: coloured tokens, and placeholders that the page can fill. */
export async function codeLines(text: string, language: string): Promise<ElementContent[][]> {
  const lines = await highlight(text, language);
  return lines.map((tokens) => withPlaceholders(tokens).map(tokenContent));
}

/** A token, or a placeholder in its stead. */
type Piece = Token & { placeholder?: string };

function tokenContent({ text, look, placeholder }: Piece): ElementContent {
  if (placeholder !== undefined)
    return h('a', { className: 'placeholder', href: `#value-${placeholder}`, dataName: placeholder }, text);
  return look === undefined ? { type: 'text', value: text } : h('span', { className: look }, text);
}

/** Cuts a line's tokens where placeholders begin and end, whatever the highlighter made of the braces. */
function withPlaceholders(tokens: readonly Token[]): Piece[] {
  const found = findPlaceholders(tokens.map((token) => token.text).join(''));
  if (found.length === 0) return [...tokens];
  const pieces: Piece[] = [];
  let offset = 0;
  for (const { text, look } of tokens) {
    const end = offset + text.length;
    while (offset < end) {
      const next = found.find((placeholder) => placeholder.end > offset);
      if (next === undefined || next.start >= end) {
        pieces.push({ text: text.slice(text.length - (end - offset)), look });
        break;
      }
      if (next.start > offset) {
        const from = text.length - (end - offset);
        pieces.push({ text: text.slice(from, from + next.start - offset), look });
      }
      if (next.start >= offset)
        pieces.push({ text: `{{${next.name}}}`, look: undefined, placeholder: next.name });
      offset = next.end;
    }
    offset = Math.max(offset, end);
  }
  return pieces;
}
