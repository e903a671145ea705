import type { Talk } from '../content/schemas/article.ts';

/** A talk's title in quotation marks, or else its topic: `“State of Fedora”`, `Sheepdog`. */
export function talkName({ title, topic }: Pick<Talk, 'title' | 'topic'>): string {
  return title === undefined ? (topic ?? '') : `“${title}”`;
}
