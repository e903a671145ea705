import type { Comment } from '../content/schemas/comment.ts';
import { dayOf } from '../content/schemas/instant.ts';
import { articlePath } from '../content/text-paths.ts';
import { commentHtml } from './comment-html.ts';
import type { Entry } from './collections.ts';
import { href } from './site.ts';

/** A comment as the page shows it. */
export interface ReaderComment {
  /** Its anchor, from the file name. */
  id: string;
  author: string;
  date: Date;
  /** The day it was written. */
  day: string;
  html: string;
}

/** Groups comments by article slug, oldest first. */
export function commentsByArticle(entries: readonly Entry<Comment>[]): Map<string, ReaderComment[]> {
  const byArticle = Map.groupBy(entries, ({ id }) => id.split('/')[0]!);
  return new Map(
    [...byArticle].map(([article, comments]) => [
      article,
      comments
        .map((comment) => readerComment(comment, article))
        .sort((a, b) => Number(a.date) - Number(b.date)),
    ]),
  );
}

function readerComment({ id, data, file }: Entry<Comment>, article: string): ReaderComment {
  const html = commentHtml(data.body, { path: articlePath(article), file, href });
  return {
    id: `comment-${id.split('/')[1]!}`,
    author: data.author,
    date: data.date,
    day: dayOf(data.written),
    html,
  };
}
