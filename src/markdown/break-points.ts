import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** Lines up to this length, including the prompt, fit every screen. */
const FITS = 26;

/** Long words are cut into pieces of this length if they contain no better place. */
const PIECE = 24;

/**
 * Where a line of code may wrap: after spaces, and within words too long for a row, after punctuation if possible and anywhere if
 * not. We decide this ourselves because browsers break `--raid` after its hyphens, and never break paths.
 */
export function breakOffsets(text: string): number[] {
  if (text.length <= FITS) return [];
  const offsets: number[] = [];
  let isFirst = true;
  for (const { 0: word, index } of text.matchAll(/\S+\s*/g)) {
    if (!isFirst) offsets.push(index);
    isFirst = false;
    if (word.trimEnd().length > FITS) offsets.push(...withinWord(word.trimEnd()).map((at) => index + at));
  }
  return offsets;
}

/** After `/`, `,`, `:`, `=` and the like once a few characters have passed; otherwise after a fixed number. */
function withinWord(word: string): number[] {
  const offsets: number[] = [];
  let last = 0;
  for (let at = 1; at < word.length; at++) {
    const isJoint = /[/,:;=&?|]/.test(word[at - 1]!) && at - last >= PIECE / 3;
    // Don't split a surrogate pair.
    const isCut = at - last >= PIECE && !/[\uDC00-\uDFFF]/.test(word[at]!);
    if (!isJoint && !isCut) continue;
    offsets.push(at);
    last = at;
  }
  return offsets;
}

/** Adds `<wbr>` to a line where it may wrap; the text to copy and read stays the same. */
export function withBreaks(content: readonly ElementContent[], text: string): ElementContent[] {
  const offsets = breakOffsets(text);
  if (offsets.length === 0) return [...content];
  let start = 0;
  let next = 0;
  const cut = (value: string): ElementContent[] => {
    const pieces: ElementContent[] = [];
    const end = start + value.length;
    for (; next < offsets.length && offsets[next]! < end; next++) {
      const at = offsets[next]!;
      if (at > start)
        pieces.push({ type: 'text', value: value.slice(value.length - (end - start), at - end) });
      pieces.push(h('wbr'));
      start = at;
    }
    pieces.push({ type: 'text', value: value.slice(value.length - (end - start)) });
    start = end;
    return pieces;
  };
  const visit = (node: ElementContent): ElementContent[] => {
    if (node.type === 'text') return node.value === '' ? [] : cut(node.value);
    return node.type === 'element' ? [{ ...node, children: node.children.flatMap(visit) }] : [node];
  };
  return content.flatMap(visit);
}
