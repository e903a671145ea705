import type { Content, YamlEntry } from '../content/read-content.ts';
import { localizedTexts } from '../content/schemas/localized.ts';
import type { Tag } from '../content/schemas/tag.ts';
import type { Fault } from '../content/fault.ts';
import { nearest } from '../content/nearest.ts';
import { stringsAt } from './raw.ts';

/** Finds tags that readers couldn't tell apart, and warns about rarely used ones that are almost the same as another. */
export function tagFaults(content: Content): Fault[] {
  const owners = new Map<string, Set<string>>();
  for (const tag of content.tags)
    for (const name of [tag.slug, ...namesOf(tag).map(({ name }) => name.toLowerCase())])
      owners.set(name, (owners.get(name) ?? new Set()).add(tag.slug));
  return [...content.tags.flatMap((tag) => clashes(tag, owners)), ...rareTags(content)];
}

/** Maps a spelling to the tags that use it. */
type Owners = ReadonlyMap<string, ReadonlySet<string>>;

function namesOf({ data }: YamlEntry<Tag>): { name: string; path: PropertyKey[] }[] {
  if (data === undefined) return [];
  return [
    ...localizedTexts(data.label).map((name) => ({ name, path: ['label'] })),
    ...data.aliases.map((name, index) => ({ name, path: ['aliases', index] })),
  ];
}

/** Reported for each tag that has it, because either may be the wrong one. */
function clashes(entry: YamlEntry<Tag>, owners: Owners): Fault[] {
  const { slug, file, lineOf } = entry;
  return namesOf(entry).flatMap(({ name, path }): Fault[] => {
    const owner = [...owners.get(name.toLowerCase())!].find((other) => other !== slug);
    // A tag always has the right to its own name.
    if (owner === undefined || name.toLowerCase() === slug) return [];
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
    // Any two short names are similar.
    if (place === undefined || others.length > 0 || near === undefined || slug.length < 5) return [];
    const message = `Unexpected tag \`${slug}\`, which no other article has, expected \`${near}\`, which several have.`;
    return [
      { file: place.entry.file, line: place.entry.lineOf(['tags', place.index]), code: 'rare-tag', message },
    ];
  });
}
