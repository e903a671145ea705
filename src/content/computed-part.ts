/**
 * Comments around what a text computes, in the HTML that Astro makes of it: where in the file it stands.
 */

/** `120` → `<!--part 120-->` */
export function partStart(offset: number): string {
  return `<!--part ${offset}-->`;
}

/** `120` → `<!--/part 120-->` */
export function partEnd(offset: number): string {
  return `<!--/part ${offset}-->`;
}

/** The HTML between the marks of each part, by its place in the file. */
export function partsIn(html: string): Map<number, string> {
  const parts = new Map<number, string>();
  for (const [, offset, part] of html.matchAll(/<!--part (\d+)-->([^]*?)<!--\/part \1-->/g))
    parts.set(Number(offset), part!);
  return parts;
}

/** Without the marks. */
export function withoutMarks(html: string): string {
  return html.replace(/<!--\/?part \d+-->/g, '');
}
