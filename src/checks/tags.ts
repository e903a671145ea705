import type { Content, YamlEntry } from '../content/read-content.ts';
import { localizedTexts } from '../content/schemas/localized.ts';
import type { Tag } from '../content/schemas/tag.ts';
import type { Fault } from '../content/fault.ts';
import { nearest } from '../content/nearest.ts';
import { stringsAt } from './raw.ts';

/** No two tags that a reader could not tell apart; and, for a person to judge, one that is hardly used and nearly another. */
export function tagFaults(content: Content): Fault[] {
  const owners = new Map(content.tags.map(({ slug }) => [slug, slug]));
  return [...content.tags.flatMap((tag) => clashes(tag, owners)), ...rareTags(content)];
}

type Owners = Map<string, string>;

function clashes(entry: YamlEntry<Tag>, owners: Owners): Fault[] {
  const { data, slug, file, lineOf } = entry;
  if (data === undefined) return [];
  const names = [
    ...localizedTexts(data.label).map((name) => ({ name, path: ['label'] as PropertyKey[] })),
    ...data.aliases.map((name, index) => ({ name, path: ['aliases', index] })),
  ];
  return names.flatMap(({ name, path }): Fault[] => {
    const key = name.toLowerCase();
    const owner = owners.get(key);
    if (owner === undefined || owner === slug) {
      owners.set(key, slug);
      return [];
    }
    const what = path[0] === 'label' ? 'label' : 'alias';
    const message = `Unexpected ${what} \`${name}\`, expected one that is free: the tag \`${owner}\` has it.`;
    return [{ file, line: lineOf(path), code: 'tag-clash', message }];
  });
}

function rareTags(content: Content): Fault[] {
  const uses = new Map<string, { entry: YamlEntry<unknown>; index: number }[]>();
  for (const entry of content.articles)
    stringsAt(entry.raw, 'tags').forEach((tag, index) => {
      uses.set(tag, [...(uses.get(tag) ?? []), { entry, index }]);
    });
  const often = [...uses].filter(([, places]) => places.length > 1).map(([tag]) => tag);
  return content.tags.flatMap(({ slug }) => {
    const [place, ...others] = uses.get(slug) ?? [];
    const near = nearest(slug, often);
    // Of short names any two are near.
    if (place === undefined || others.length > 0 || near === undefined || slug.length < 5) return [];
    const message = `Unexpected tag \`${slug}\`, which no other article has, expected \`${near}\`, which several have.`;
    return [{ file: place.entry.file, line: place.entry.lineOf(['tags', place.index]), code: 'rare-tag', message }];
  });
}
