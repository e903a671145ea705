import { counted } from '../../content/counted.ts';
import { StoredBody, type EntryComment } from '../entry.ts';
import type { Tell } from '../note.ts';
import { plainTextOf } from './plain-text.ts';
import { childrenOf, textAt, type XmlElement } from './xml.ts';

/**
 * The approved comments of an item of WordPress's export, without their authors' e-mail and network addresses, which nobody has
 * agreed to publish. All others are reported with their number.
 */
export function commentsOf(item: XmlElement, file: string, tell: Tell): EntryComment[] {
  const groups = Map.groupBy(childrenOf(item, 'wp:comment'), kindOf);
  for (const [kind, list] of groups) {
    if (kind === 'approved') continue;
    tell(
      'dropped',
      { file, line: list[0]!.line },
      'not-published',
      `Unexpected ${counted(list.length, 'comment')} (${kind}), expected approved ones by readers; not imported.`,
    );
  }
  return (groups.get('approved') ?? []).map((comment, index) => {
    const id = textAt(comment, 'wp:comment_id') ?? String(index + 1);
    return {
      // A copy, because a part of a string keeps the whole one alive.
      ...structuredClone({
        name: /^\d{1,20}$/.test(id) ? id : String(index + 1),
        author: plainTextOf(textAt(comment, 'wp:comment_author') ?? '').slice(0, 100),
        date: dateOf(comment),
        line: comment.line,
      }),
      body: new StoredBody({
        form: 'wordpress',
        text: textAt(comment, 'wp:comment_content') ?? '',
        line: comment.line,
      }),
    };
  });
}

function kindOf(comment: XmlElement): string {
  const type = textAt(comment, 'wp:comment_type') ?? 'comment';
  if (type !== 'comment')
    return type === 'pingback' || type === 'trackback' ? 'a notice of a link' : 'of another kind';
  const state = textAt(comment, 'wp:comment_approved') ?? '1';
  if (state === '1' || state === 'approve' || state === 'approved') return 'approved';
  return state === 'spam' || state === 'trash' || state === 'post-trashed' ? 'thrown away' : 'not approved';
}

function dateOf(comment: XmlElement): string | undefined {
  return ['wp:comment_date_gmt', 'wp:comment_date']
    .map((name) => textAt(comment, name))
    .find((text) => text !== undefined && !text.startsWith('0000'));
}
