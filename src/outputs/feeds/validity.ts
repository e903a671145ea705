import { withoutForbidden } from './characters.ts';
import type { FeedEntry, FeedModel } from './model.ts';

/** Lists what makes a feed invalid, one sentence each. Everything else is valid by construction. */
export function feedProblems(feed: FeedModel): string[] {
  const ids = new Set<string>();
  return [
    ...problems(feed, feed.link),
    ...feed.entries.flatMap((entry) => {
      const twice = ids.has(entry.id)
        ? [`${entry.link} has the id ${entry.id}, which another article has too.`]
        : [];
      ids.add(entry.id);
      return [...twice, ...problems(entry, entry.link), ...dateProblems(entry)];
    }),
  ];
}

function problems({ id, title, link }: Pick<FeedEntry, 'id' | 'title' | 'link'>, name: string): string[] {
  return [
    ...(isBlank(title) ? [`${name} has no title that a feed can show.`] : []),
    ...(/^[a-z][a-z0-9+.-]*:[!-~]+$/i.test(id) ? [] : [`${name} has the id ${id}, which is not a URI.`]),
    ...(/^https?:\/\/[^/]/.test(link) ? [] : [`${name} is not a full URL.`]),
  ];
}

function dateProblems({ published, updated, link }: FeedEntry): string[] {
  const good = [published, updated].every((date) => {
    const year = date.getUTCFullYear();
    return year >= 0 && year <= 9999;
  });
  return good ? [] : [`${link} has a date that feeds can't contain.`];
}

/** Whether a feed might show nothing of a text. */
export function isBlank(text: string): boolean {
  return withoutForbidden(text).trim() === '';
}
