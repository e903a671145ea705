import { getCollection } from 'astro:content';
import { resolve } from 'node:path';
import { commentHtml } from '../markdown/comment.ts';
import { outline } from '../markdown/outline.ts';
import { localize } from '../schemas/localized.ts';
import type { ReaderComment } from './comments.ts';
import type { OwnPage } from './pages.ts';
import { articlePath, pagePath, sourcePath, tagPath } from './paths.ts';
import { href, site } from './site.ts';
import type { NamedSource } from './sources.ts';
import type { NamedTag } from './tags.ts';

/** The collections as Astro holds them, in the shapes of the library. Beside `articles.ts` the only reader of them. */

/** Every tag there is, by slug, in the site's language. */
export async function tagsBySlug(): Promise<Map<string, NamedTag>> {
  const entries = await getCollection('tags');
  return new Map(entries.map(({ id, data }) => [id, asTag(id, data)]));
}

function asTag(slug: string, { label, description, aliases }: TagData): NamedTag {
  return {
    slug,
    path: tagPath(slug),
    label: localize(label, site.locale),
    description: localize(description, site.locale),
    aliases,
  };
}

type TagData = Awaited<ReturnType<typeof getCollection<'tags'>>>[number]['data'];

/** Every source, by slug. */
export async function sourcesBySlug(): Promise<Map<string, NamedSource>> {
  const entries = await getCollection('sources');
  return new Map(entries.map(({ id, data }) => [id, { ...data, slug: id, path: sourcePath(id) }]));
}

/** The comments of each article that has any, by the article's slug, oldest first. */
export async function commentsByArticle(): Promise<Map<string, ReaderComment[]>> {
  const comments = new Map<string, ReaderComment[]>();
  for (const { id, data, filePath = '' } of await getCollection('comments')) {
    const [article = '', name = ''] = id.split('/');
    const known = comments.get(article) ?? [];
    const html = commentHtml(data.body, { path: articlePath(article), file: resolve(filePath), href });
    known.push({ id: `comment-${name}`, author: data.author, date: data.date, html });
    comments.set(article, known);
  }
  for (const list of comments.values()) list.sort((a, b) => a.date.getTime() - b.date.getTime());
  return comments;
}

/** Every page of the site's own. */
export async function ownPages(): Promise<OwnPage[]> {
  const entries = await getCollection('pages');
  return entries.map(({ id, data, body = '', filePath = '' }) => ({
    slug: id,
    path: pagePath(id),
    title: data.title,
    description: data.description,
    lang: data.lang ?? site.locale,
    mdx: body,
    outline: outline(body),
    file: resolve(filePath),
  }));
}
