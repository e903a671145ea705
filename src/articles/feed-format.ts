/** Every feed is published in each of these formats. */
export const FORMATS = ['rss', 'atom', 'json'] as const;

export type FeedFormat = (typeof FORMATS)[number];

/** Each format's name, the file name of its live document, and its media type. */
export const FORMAT = {
  rss: { name: 'RSS', file: 'rss.xml', type: 'application/rss+xml' },
  atom: { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  json: { name: 'JSON Feed', file: 'feed.json', type: 'application/feed+json' },
} as const satisfies Record<FeedFormat, object>;

/** The file name of a live feed. */
export function feedFile(format: FeedFormat): string {
  return FORMAT[format].file;
}

/** The file name of an archive document: `atom-3.xml`. */
export function archiveFile(number: number): string {
  return `atom-${number}.xml`;
}
