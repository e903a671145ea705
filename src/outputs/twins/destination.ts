/** Finds the address in a link, picture or definition of Markdown (CommonMark 0.31, 4.7 and 6.3). */

/** `</two words>`, or characters without spaces and with balanced parentheses. */
const bare = String.raw`(?:\\[^\s]|[^\s()<\\]|\((?:\\[^\s]|[^\s()\\])*\))(?:\\[^\s]|[^\s()\\]|\((?:\\[^\s]|[^\s()\\])*\))*`;
const destination = String.raw`(?<address><(?:\\.|[^<>\\\n])*>|${bare})`;
const title = String.raw`(?:"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\((?:\\[^]|[^()\\])*\))`;

/** `[text](/a/ "Title")`, `![text](/a.png)`, with anything before the last `](`. */
const INLINE = new RegExp(String.raw`\]\(\s*${destination}(?:\s+${title})?\s*\)$`, 'd');

/** `[label]: /a/ "Title"` */
const DEFINITION = new RegExp(String.raw`^\[(?:\\[^]|[^\]\\])*\]:\s*${destination}`, 'd');

/** Start and end of the address in a link or picture as written; undefined in `https://…` and in `[text][label]`. */
export function addressIn(written: string): [start: number, end: number] | undefined {
  const found = INLINE.exec(written) ?? DEFINITION.exec(written);
  return found?.indices?.groups?.['address'];
}

/** An address in Markdown: between `<` and `>` if it has spaces or parentheses. */
export function asDestination(address: string): string {
  return /[\s()<>]/.test(address) || address === ''
    ? `<${address.replace(/[<>]/g, encodeURIComponent)}>`
    : address;
}
