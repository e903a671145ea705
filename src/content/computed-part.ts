/** In the HTML that Astro makes of a text, comments mark what the text computes, with its position in the file. */

/** `120` → `<!--part 120-->` */
export function partStart(offset: number): string {
  return `<!--part ${offset}-->`;
}

/** `120` → `<!--/part 120-->` */
export function partEnd(offset: number): string {
  return `<!--/part ${offset}-->`;
}

/** The HTML between the marks of each part, by its position in the file. */
export function partsIn(html: string): Map<number, string> {
  const parts = new Map<number, string>();
  for (const [, offset, part] of html.matchAll(/<!--part (\d+)-->([^]*?)<!--\/part \1-->/g))
    parts.set(Number(offset), part!);
  return parts;
}

/** Removes the marks. */
export function withoutMarks(html: string): string {
  return html.replace(/<!--\/?part \d+-->/g, '');
}
