/** Where links can lead within an article. */
export interface Anchors {
  /** Of its headings, in order. */
  ids: string[];
  /** Anchors by the source's name. */
  named: Map<string, string>;
}

/** Finds a heading's anchor by the source's name for it. Generators differ in hyphens and case. */
export function anchorOf(fragment: string, { ids, named }: Anchors): string | undefined {
  if (ids.includes(fragment)) return fragment;
  const loose = (id: string): string => id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return named.get(fragment) ?? ids.find((id) => loose(id) === loose(fragment) && loose(id) !== '');
}
