import type { Content, YamlEntry } from '../content/read-content.ts';
import type { Fault } from '../content/fault.ts';
import { stringAt } from './raw.ts';

/** Following `supersededBy` must come to an end, never back to the same article. */
export function successorFaults({ articles }: Content): Fault[] {
  const next = new Map(articles.map((entry) => [entry.slug, stringAt(entry.raw, 'supersededBy')]));
  return articles.flatMap((entry) => circle(entry, next));
}

/** Reported for each article in the circle; `references.ts` handles an article that names itself. */
function circle(entry: YamlEntry<unknown>, next: ReadonlyMap<string, string | undefined>): Fault[] {
  const chain = [entry.slug];
  for (let slug = next.get(entry.slug); slug !== undefined && slug !== entry.slug; slug = next.get(slug)) {
    if (chain.includes(slug)) return [];
    chain.push(slug);
    if (next.get(slug) === entry.slug) return [fault(entry, [...chain, entry.slug])];
  }
  return [];
}

function fault({ file, lineOf }: YamlEntry<unknown>, chain: readonly string[]): Fault {
  const message = `Unexpected circle ${chain.map((slug) => `\`${slug}\``).join(' → ')}, expected an end: an article that nothing replaces.`;
  return { file, line: lineOf(['supersededBy']), code: 'circular-successor', message };
}
