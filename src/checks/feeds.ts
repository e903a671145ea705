import { forbiddenCharacters } from '../outputs/feeds/characters.ts';
import { isBlank } from '../outputs/feeds/validity.ts';
import type { Content, YamlEntry } from '../content/read-content.ts';
import type { Fault } from '../content/fault.ts';
import { stringAt, stringsWithin } from './raw.ts';

/** Finds what would make a feed invalid: two articles with the same id, or a title of which a feed could show nothing. */
export function feedFaults(content: Content): Fault[] {
  const owners = Map.groupBy(content.articles, ({ raw }) => stringAt(raw, 'id'));
  const titles = Map.groupBy(content.articles, ({ raw }) => stringAt(raw, 'title'));
  return content.articles.flatMap((entry) => [
    ...blankTitle(entry),
    ...sharedId(entry, owners),
    ...sharedTitle(entry, titles),
  ]);
}

function blankTitle(entry: YamlEntry<unknown>): Fault[] {
  const title = stringAt(entry.raw, 'title');
  if (title === undefined || title === '' || !isBlank(title)) return [];
  const message = 'Unexpected blank `title`, expected visible text.';
  return [{ file: entry.file, line: entry.lineOf(['title']), code: 'blank-title', message }];
}

/** Reported for each article that has it, because either may be the wrong one. */
function sharedId(entry: YamlEntry<unknown>, owners: Owners): Fault[] {
  return shared(entry, 'id', owners).map(({ at, value, slug }) => ({
    ...at,
    code: 'duplicate-id',
    message: `Unexpected id \`${value}\`, expected one that is free: \`${slug}\` has it.`,
  }));
}

/** Usually a copied article whose title wasn't changed. */
function sharedTitle(entry: YamlEntry<unknown>, titles: Owners): Fault[] {
  return shared(entry, 'title', titles).map(({ at, value, slug }) => ({
    ...at,
    code: 'repeated-title',
    message: `Unexpected title \`${value}\`, expected one that differs from \`${slug}\`.`,
  }));
}

/** Maps a value to the articles that have it. */
type Owners = ReadonlyMap<string | undefined, Pick<YamlEntry<unknown>, 'slug'>[]>;

/** An article's value that another one has, with that one's slug. */
function shared({ raw, slug, file, lineOf }: YamlEntry<unknown>, key: string, owners: Owners) {
  const value = stringAt(raw, key);
  const owner = value === undefined ? undefined : owners.get(value)!.find((other) => other.slug !== slug);
  return owner === undefined ? [] : [{ at: { file, line: lineOf([key]) }, value: value!, slug: owner.slug }];
}

/**
 * Warns about characters that feeds can't contain: they are dropped and the build continues, but the author should know. In code
 * they are faults of their own (`unsafe-character`).
 */
export function feedWarnings(content: Content): Fault[] {
  return [
    ...[...content.articles, ...content.pages].flatMap((entry) => [
      ...inText(entry.file, entry.source),
      ...inValues(entry),
    ]),
    ...[...content.tags, ...content.sources, ...content.comments].flatMap(inValues),
  ];
}

/** Both raw characters and references such as `&#7;`. */
function inText(file: string, source: string): Fault[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      [...new Set([...forbiddenCharacters(line), ...references(line)])].map((codePoint) =>
        warning(file, index + 1, codePoint),
      ),
    );
}

function references(line: string): number[] {
  return [...line.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi)].flatMap(([, hex, decimal]) => {
    const codePoint = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return codePoint > 0 && codePoint <= 0x10ffff ? forbiddenCharacters(String.fromCodePoint(codePoint)) : [];
  });
}

/** Characters that YAML writes with a backslash: `"\x07"`. */
function inValues({ raw, file, lineOf }: YamlEntry<unknown>): Fault[] {
  return stringsWithin(raw).flatMap(({ text, path }) =>
    [...new Set(forbiddenCharacters(text))].map((codePoint) => warning(file, lineOf(path), codePoint)),
  );
}

function warning(file: string, line: number, codePoint: number): Fault {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const message = `Unexpected character ${name}, expected none that XML forbids; feeds leave it out.`;
  return { file, line, code: 'forbidden-character', message };
}
