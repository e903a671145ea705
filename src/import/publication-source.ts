import type { Source } from '../content/schemas/source.ts';
import type { Publication } from './entry.ts';
import { slugOfKey, slugOfText } from './slug.ts';

/** Licences, recognised by parts of their addresses. */
const LICENCES: readonly [RegExp, (groups: Record<string, string>) => string][] = [
  [
    /creativecommons\.org\/licenses\/(?<terms>[a-z-]+)\/(?<version>[\d.]+)/i,
    ({ terms = '', version = '' }) => `CC ${terms.toUpperCase()} ${version}`,
  ],
  [/creativecommons\.org\/publicdomain\/zero\/(?<version>[\d.]+)/i, ({ version = '' }) => `CC0 ${version}`],
  [/creativecommons\.org\/publicdomain\/mark/i, () => 'Public domain'],
  [/gnu\.org\/(?:copyleft|licenses)\/fdl/i, () => 'GNU FDL'],
  [/opensource\.org\/licenses?\/(?<name>[\w.-]+)/i, ({ name = '' }) => name],
];

/** The name of a stated licence, and its address if it has one. */
export function licenceOf(stated: string): NonNullable<Source['licence']> {
  const text = stated.trim();
  const url = /https?:\/\/[^\s"'<>)]+/.exec(text)?.[0];
  for (const [pattern, name] of LICENCES) {
    const found = pattern.exec(text);
    if (found !== null) return { name: name(found.groups ?? {}), ...(url !== undefined && { url }) };
  }
  return { name: text.slice(0, 200), ...(url !== undefined && { url }) };
}

/** Finds a licence in a copyright line: `CC BY-SA 4.0`. */
function licenceInNotice(notice: string | undefined): string | undefined {
  const address = /https?:\/\/\S*(?:creativecommons\.org|gnu\.org\/(?:licenses|copyleft))\S*/.exec(
    notice ?? '',
  )?.[0];
  return (
    address ?? /\bCC[ -](?:BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?)(?: \d\.\d)?\b|\bCC0\b/i.exec(notice ?? '')?.[0]
  );
}

/**
 * Makes a source's file from what the publication says about itself: name, author, address, licence, notice.
 *
 * @param authors the entries' authors, most frequent first, for a publication that names none
 */
export function sourceOf(publication: Publication, authors: readonly string[], address: string): Source {
  const named = publication.authors.length > 0 ? publication.authors : authors;
  const name = publication.title ?? hostOf(address);
  const licence = publication.licence ?? licenceInNotice(publication.notice);
  return {
    name,
    author: named.length === 0 ? name : listOf(named),
    url: publication.address ?? address,
    ...(licence !== undefined && { licence: licenceOf(licence) }),
    ...(publication.notice !== undefined && { notice: publication.notice.slice(0, 500) }),
  };
}

function listOf(names: readonly string[]): string {
  const unique = [...new Set(names)];
  return unique.length > 5 ? `${unique.slice(0, 5).join(', ')} and others` : unique.join(', ');
}

/** The name of a source's file: `Racker Hacker` → `racker-hacker`. */
export function sourceSlug(publication: Publication, address: string): string {
  return slugOfText(publication.title ?? '') ?? slugOfText(hostOf(address)) ?? slugOfKey('source', address);
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}
