import type { Dictionary } from '../i18n/dictionary.ts';
import type { Site } from '../content/schemas/site.ts';

/** A way to send a comment without a server: the link, and what it does. */
export interface CommentInvitation {
  href: string;
  explanation: string;
}

/** Builds the prepared e-mail or new-file link for a comment; undefined if the site takes no comments. */
export function commentInvitation(
  slug: string,
  title: string,
  site: Site,
  t: Dictionary,
): CommentInvitation | undefined {
  const { comments } = site;
  const file = template(t);
  switch (comments.via) {
    case 'none':
      return undefined;
    case 'email': {
      const query = `subject=${encodeURIComponent(`${t.comments}: ${title}`)}&body=${encodeURIComponent(mail(slug, file))}`;
      return { href: `mailto:${encodeURI(comments.address)}?${query}`, explanation: t.sendByEmail };
    }
    case 'repository': {
      const url = new URL(comments.newFileUrl);
      url.searchParams.set('filename', `content/comments/${slug}/comment.yaml`);
      url.searchParams.set('value', file);
      return { href: url.href, explanation: t.sendByFile };
    }
  }
}

/** A blank file for `content/comments/`. The commenter fills in the date too: a page built long ago can't know it. */
function template(t: Dictionary): string {
  return `author: ${t.commentTemplateAuthor}\ndate: ${t.commentTemplateDate}\nbody: |\n  ${t.commentTemplateBody}\n`;
}

/** RFC 6068 requires CRLF line breaks in the body of a `mailto:` link. */
function mail(slug: string, file: string): string {
  return `# content/comments/${slug}/comment.yaml\n${file}`.replaceAll('\n', '\r\n');
}
