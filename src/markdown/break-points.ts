import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** A line that is no longer fits every screen, with its prompt. */
const FITS = 26;

/** What a word without a blank is cut into where nothing in it is a better place. */
const PIECE = 24;

/**
 * Where a line of code may go on in the next row: after blanks, and within words too long for a row after what joins their parts, or
 * else anywhere. Said by us, because browsers break `--raid` after its hyphens and paths nowhere.
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

/** After `/`, `,`, `:`, `=` and the like, if some characters have passed; else after so many. */
function withinWord(word: string): number[] {
  const offsets: number[] = [];
  let last = 0;
  for (let at = 1; at < word.length; at++) {
    const isJoint = /[/,:;=&?|]/.test(word[at - 1]!) && at - last >= PIECE / 3;
    // A pair of surrogates is one character.
    const isCut = at - last >= PIECE && !/[\uDC00-\uDFFF]/.test(word[at]!);
    if (!isJoint && !isCut) continue;
    offsets.push(at);
    last = at;
  }
  return offsets;
}

/** A line's content with `<wbr>` where it may break; what is copied and read stays the same. */
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
