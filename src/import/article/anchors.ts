/** Where links can lead within an article. */
export interface Anchors {
  /** Of its headings, in order. */
  ids: string[];
  /** Anchors by the source's name. */
  named: Map<string, string>;
}

/**
 * @param declared the text of a heading by the source's name for it
 * @param idOfText anchors by the text of their heading, in lower case
 */
export function anchorsOf(
  ids: string[],
  declared: ReadonlyMap<string, string>,
  idOfText: ReadonlyMap<string, string>,
): Anchors {
  const named = [...declared].flatMap(([name, heading]): [string, string][] => {
    const id = idOfText.get(plainHeading(heading));
    return id === undefined ? [] : [[name, id]];
  });
  return { ids, named: new Map(named) };
}

function plainHeading(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|(?<!\w)_|_(?!\w)/g, '')
    .trim()
    .toLowerCase();
}

/** Finds a heading's anchor by the source's name for it. Generators differ in hyphens and case. */
export function anchorOf(fragment: string, { ids, named }: Anchors): string | undefined {
  if (ids.includes(fragment)) return fragment;
  const loose = (id: string): string => id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return named.get(fragment) ?? ids.find((id) => loose(id) === loose(fragment) && loose(id) !== '');
}
