import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { expect, it } from 'vitest';
import { feedHtml } from '../../../../src/outputs/feeds/article-html.ts';
import { anArticle } from '../../articles/an-article.ts';
import { renderedHtml } from '../../markdown/rendered-html.ts';
import { ENTRY, FEED, written } from './a-feed.ts';

const SECTION =
  '## ]]> & \\<\n\nText with `<b>` 🐧 and [a link](/tags/xen/).\n\n```console\n# echo "]]>" && ls\n```\n\n' +
  `${'Prose & more of it. '.repeat(50)}\n\n`;

it('an article of a million characters is complete in every feed', async () => {
  const mdx = `${SECTION.repeat(Math.ceil(1_000_000 / SECTION.length))}The end.\n`;
  const html = feedHtml(anArticle({ mdx }), await renderedHtml(mdx), {
    successor: undefined,
    absolute: (path) => `https://example.org${path}`,
  });
  const feed = { ...FEED, entries: [{ ...ENTRY, html }] };
  expect(html.length).toBeGreaterThan(1_000_000);
  expect(html.endsWith('<p>The end.</p>')).toBe(true);
  expect(parseRssFeed(written('rss', feed)).items![0]!.content!.encoded).toBe(html);
  expect(parseAtomFeed(written('atom', feed)).entries![0]!.content!.value).toBe(html);
  const { items } = await new Parser().parseString(written('rss', feed));
  expect((items[0] as Record<string, unknown>)['content:encoded']).toBe(html);
  expect(JSON.parse(written('json', feed))).toMatchObject({ items: [{ content_html: html }] });
});
