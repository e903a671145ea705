import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dictionary } from '../../../src/i18n/dictionary.ts';
import { commentInvitation } from '../../../src/articles/comment-invitation.ts';
import { comment } from '../../../src/content/schemas/comment.ts';
import { LOCALES } from '../../../src/content/schemas/localized.ts';
import { site as siteSchema, type Site } from '../../../src/content/schemas/site.ts';
import { site } from '../../../src/site.ts';

const EMAIL = { via: 'email', address: 'notes+comments@example.org' };
const REPOSITORY = { via: 'repository', newFileUrl: 'https://git.example/o/r/new/main?x=y' };

describe('a prepared e-mail', () => {
  const href = invite(EMAIL, 'Xen: "50%" & more? #1 + ёж')?.href ?? '';

  it('goes to the site’s address', () => {
    expect(href).toMatch(/^mailto:notes\+comments@example\.org\?subject=/);
  });

  it('carries the complete title and file, whatever characters they contain', () => {
    const [, subject = '', body = ''] = /^[^?]*\?subject=([^&]*)&body=([^&]*)$/.exec(href) ?? [];
    expect(decodeURIComponent(subject)).toBe('Comments: Xen: "50%" & more? #1 + ёж');
    expect(decodeURIComponent(body)).toBe(
      [
        '# content/comments/xen-notes/comment.yaml',
        'author: Your name',
        'date: 2026-01-31T12:00:00+00:00',
        'body: |',
        '  Your comment in Markdown, without HTML.',
        '',
      ].join('\r\n'),
    );
  });

  it('has no character that RFC 6068 reserves', () => {
    expect(href.slice('mailto:'.length)).toMatch(/^[A-Za-z0-9\-._~!'()*+@%?=&]+$/);
  });
});

describe('a prepared file', () => {
  it('is named and filled in, and the Git host’s own address is unchanged', () => {
    const url = new URL(invite(REPOSITORY)?.href ?? '');
    expect(url.href).toMatch(/^https:\/\/git\.example\/o\/r\/new\/main\?x=y&filename=/);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      x: 'y',
      filename: 'content/comments/xen-notes/comment.yaml',
      value:
        'author: Your name\ndate: 2026-01-31T12:00:00+00:00\nbody: |\n  Your comment in Markdown, without HTML.\n',
    });
  });

  it.each(LOCALES)('is a comment that passes the checks: %s', (locale) => {
    const { href = '' } = invite(REPOSITORY, 'A', locale) ?? {};
    const file = new URL(href).searchParams.get('value') ?? '';
    expect(comment.safeParse(parse(file)).error).toBeUndefined();
  });
});

describe('an invitation', () => {
  it('says in the interface’s language what it does', () => {
    expect(invite(EMAIL)?.explanation).toBe(dictionary('en').sendByEmail);
    expect(invite(REPOSITORY, 'A', 'ru')?.explanation).toBe(dictionary('ru').sendByFile);
  });

  it('is not shown if a site takes no comments', () => {
    expect(invite({ via: 'none' })).toBeUndefined();
  });
});

function invite(
  comments: object,
  title = 'A',
  locale: 'en' | 'ru' = 'en',
): ReturnType<typeof commentInvitation> {
  const settings: Site = siteSchema.parse({ ...site, comments });
  return commentInvitation('xen-notes', title, settings, dictionary(locale));
}
