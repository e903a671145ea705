import type { Kind } from '../content/schemas/article.ts';
import type { Relation } from '../content/schemas/attribution.ts';
import { withFrontmatter } from './frontmatter-text.ts';

/** What is known about an article before it is written. */
export interface ArticleStart {
  kind: Kind;
  title: string;
  /** Tag slugs. */
  tags: readonly string[];
  published: Date;
  /** The publication it draws on: its file name, how the article relates to it, and its URL. */
  source?: { slug: string; relation: Relation; url: string } | undefined;
}

/** Frontmatter that only one kind has. */
const OF_KIND: Readonly<Record<Kind, object>> = {
  conference: { event: { name: 'NAME', place: 'TOWN' }, talks: [{ title: 'TITLE', speakers: ['NAME'] }] },
  guide: {
    hosts: ['server1'],
    placeholders: { server1_ip: { label: 'Address of server1', example: '192.0.2.11' } },
  },
  benchmark: { testbed: ['MACHINE, VERSIONS, NETWORK'], method: ['WHAT WAS DONE, HOW OFTEN'] },
  note: {},
};

/** The text of a new article: frontmatter to fill in, and a first block if it is a guide. It passes the checks as it is. */
export function articleTemplate({ kind, title, tags, published, source }: ArticleStart): string {
  const instant = `${published.toISOString().slice(0, 19)}Z`;
  const frontmatter = {
    kind,
    title,
    description: 'One sentence that says what is here.',
    published: instant,
    tags,
    draft: true,
    ...(source && {
      attribution: {
        source: source.slug,
        relation: source.relation,
        title: 'TITLE OF THE ORIGINAL',
        url: source.url,
        published: instant,
      },
    }),
    ...OF_KIND[kind],
  };
  return withFrontmatter(frontmatter, kind === 'guide' ? GUIDE : 'The first paragraph.\n');
}

const GUIDE = `Say what the command is for.

\`\`\`console host="server1" title="Ask for the address"
# ip address show
\`\`\`
`;
