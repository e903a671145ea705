import { listPages, tagPairs, tagsOfKind } from '../articles/listing.ts';
import { ARCHIVE, COMMANDS, kindFolder, tagPath } from '../articles/paths.ts';
import { tagsOf, type Tagged } from '../articles/tags.ts';
import type { Content } from '../content/read-content.ts';
import { KINDS } from '../content/schemas/article.ts';
import { localize, type Locale } from '../content/schemas/localized.ts';
import { ARTICLES } from '../content/text-paths.ts';
import { stringAt, stringsAt } from './raw.ts';

/**
 * The pages of all lists that a content folder's site will have, by the rules of the lists themselves: articles, programs, kinds,
 * tags, a kind with a tag, and two tags.
 */
export function listPaths(content: Content, programs: readonly string[], locale: Locale): string[] {
  const articles = taggedArticles(content, locale);
  const tags = tagsOf(articles, locale);
  const lists: [folder: string, items: readonly unknown[]][] = [
    [ARTICLES, articles],
    [ARCHIVE, articles],
    [COMMANDS, programs],
    ...tags.map((tag) => [tag.path, tag.articles] as [string, unknown[]]),
    ...[...tagPairs(tags, locale).values()].map((pair) => [pair.path, pair.articles] as [string, unknown[]]),
    ...KINDS.flatMap((kind) => listsOfKind(kind, articles, locale)),
  ];
  return lists.flatMap(([folder, items]) => listPages(folder, items).map(({ path }) => path));
}

function listsOfKind(
  kind: Tagged['kind'],
  articles: readonly Tagged[],
  locale: Locale,
): [string, readonly unknown[]][] {
  const ofKind = articles.filter((article) => article.kind === kind);
  if (ofKind.length === 0) return [];
  const shared = tagsOfKind(kind, articles, locale).filter(({ isShared }) => isShared);
  return [
    [kindFolder(kind), ofKind],
    ...shared.map(({ tag, path }) => [path, tag.articles] as [string, unknown[]]),
  ];
}

/** Articles as lists see them, even those with other faults. */
function taggedArticles(content: Content, locale: Locale): Tagged[] {
  const tags = new Map(
    content.tags.map(({ slug, data }) => {
      const label = data === undefined ? slug : localize(data.label, locale);
      return [slug, { slug, path: tagPath(slug), label, description: '', spellings: [], formerPaths: [] }];
    }),
  );
  return content.articles.map(({ raw }) => ({
    kind: (stringAt(raw, 'kind') ?? '') as Tagged['kind'],
    tags: [...new Set(stringsAt(raw, 'tags'))].flatMap((slug) => tags.get(slug) ?? []),
  }));
}
