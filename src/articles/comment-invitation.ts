import type { Dictionary } from '../i18n/dictionary.ts';
import type { Site } from '../content/schemas/site.ts';

/** A way to send a comment without a server: the link, and what it does. */
export interface CommentInvitation {
  href: string;
  explanation: string;
}

/** The prepared e-mail or new file for a comment on an article; undefined where the site takes none. */
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

/** A file of `content/comments/`, to be filled in; its date too, for a page built long ago cannot know it. */
function template(t: Dictionary): string {
  return `author: ${t.commentTemplateAuthor}\ndate: ${t.commentTemplateDate}\nbody: |\n  ${t.commentTemplateBody}\n`;
}

/** RFC 6068 asks for CRLF between the lines of a prepared e-mail. */
function mail(slug: string, file: string): string {
  return `# content/comments/${slug}/comment.yaml\n${file}`.replaceAll('\n', '\r\n');
}
