import type { Content, YamlEntry } from '../content/read-content.ts';
import { localizedTexts } from '../content/schemas/localized.ts';
import type { FaultCode } from '../content/fault-codes.ts';
import type { Fault } from '../content/fault.ts';
import { didYouMean } from '../content/nearest.ts';
import { stringAt, stringsAt } from './raw.ts';

/** Every tag, source and article named in a file must have a file of its own. */
export function referenceFaults(content: Content): Fault[] {
  const tags = tagSpellings(content);
  const sources = new Set([...content.sources.map(({ slug }) => slug), ...strayNames(content, 'sources')]);
  const lost = strayNames(content, 'articles');
  const articles = new Set([...content.articles.map(({ slug }) => slug), ...lost]);
  const published = content.articles.filter(({ data }) => data?.draft !== true).map(({ slug }) => slug);
  const built = new Set([...published, ...lost]);
  return [
    ...content.articles.flatMap((entry) => [
      ...stringsAt(entry.raw, 'tags').flatMap((tag, index) => unknownTag(entry, tag, index, tags)),
      ...unknownSource(entry, sources),
      ...unknownSuccessor(entry, entry.data?.draft === true ? articles : built),
    ]),
    ...content.comments
      .filter((entry) => !articles.has(entry.article))
      .map((entry) => ({
        file: entry.file,
        line: 1,
        code: 'unknown-article' as const,
        message: `Unexpected folder \`comments/${entry.article}/\`, expected the slug of an existing article.`,
        hint: didYouMean(entry.article, [...articles]),
      })),
  ];
}

/** Names of files that are in the wrong place, which has already been reported. */
function strayNames({ strays }: Content, part: string): string[] {
  return [...strays].filter((name) => name.startsWith(`${part}/`)).map((name) => name.slice(part.length + 1));
}

/** Maps spellings to slugs: slugs, labels and aliases. */
function tagSpellings(content: Content): Map<string, string> {
  const spellings = new Map(content.tags.map((tag) => [tag.slug, tag.slug]));
  for (const name of strayNames(content, 'tags')) spellings.set(name, name);
  for (const tag of content.tags) {
    const labels = tag.data === undefined ? [] : localizedTexts(tag.data.label);
    for (const spelling of [...labels, ...(tag.data?.aliases ?? []), ...(tag.data?.formerly ?? [])]) {
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
  if (tag === '' || spellings.get(tag) === tag) return [];
  const meant = spellings.get(tag.toLowerCase());
  const hint = meant === undefined ? didYouMean(tag, [...spellings.values()]) : `Write \`${meant}\`.`;
  const message = `Unexpected tag \`${tag}\`, expected a file name of \`content/tags/\`.`;
  return [{ file: entry.file, line: entry.lineOf(['tags', index]), code: 'unknown-tag', message, hint }];
}

function unknownSource(entry: YamlEntry<unknown>, sources: ReadonlySet<string>): Fault[] {
  const path = ['attribution', 'source'];
  const value = stringAt(entry.raw, ...path);
  if (value === undefined || sources.has(value)) return [];
  const wanted = 'a file name of `content/sources/`';
  return [unknown(entry, path, value, 'unknown-source', wanted, [...sources])];
}

/** The successor must be another article that readers can find: not a draft, unless the article itself is one. */
function unknownSuccessor(entry: YamlEntry<unknown>, articles: ReadonlySet<string>): Fault[] {
  const value = stringAt(entry.raw, 'supersededBy');
  if (value === undefined || (articles.has(value) && value !== entry.slug)) return [];
  const others = [...articles].filter((slug) => slug !== entry.slug);
  const wanted = 'the slug of another article that is not a draft';
  return [unknown(entry, ['supersededBy'], value, 'unknown-article', wanted, others)];
}

function unknown(
  entry: YamlEntry<unknown>,
  path: readonly string[],
  value: string,
  code: FaultCode,
  wanted: string,
  known: readonly string[],
): Fault {
  const message = `Unexpected \`${value}\` in \`${path.join('.')}\`, expected ${wanted}.`;
  return { file: entry.file, line: entry.lineOf(path), code, message, hint: didYouMean(value, known) };
}
