import { stringify } from 'yaml';
import { commentText } from '../comment-text.ts';
import type { Entry, EntryComment } from '../entry.ts';
import { readInstant } from '../instant.ts';
import { articleUrl, followLink, type Surroundings } from '../links.ts';
import type { Tell } from '../note.ts';
import type { PlannedArticle } from '../plan.ts';
import type { ArticleFolder } from './article-folder.ts';
import { reasonOf } from './system-errors.ts';

/** What comments are written with. */
interface Pen {
  folder: ArticleFolder;
  around: Surroundings;
  tell: Tell;
}

/**
 * Writes those readers' comments of an article that no earlier import has written, each as a file of its own.
 *
 * @returns the names of all that are imported now, how many of them are new, and whether the disk had no room for one
 */
export function writeComments(
  article: PlannedArticle,
  before: readonly string[],
  pen: Pen,
): { names: string[]; added: number; isFull: boolean } {
  const { entry, slug } = article;
  const names = [...before];
  let [added, isFull] = [0, false];
  for (const comment of entry.comments) {
    if (names.includes(comment.name)) continue;
    const text = commentFile(comment, article, pen);
    if (text === undefined) continue;
    try {
      if (pen.folder.writeYaml(`comments/${slug}`, comment.name, text)) added++;
      names.push(comment.name);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      isFull = true;
      pen.tell(
        'refused',
        { file: entry.at.file, line: comment.line },
        'not-written',
        `Unexpected ${reason}, expected room for a comment on «${entry.title ?? slug}»; it was not written.`,
      );
    }
  }
  return { names, added, isFull };
}

function commentFile(
  comment: EntryComment,
  { entry, published }: PlannedArticle,
  { around, tell }: Pen,
): string | undefined {
  const at = { file: entry.at.file, line: comment.line };
  const body = commentText(comment.body, {
    linkTo: (address) => linkTo(address, entry, around),
    drop: (what) => {
      tell('dropped', at, 'no-form', `Unexpected ${what}, expected what a comment can have.`);
    },
  });
  comment.body.forget();
  if (body === '') {
    tell('dropped', at, 'no-text', 'Unexpected comment with nothing in it, expected a text.');
    return undefined;
  }
  const date = readInstant(comment.date ?? '');
  if (date === undefined)
    tell(
      'assumed',
      at,
      'no-date',
      `Unexpected comment without a date, expected one; it got that of its article, ${published}.`,
    );
  return stringify(
    { author: comment.author === '' ? 'Anonymous' : comment.author, date: date ?? published, body },
    { lineWidth: 0 },
  );
}

function linkTo(address: string, entry: Entry, around: Surroundings): string | undefined {
  const target = followLink(address, entry, around);
  if (target.to === 'address') return target.url;
  return target.to === 'article' ? articleUrl(target.slug) : undefined;
}
