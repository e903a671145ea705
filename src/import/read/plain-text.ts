import { withoutHidden } from '../../checks/hidden-characters.ts';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { onceEncoded } from './twice-encoded.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** The text of a title or summary, with or without markup and references, on one line. */
export function plainTextOf(html: string): string {
  const cut = html.slice(0, LONGEST);
  if (!/[<&]/.test(cut)) return oneLine(cut);
  const text = oneLine(textOfNodes(parseFragment(cut).childNodes));
  // Titles are often escaped once too often: `Tom &amp;amp; Jerry`.
  return /&(?:amp|lt|gt|quot|#\d{1,6}|#x[\da-f]{1,5});/i.test(text) && !text.includes('<')
    ? oneLine(textOfNodes(parseFragment(text).childNodes))
    : text;
}

/** Titles and summaries are short. If a text can't be converted, its beginning is enough. */
const LONGEST = 200_000;

const SILENT = new Set(['script', 'style', 'template', 'noscript']);

/** Without recursion, because a text may have thousands of nested elements. */
function textOfNodes(nodes: readonly Node[]): string {
  const stack = [...nodes].reverse();
  const texts: string[] = [];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('value' in node) texts.push(node.value);
    else if ('childNodes' in node && !SILENT.has(node.nodeName)) {
      if (BLOCKS.test(node.nodeName)) texts.push(' ');
      stack.push(...[...node.childNodes].reverse());
    }
  }
  return texts.join('');
}

const BLOCKS = /^(?:p|br|div|li|h\d|tr|td|th|pre|blockquote|dd|dt|figure|figcaption)$/;

function oneLine(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, ' ').trim();
}

/**
 * Control characters, direction marks and characters without width: they are invisible, and some change how others
 * look.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- these are the ones meant
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc\ufffe\uffff\u00ad]/g;

/** Removes invisible characters, and restores characters that were once read in the wrong encoding. */
export function withoutInvisible(text: string): string {
  return withoutHidden(onceEncoded(text).replace(INVISIBLE, '')).toWellFormed();
}
