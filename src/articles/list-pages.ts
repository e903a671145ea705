import { KINDS, type Kind } from '../content/schemas/article.ts';
import type { Article } from './articles.ts';
import type { ListGroup } from './list-groups.ts';
import {
  asNarrowing,
  listPages,
  narrowerByKind,
  narrowerByTag,
  tagPairs,
  tagsOfKind,
  type ListPage,
  type Narrowing,
} from './listing.ts';
import { kindFolder } from './paths.ts';
import { t } from './site.ts';
import { relatedTags, tagsOf, type TagWithArticles } from './tags.ts';

/** A list of articles as its pages show it. */
interface ArticleListing {
  title: string;
  description: string;
  groups: ListGroup[];
  pages: ListPage<Article>[];
  /** The folder of its feeds, for a list that has its own. */
  feed?: string;
  except?: string[];
}

export type KindList = ArticleListing & { kind: Kind };

/** Lists articles by kind, and by kind and tag where the tag also has articles of other kinds. */
export function kindLists(articles: readonly Article[]): KindList[] {
  return KINDS.flatMap((kind) => {
    const ofKind = articles.filter((article) => article.kind === kind);
    if (ofKind.length === 0) return [];
    const folder = kindFolder(kind);
    const tags = tagsOfKind(kind, articles);
    const description = t.kindIntro[kind];
    const ways = tags.map(({ tag, path }) => ({ ...asNarrowing(tag), path }));
    const groups = [{ label: t.byTag, ways }];
    const whole = { kind, title: t.kinds[kind], description, groups, feed: folder };
    return [
      { ...whole, pages: listPages(folder, ofKind) },
      ...tags
        .filter(({ isShared }) => isShared)
        .map(({ tag, path }) => ({
          kind,
          title: `${t.kinds[kind]}: ${tag.label}`,
          description: tag.description,
          groups: wider(whole.title, folder, ofKind.length, tag),
          pages: listPages(path, tag.articles),
          feed: tag.path,
          except: [tag.slug],
        })),
    ];
  });
}

export type TagList = ArticleListing & { slug: string; guides: Article[]; related: Narrowing[] };

/** Lists articles by tag, and by two tags that often go together. */
export function tagLists(articles: readonly Article[]): TagList[] {
  const tags = tagsOf(articles);
  const pairs = tagPairs(tags);
  const single = tags.map((tag) => ({
    slug: tag.slug,
    title: t.tagArchive(tag.label),
    description: tag.description,
    groups: [
      { label: t.byKind, ways: narrowerByKind(tag) },
      { label: t.byTag, ways: narrowerByTag(tag, pairs) },
    ],
    pages: listPages(tag.path, tag.articles),
    feed: tag.path,
    except: [tag.slug],
    guides: guidesFirst(tag.articles),
    related: relatedTags(tag).map(asNarrowing),
  }));
  const double = [...pairs.values()].map(({ tags: [first, second], path, articles: both }) => ({
    slug: first.slug,
    title: t.tagPair(first.label, second.label),
    description: `${first.description} ${second.description}`,
    groups: [{ label: t.byTag, ways: [first, second].map(asNarrowing) }],
    pages: listPages(path, both),
    except: [first.slug, second.slug],
    guides: [],
    related: [],
  }));
  return [...single, ...double];
}

/** Puts guides first, for readers who are looking for what to do. */
function guidesFirst(articles: readonly Article[]): Article[] {
  const guides = articles.filter(({ kind }) => kind === 'guide');
  const isMixed = guides.length > 0 && articles.findIndex(({ kind }) => kind !== 'guide') < guides.length;
  return isMixed && guides.length < articles.length ? guides.slice(0, 5) : [];
}

/** From a list by kind and tag, leads back to the list of the kind and to that of the tag. */
function wider(title: string, path: string, count: number, tag: TagWithArticles): ListGroup[] {
  return [{ label: t.narrow, ways: [{ label: title, path, count }, asNarrowing(tag)] }];
}
