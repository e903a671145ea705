import { dayOf } from '../../../src/content/schemas/instant.ts';
import type { Article } from '../../../src/articles/articles.ts';
import type { NamedTag } from '../../../src/articles/named-tags.ts';
import { outline } from '../../../src/content/outline/outline.ts';
import { article as schema } from '../../../src/content/schemas/article.ts';

/** What a test says about an article; everything else is as plain as possible. */
export interface ArticleFields extends Partial<Omit<Article, 'data' | 'tags' | 'published'>> {
  published?: string;
  /** Slugs; each tag's label is its slug in capitals. */
  tags?: string[];
  /** Its text. */
  mdx?: string;
  /** Frontmatter in addition to the required fields. */
  data?: Record<string, unknown>;
}

/** An article as `src/articles/` makes it. */
export function anArticle({
  tags = ['xen'],
  published = '2024-01-01',
  data = {},
  mdx = 'Text.\n',
  ...fields
}: ArticleFields = {}): Article {
  const { slug = 'a', title = 'A title', description = 'A description.' } = fields;
  const checked = schema.parse({ kind: 'note', title, description, published, tags, ...data });
  return {
    slug,
    path: `/articles/${slug}/`,
    kind: checked.kind,
    title,
    description,
    published: checked.published,
    publishedDay: dayOf(checked.written.published),
    updated: checked.updated,
    updatedDay: checked.written.updated && dayOf(checked.written.updated),
    lang: 'en',
    tags: tags.map(aTag),
    source: undefined,
    comments: [],
    proof: undefined,
    minutes: 1,
    data: checked,
    outline: outline(mdx),
    file: `/content/articles/${slug}.mdx`,
    attached: [],
    digest: slug,
    ...fields,
  };
}

/** `xen` → a tag labelled `XEN`. */
export function aTag(slug: string): NamedTag {
  return {
    slug,
    path: `/tags/${slug}/`,
    label: slug.toUpperCase(),
    description: `About ${slug}.`,
    spellings: [slug.toUpperCase()],
    formerPaths: [],
  };
}

/** A source as `src/articles/` makes it. */
export const LOG = {
  slug: 'log',
  path: '/sources/#log',
  name: 'The Log',
  author: 'A colleague',
  url: 'https://log.example/',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
};

/** The frontmatter of an article that draws on it. */
export function attributedAs(relation: string): Record<string, unknown> {
  const original = { title: 'The <original>', url: 'https://log.example/1/', published: '2020-02-02' };
  return { attribution: { source: 'log', relation, ...original } };
}
