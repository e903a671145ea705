import { describe, expect, test } from 'vitest';
import { listEntries } from './list-entries.ts';
import { openPage, textOf } from './open-page.ts';

describe('the page that this project grew from, a Russian archive of reprints by tag', () => {
  test('has the same title', () => {
    const page = openPage('olemskoi', '/tags/glusterfs/');
    expect(textOf(page, 'h1')).toBe('Архив тега ‘glusterfs’');
    expect(textOf(page, 'title')).toMatch(/^Архив тега ‘glusterfs’ · Игорь Олемской — практические заметки/);
    expect(page('html').attr('lang')).toBe('ru');
  });

  test('has the six entries in their order', () => {
    expect(listEntries(openPage('olemskoi', '/tags/glusterfs/')).map(({ title }) => title)).toEqual([
      'Xen Summit 2011: My Takeways',
      'FUDCon 2011: Day One',
      'Switching from GlusterFS to DRBD and OCFS2',
      'Very unscientific GlusterFS benchmarks',
      'One month with GlusterFS in production',
      "GlusterFS on the cheap with Rackspace's Cloud Servers or Slicehost",
    ]);
  });

  test('marks each entry as a reprint, without comments, from the Racker Hacker of Major Hayden', () => {
    for (const { title, text } of listEntries(openPage('olemskoi', '/tags/glusterfs/'))) {
      expect(text, title).not.toContain('Комментариев нет');
      expect(text).toMatch(/Перепечатка статьи .* Major Hayden.* Racker Hacker/);
    }
  });

  test('marks the English titles as English on a page that is Russian', () => {
    const page = openPage('olemskoi', '/tags/glusterfs/');
    expect(listEntries(page).map(({ lang }) => lang)).toEqual(Array(6).fill('en'));
    expect(page('main time').first().closest('[lang]').attr('lang')).toBe('ru');
    expect(textOf(page, 'main time:first-of-type')).toContain('8 августа 2011 г.');
  });

  test('counts in Russian', () => {
    expect(textOf(openPage('olemskoi', '/tags/glusterfs/'), 'main')).toContain('6 статей');
    const years = textOf(openPage('olemskoi', '/archive/'), 'main');
    expect(years).toContain('2011 2 статьи');
    expect(years).toContain('2010 4 статьи');
  });
});

describe('an article of that site', () => {
  const path = '/articles/glusterfs-two-nodes-2010/';

  test('is English within a Russian page', () => {
    const page = openPage('olemskoi', path);
    expect(page('html').attr('lang')).toBe('ru');
    expect(page('h1').closest('[lang]').attr('lang')).toBe('en');
    expect(page('main p:contains("fencing")').closest('[lang]').attr('lang')).toBe('en');
    expect(page('main h2:contains("Комментариев нет")').closest('[lang]').attr('lang')).toBe('ru');
  });

  test('says below its text who wrote it, under which licence, and what they ask for', () => {
    const footer = textOf(openPage('olemskoi', path), 'main article footer');
    expect(footer).toContain("GlusterFS on the cheap with Rackspace's Cloud Servers or Slicehost");
    expect(footer).toContain('Перепечатка статьи');
    expect(footer).toContain('Major Hayden');
    expect(footer).toContain('Racker Hacker');
    expect(footer).toContain('28 мая 2010 г.');
    expect(footer).toContain('CC BY-SA 4.0');
    expect(footer).toContain('not to copy the posts');
  });

  test('counts its commands, minutes and comments in Russian', () => {
    const text = textOf(openPage('olemskoi', path), 'main');
    expect(text).toContain('минута чтения');
    expect(text).toContain('Комментариев нет');
    expect(text).not.toMatch(
      /\b(?:minutes?|comments?|articles?) to read\b|No comments|Where this comes from/,
    );
  });

  test('invites readers to comment with a prepared e-mail', () => {
    const link = openPage('olemskoi', path)('a[href^="mailto:"]').attr('href')!;
    const letter = new URL(link);
    expect(letter.pathname).toBe('comments@olemskoi.example');
    expect(letter.search).not.toContain('+');
    expect(Object.fromEntries(letter.searchParams)).toEqual({
      subject: "Комментарии: GlusterFS on the cheap with Rackspace's Cloud Servers or Slicehost",
      body: [
        '# content/comments/glusterfs-two-nodes-2010/comment.yaml',
        'author: Ваше имя',
        'date: 2026-01-31T12:00:00+03:00',
        'body: |',
        '  Ваш комментарий в Markdown, без HTML.',
        '',
      ].join('\r\n'),
    });
  });
});
