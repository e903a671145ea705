import type { Content, YamlEntry } from '../loaders/read-content.ts';
import { localizedTexts } from '../schemas/localized.ts';
import { isSlug } from '../schemas/slug.ts';
import type { FaultCode } from './codes.ts';
import type { Fault } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { stringAt, stringsAt } from './raw.ts';

/** Every tag, source and article that a file names must have a file of its own. */
export function referenceFaults(content: Content): Fault[] {
  const tags = tagSpellings(content);
  const sources = content.sources.map((source) => source.slug);
  const articles = content.articles.map((article) => article.slug);
  return [
    ...content.articles.flatMap((entry) => [
      ...stringsAt(entry.raw, 'tags').flatMap((tag, index) => unknownTag(entry, tag, index, tags)),
      ...unknown(
        entry,
        ['attribution', 'source'],
        sources,
        'unknown-source',
        'a file name of `content/sources/`',
      ),
      ...unknown(entry, ['supersededBy'], articles, 'unknown-article', 'the slug of an article'),
    ]),
    ...content.comments
      .filter((entry) => !articles.includes(entry.article))
      .map((entry) => ({
        file: entry.file,
        line: 1,
        code: 'unknown-article' as const,
        message: `Unexpected folder \`comments/${entry.article}/\`, expected the slug of an article.`,
        hint: didYouMean(entry.article, articles),
      })),
  ];
}

/** Spelling → slug, for slugs, labels and aliases. */
function tagSpellings(content: Content): Map<string, string> {
  const spellings = new Map(content.tags.map((tag) => [tag.slug, tag.slug]));
  for (const tag of content.tags) {
    const labels = tag.data === undefined ? [] : localizedTexts(tag.data.label);
    for (const spelling of [...labels, ...(tag.data?.aliases ?? [])]) {
      if (!spellings.has(spelling.toLowerCase())) spellings.set(spelling.toLowerCase(), tag.slug);
    }
  }
  return spellings;
}

function unknownTag(
  entry: YamlEntry<unknown>,
  tag: string,
  index: number,
  spellings: Map<string, string>,
): Fault[] {
  if (spellings.get(tag) === tag) return [];
  const meant = spellings.get(tag.toLowerCase());
  if (meant === undefined && !isSlug(tag)) return [];
  const hint = meant === undefined ? didYouMean(tag, [...spellings.values()]) : `Write \`${meant}\`.`;
  const message = `Unexpected tag \`${tag}\`, expected a file name of \`content/tags/\`.`;
  return [{ file: entry.file, line: entry.lineOf(['tags', index]), code: 'unknown-tag', message, hint }];
}

function unknown(
  entry: YamlEntry<unknown>,
  path: readonly string[],
  known: readonly string[],
  code: FaultCode,
  wanted: string,
): Fault[] {
  const value = stringAt(entry.raw, ...path);
  if (value === undefined || known.includes(value)) return [];
  const message = `Unexpected \`${value}\` in \`${path.join('.')}\`, expected ${wanted}.`;
  return [{ file: entry.file, line: entry.lineOf(path), code, message, hint: didYouMean(value, known) }];
}
