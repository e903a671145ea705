/** An element with attributes and children: `element('mark', {}, '-F')`. Texts are always texts, never HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A text with an element in place of its `{query}`, for languages put it where they like. */
export function withQuery(text: string, query: string): (Node | string)[] {
  const [before = '', after = ''] = text.split('{query}');
  return [before, element('bdi', {}, element('code', {}, shortened(query))), after];
}

const LONGEST_SHOWN = 80;

/** What was typed, as long as a line can show it. */
export function shortened(query: string): string {
  if (query.length <= LONGEST_SHOWN) return query;
  return `${query.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
