import { stringify } from 'yaml';
import { commentText } from '../comment-text.ts';
import type { Entry, EntryComment } from '../entry.ts';
import { readInstant, type Stamp } from '../instant.ts';
import { articleUrl, followLink, type Surroundings } from '../links.ts';
import type { Tell } from '../note.ts';
import type { ArticleFolder } from './article-folder.ts';
import { reasonOf } from './system-errors.ts';

/** An article that has comments. */
export interface Commented {
  slug: string;
  entry: Entry;
  published: Stamp;
}

/** Writes readers' comments below articles, each as a file of its own. */
export class CommentWriter {
  readonly #folder: ArticleFolder;
  readonly #around: Surroundings;
  readonly #tell: Tell;

  constructor(folder: ArticleFolder, around: Surroundings, tell: Tell) {
    this.#folder = folder;
    this.#around = around;
    this.#tell = tell;
  }

  /**
   * Writes those comments of an article that no earlier import has written.
   *
   * @returns the names of all that are imported now, how many of them are new, and whether the disk had no room for one
   */
  write(article: Commented, before: readonly string[]): { names: string[]; added: number; isFull: boolean } {
    const names = [...before];
    let [added, isFull] = [0, false];
    for (const comment of article.entry.comments) {
      if (names.includes(comment.name)) continue;
      const text = this.#text(comment, article);
      if (text === undefined) continue;
      try {
        if (this.#folder.writeYaml(`comments/${article.slug}`, comment.name, text)) added++;
        names.push(comment.name);
      } catch (error) {
        const reason = reasonOf(error);
        if (reason === undefined) throw error;
        isFull = true;
        this.#tell(
          'refused',
          { file: article.entry.at.file, line: comment.line },
          'not-written',
          `Unexpected ${reason}, expected room for a comment on «${article.entry.title ?? article.slug}»; it was not written.`,
        );
      }
    }
    return { names, added, isFull };
  }

  #text(comment: EntryComment, { entry, published }: Commented): string | undefined {
    const at = { file: entry.at.file, line: comment.line };
    const body = commentText(comment.body, {
      linkTo: (address) => this.#linkTo(address, entry),
      drop: (what) => {
        this.#tell('dropped', at, 'no-form', `Unexpected ${what}, expected what a comment can have.`);
      },
    });
    comment.body.forget();
    if (body === '') {
      this.#tell('dropped', at, 'no-text', 'Unexpected comment with nothing in it, expected a text.');
      return undefined;
    }
    const date = readInstant(comment.date ?? '');
    if (date === undefined)
      this.#tell(
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

  #linkTo(address: string, entry: Entry): string | undefined {
    const target = followLink(address, entry, this.#around);
    if (target.to === 'address') return target.url;
    return target.to === 'article' ? articleUrl(target.slug) : undefined;
  }
}
