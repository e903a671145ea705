import { htmlProblems } from './feed-html-rules.ts';

/** What is wrong with a JSON Feed 1.1 at an address, according to its specification. */
export function jsonFeedProblems(json: string, address: string): string[] {
  const feed = JSON.parse(json) as Record<string, unknown>;
  const items = feed['items'] as Record<string, unknown>[];
  const ids = items.map(({ id }) => id);
  return [
    ...(feed['version'] === 'https://jsonfeed.org/version/1.1' ? [] : ['version']),
    ...(feed['feed_url'] === address ? [] : ['feed_url']),
    ...keys(feed, 'title home_page_url feed_url description', FEED_KEYS),
    ...(new Set(ids).size === ids.length ? [] : ['ids']),
    ...items.flatMap((item) => [
      ...keys(item, 'id url title summary content_html date_published date_modified', ITEM_KEYS),
      ...htmlProblems(String(item['content_html'])),
      ...['date_published', 'date_modified'].filter(
        (key) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(String(item[key])),
      ),
    ]),
  ];
}

const FEED_KEYS = 'version title home_page_url feed_url description language authors items'.split(' ');
const ITEM_KEYS =
  'id url external_url title content_html summary date_published date_modified authors tags language'.split(
    ' ',
  );

/** Required strings, arrays, and our extensions, whose names begin with an underscore and whose values are objects. */
function keys(object: Record<string, unknown>, texts: string, known: string[]): string[] {
  const missing = texts.split(' ').filter((key) => typeof object[key] !== 'string' || object[key] === '');
  const others = Object.entries(object).filter(([key]) => !known.includes(key));
  const wrong = others.filter(([key, value]) => !/^_[a-z]/.test(key) || typeof value !== 'object');
  const authors = object['authors'] as { name?: unknown }[] | undefined;
  const nameless = authors?.every(({ name }) => typeof name === 'string' && name !== '') ? [] : ['authors'];
  return [...missing, ...wrong.map(([key]) => key), ...nameless];
}
