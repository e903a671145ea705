import { feedDocuments, type FeedAddresses, type FeedDocument } from './documents.ts';
import { archiveFile, feedFile, FORMAT, FORMATS, type FeedFormat } from '../../articles/feed-format.ts';
import { entryId } from './ids.ts';
import { licenceOf } from '../../articles/attribution.ts';
import type { FeedEntry, FeedModel, Original } from './model.ts';
import { feedProblems } from './validity.ts';
import { writeFeed } from './write-feed.ts';
import { feedHtml } from './article-html.ts';
import { KINDS } from '../../content/schemas/article.ts';
import type { Article } from '../../articles/articles.ts';
import { digestOf } from '../../content/digest.ts';
import type { SiteFile } from '../site-file.ts';
import type { Texts } from '../texts.ts';
import { HOME, kindFolder } from '../../articles/paths.ts';
import { absolute, site, t } from '../../articles/site.ts';
import { tagsOf, type TagWithArticles } from '../../articles/tags.ts';

/** A feed before its articles are rendered. */
export interface Feed {
  /** The folder of its files: `/`, `/tags/xen/`, `/kinds/guide/`. */
  folder: string;
  /** What the feed is about, in a word: `Xen`. */
  name: string;
  title: string;
  description: string;
  /** The page that the feed belongs to. */
  page: string;
  articles: readonly Article[];
}

/** All feeds of the site, in every format: one for everything, one per kind and one per tag. */
export interface Feeds {
  site: Feed;
  kinds: Feed[];
  tags: Feed[];
  /** Feeds of tags under former names, for subscribers from back then. */
  former: Feed[];
}

/** Lists the feeds; kinds and tags without articles have none. */
export function feedsOf(articles: readonly Article[]): Feeds {
  const { title, description } = site;
  const kinds = KINDS.map((kind) => ({
    folder: kindFolder(kind),
    name: t.kind[kind],
    title: `${title}: ${t.kind[kind]}`,
    description,
    page: kindFolder(kind),
    articles: articles.filter((article) => article.kind === kind),
  }));
  const named = tagsOf(articles);
  const ofTag = (tag: TagWithArticles, folder: string): Feed => ({
    folder,
    name: tag.label,
    title: `${title}: ${tag.label}`,
    description: tag.description,
    page: tag.path,
    articles: tag.articles,
  });
  return {
    site: { folder: HOME, name: t.feedOfSite, title, description, page: HOME, articles },
    kinds: kinds.filter((feed) => feed.articles.length > 0),
    tags: named.map((tag) => ofTag(tag, tag.path)),
    former: named.flatMap((tag) => tag.formerPaths.map((path) => ofTag(tag, path))),
  };
}

/**
 * Lists every file of every feed. An article is rendered when a file with it is first asked for, and only once for all files.
 *
 * @param computed for each text that computes something, a digest of the result
 *
 * @throws if a feed would be invalid, which stops the build
 */
export function feedFiles(
  articles: readonly Article[],
  texts: Texts,
  computed: ReadonlyMap<Article, string>,
): SiteFile[] {
  const entries = entriesOf(articles, texts, computed);
  const { site: ofSite, kinds, tags, former } = feedsOf(articles);
  return [ofSite, ...kinds, ...tags, ...former].flatMap((feed) => filesOf(feed, entries, texts));
}

function filesOf(feed: Feed, entries: ReadonlyMap<Article, DigestedEntry>, texts: Texts): SiteFile[] {
  const model = feedModel(feed, entries);
  const problems = feedProblems(model);
  if (problems.length > 0)
    throw new Error(`The feed of ${model.link} would be invalid:\n${problems.join('\n')}`);
  const [live, ...archives] = feedDocuments(model);
  const at = (name: string): string => `${feed.folder}${name}`;
  const address: FeedAddresses = {
    live: (format) => absolute(at(feedFile(format))),
    archive: (number) => absolute(at(archiveFile(number))),
  };
  const file = (path: string, format: FeedFormat, document: FeedDocument): SiteFile => ({
    path,
    // Without the feed's own list of entries: it would make every document depend on all articles.
    of: { ...document, feed: { ...document.feed, entries: [] } },
    type: `${FORMAT[format].type}; charset=utf-8`,
    async content() {
      await texts.load((document.entries as readonly DigestedEntry[]).map(({ article }) => article));
      return writeFeed(document, format, address);
    },
  });
  return [
    ...FORMATS.map((format) => file(at(feedFile(format)), format, live!)),
    ...archives.map((document) => file(at(archiveFile(document.archive!)), 'atom', document)),
  ];
}

function feedModel(feed: Feed, entries: ReadonlyMap<Article, DigestedEntry>): FeedModel {
  return {
    id: `tag:${site.idAuthority}:feed${feed.folder}`,
    title: feed.title,
    description: feed.description,
    link: absolute(feed.page),
    language: site.locale,
    author: { name: site.author.name, url: site.author.url },
    licence: site.licence,
    entries: feed.articles.map((article) => entries.get(article)!),
    pageSize: site.limits.feed,
  };
}

/** An entry with a digest of everything it was made from. */
interface DigestedEntry extends FeedEntry {
  article: Article;
  digest: string;
}

/** Turns every article into an entry. */
function entriesOf(
  articles: readonly Article[],
  texts: Texts,
  computed: ReadonlyMap<Article, string>,
): Map<Article, DigestedEntry> {
  const updates = updatesOf(articles);
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return new Map(
    articles.map((article) => {
      const successor = bySlug.get(article.data.supersededBy?.id ?? '');
      const times = { id: entryId(article, site.idAuthority), updated: updates.get(article)! };
      return [article, entry(article, { ...times, successor, texts, computed: computed.get(article) })];
    }),
  );
}

interface EntryContext {
  id: string;
  updated: Date;
  successor: Article | undefined;
  texts: Texts;
  computed: string | undefined;
}

function entry(article: Article, context: EntryContext): DigestedEntry {
  const { id, updated, successor, texts, computed } = context;
  const reprint = article.data.attribution?.relation === 'reprint';
  let html: string | undefined;
  return {
    article,
    id,
    title: article.title,
    link: absolute(article.path),
    author: reprint && article.source !== undefined ? article.source.author : site.author.name,
    language: article.lang,
    published: article.published,
    updated,
    summary: article.description,
    get html() {
      html ??= feedHtml(article, texts.html(article), { successor, absolute });
      return html;
    },
    categories: article.tags,
    licence: licenceOf(article),
    original: originalOf(article),
    digest: digestOf([article, successor, id, updated, computed]),
  };
}

function originalOf({ data, source }: Article): Original | undefined {
  const { attribution } = data;
  if (attribution === undefined || source === undefined) return undefined;
  const { relation, title, url, published } = attribution;
  return { relation, title, url: new URL(url).href, author: source.author, published };
}

/**
 * When each article was last changed. Two articles of a feed must not have exactly the same time, or feed readers (and the W3C's
 * validator) take them for one batch. Articles of the same second are therefore spaced a millisecond apart, the older one first.
 */
function updatesOf(articles: readonly Article[]): Map<Article, Date> {
  const taken = new Map<number, number>();
  const updates = new Map<Article, Date>();
  for (const article of articles.toReversed()) {
    const time = (article.updated ?? article.published).getTime();
    const before = taken.get(time) ?? 0;
    taken.set(time, before + 1);
    updates.set(article, new Date(time + before));
  }
  return updates;
}
