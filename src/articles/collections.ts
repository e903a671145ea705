import { reading } from '../content/reading.ts';
import type { GoodContent } from '../content/read-content.ts';
import { commentHtml } from '../markdown/comment.ts';
import { once } from './once.ts';
import { localize, localizedTexts } from '../content/schemas/localized.ts';
import type { Tag } from '../content/schemas/tag.ts';
import type { ReaderComment } from './comments.ts';
import { attachedFiles } from './attached-files.ts';
import { digestOf } from './digest.ts';
import type { OwnPage } from './pages.ts';
import { sourcePath, tagPath } from './paths.ts';
import { articlePath, pagePath } from '../content/text-paths.ts';
import { href, site } from './site.ts';
import type { NamedSource } from './sources.ts';
import type { NamedTag } from './tags.ts';

/** The parts of the content folder in the shapes of the library, each made once of what was read. */

/** Every tag there is, by slug, in the site's language. */
export async function tagsBySlug(): Promise<Map<string, NamedTag>> {
  return namedTags(await reading());
}

const namedTags = once(
  ({ tags }: GoodContent) => new Map(tags.map(({ slug, data }) => [slug, asTag(slug, data)])),
);

function asTag(slug: string, { label, description, aliases }: Tag): NamedTag {
  return {
    slug,
    path: tagPath(slug),
    label: localize(label, site.locale),
    description: localize(description, site.locale),
    spellings: [...localizedTexts(label), ...aliases],
  };
}

/** Every source, by slug. */
export async function sourcesBySlug(): Promise<Map<string, NamedSource>> {
  return namedSources(await reading());
}

const namedSources = once(
  ({ sources }: GoodContent) =>
    new Map(sources.map(({ slug, data }) => [slug, { ...data, slug, path: sourcePath(slug) }])),
);

/** The comments of each article that has any, by the article's slug, oldest first. */
export async function commentsByArticle(): Promise<Map<string, ReaderComment[]>> {
  return readerComments(await reading());
}

const readerComments = once((content: GoodContent) => {
  const comments = new Map<string, ReaderComment[]>();
  for (const { slug, article, data, file } of content.comments) {
    const known = comments.get(article) ?? [];
    const html = commentHtml(data.body, { path: articlePath(article), file, href });
    known.push({ id: `comment-${slug}`, author: data.author, date: data.date, html });
    comments.set(article, known);
  }
  for (const list of comments.values()) list.sort((a, b) => a.date.getTime() - b.date.getTime());
  return comments;
});

/** Every page of the site's own. */
export async function ownPages(): Promise<OwnPage[]> {
  return asPages(await reading());
}

const asPages = once(({ pages }: GoodContent) =>
  pages.map(({ slug, data, source, outline, file, digest }): OwnPage => {
    const attached = attachedFiles(outline, file);
    return {
      slug,
      path: pagePath(slug),
      title: data.title,
      description: data.description,
      lang: data.lang ?? site.locale,
      mdx: source,
      outline,
      file,
      attached,
      digest: digestOf([slug, digest, attached]),
    };
  }),
);
