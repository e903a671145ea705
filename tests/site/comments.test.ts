import { describe, expect, test } from 'vitest';
import { listEntries } from './list-entries.ts';
import { openPage, textOf } from './open-page.ts';

const PATH = '/articles/nftables-basics/';

/** The part of an article's page that contains its comments. */
function comments() {
  const page = openPage('small', PATH);
  return { page, section: page('main section:has(h2:contains("comments"))') };
}

describe('the comments of an article', () => {
  test('are below it, oldest first, with name and date', () => {
    const { page, section } = comments();
    const heads = section
      .find('article')
      .toArray()
      .map((comment) => [
        page(comment).find('strong').text(),
        page(comment).find('time').attr('datetime'),
        page(comment).find('time').text(),
      ]);
    expect(section.find('h2').text()).toBe('2 comments');
    expect(heads).toEqual([
      ['A reader', '2024-03-11T09:00:00.000Z', '11 March 2024'],
      ['Another reader <b>&', '2024-03-12T08:30:00.000Z', '12 March 2024'],
    ]);
  });

  test('can each be linked to', () => {
    const { page } = comments();
    expect(page('#comment-first').text()).toContain('shows what is loaded now');
    expect(page('#comment-first a[href="#comment-first"]').length).toBe(1);
  });

  test('are Markdown, and their links to other sites are not endorsed', () => {
    const { page } = comments();
    expect(page('#comment-first pre code').text()).toBe('nft list ruleset | less\n');
    expect(page('#comment-a-reply em').text()).toBe('before');
    expect(page('#comment-a-reply a[href="https://wiki.nftables.org/"]').attr('rel')).toContain('nofollow');
    expect(page('#comment-a-reply b').length).toBe(0);
  });

  test('are counted in the lists', () => {
    const counts = listEntries(openPage('small', '/articles/')).map(({ address, text }) => [
      address.split('/').at(-2),
      /\d+ comments?|No comments/.exec(text)?.[0],
    ]);
    expect(counts.filter(([, count]) => count !== undefined)).toEqual([
      ['nftables-basics', '2 comments'],
      ['timers-instead-of-cron', '1 comment'],
    ]);
  });
});

test('an article without comments says so', () => {
  expect(textOf(openPage('small', '/articles/replace-a-disk/'), 'main section h2')).toContain('No comments');
});

test('the invitation opens a new file in the repository, in the right place and ready to fill in', () => {
  const { section } = comments();
  const invitation = new URL(section.find('a:contains("Send a comment")').attr('href')!);
  expect(invitation.origin + invitation.pathname).toBe('https://git.example/small/new/main');
  expect(Object.fromEntries(invitation.searchParams)).toEqual({
    filename: 'content/comments/nftables-basics/comment.yaml',
    value: [
      'author: Your name',
      'date: 2026-01-31T12:00:00+00:00',
      'body: |',
      '  Your comment in Markdown, without HTML.',
      '',
    ].join('\n'),
  });
});
