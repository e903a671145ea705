import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { article } from '../../../../src/content/schemas/article.ts';
import { attributionSchema } from '../../../../src/content/schemas/attribution.ts';
import { comment } from '../../../../src/content/schemas/comment.ts';
import { reference } from '../../../../src/content/schemas/reference.ts';
import { page } from '../../../../src/content/schemas/page.ts';
import { site as siteSchema } from '../../../../src/content/schemas/site.ts';
import { source } from '../../../../src/content/schemas/source.ts';
import { tag } from '../../../../src/content/schemas/tag.ts';
import { site } from '../../../../src/site.ts';

const NOTE = { kind: 'note', title: 'A', description: 'B', published: '2024-01-01', tags: ['xen'] };

const ATTRIBUTION = {
  source: 'log',
  relation: 'reprint',
  title: 'A',
  url: 'https://log.example/a',
  published: '2024-01-01',
};

/** A schema, valid data, and the keys that can be left out of it. */
const SCHEMAS: [name: string, schema: z.ZodType, good: Record<string, unknown>][] = [
  ['a note', article, NOTE],
  ['a guide', article, { ...NOTE, kind: 'guide' }],
  ['a conference', article, { ...NOTE, kind: 'conference', event: { name: 'A' }, talks: [{ title: 'B' }] }],
  ['a benchmark', article, { ...NOTE, kind: 'benchmark', testbed: ['A'], method: ['B'] }],
  ['an attribution', attributionSchema(reference), ATTRIBUTION],
  ['a comment', comment, { author: 'A', date: '2024-01-01', body: 'B' }],
  ['a page', page, { title: 'A', description: 'B' }],
  ['a source', source, { name: 'A', author: 'B', url: 'https://a.example' }],
  ['a tag', tag, { label: 'A', description: 'B' }],
];

describe.each(SCHEMAS)('%s', (_name, schema, good) => {
  it('is accepted with no more than it needs', () => {
    expect(schema.safeParse(good).error).toBeUndefined();
  });

  it('is rejected with a key that the schema does not know', () => {
    expect(schema.safeParse({ ...good, colour: 'red' }).success).toBe(false);
  });

  it.each(Object.keys(good))('is rejected without its %s', (key) => {
    const rest = Object.fromEntries(Object.entries(good).filter(([other]) => other !== key));
    expect(schema.safeParse(rest).success).toBe(false);
  });

  it.each(Object.keys(good))('is rejected with a number, null or nothing as its %s', (key) => {
    for (const value of [5, null, '', [], {}]) {
      expect(schema.safeParse({ ...good, [key]: value }).success).toBe(false);
    }
  });
});

describe('an article', () => {
  it('gets defaults for what it leaves out', () => {
    expect(article.parse(NOTE)).toEqual({
      kind: 'note',
      title: 'A',
      description: 'B',
      published: new Date('2024-01-01'),
      written: { published: '2024-01-01' },
      tags: [{ collection: 'tags', id: 'xen' }],
      appliesTo: [],
      status: 'current',
      draft: false,
      aliases: [],
      hosts: [],
      placeholders: {},
    });
  });

  it.each([
    { draft: 'false' },
    { draft: 0 },
    { status: 'old' },
    { tags: ['xen', 'xen'] },
    { tags: [''] },
    { tags: 'xen' },
    { updated: 'today' },
    { description: 'x'.repeat(301) },
    { appliesTo: [{ product: 'Xen', version: 4.2 }] },
    { aliases: ['old-title'] },
    { aliases: ['/a?b'] },
    { aliases: ['https://example.org/a'] },
    { aliases: ['//example.org'] },
    { aliases: ['/'] },
    { aliases: ['/a//b'] },
    { aliases: ['/../a'] },
    { aliases: ['/a/./b'] },
    { aliases: ['/a/..'] },
    { aliases: [`/${'a'.repeat(200)}?p=1`] },
    { aliases: [`/old/${'ж'.repeat(128)}/`] },
    { hosts: ['a b'] },
    { hosts: ['-a'] },
    { hosts: ['a'.repeat(300)] },
    { placeholders: { IP: { label: 'A', example: 'B' } } },
    { placeholders: { ip: { label: 'A' } } },
    { placeholders: { ip: { label: 'A', example: 'B', pattern: '(' } } },
    { placeholders: { ip: { label: 'A', example: 'B', pattern: String.raw`\d+` } } },
    { attribution: 'reprint' },
    { attribution: { ...ATTRIBUTION, relation: 'copy' } },
    { attribution: { ...ATTRIBUTION, url: 'log.example' } },
    { talks: [{ title: 'A' }] },
  ])('is rejected with %j', (fields) => {
    expect(article.safeParse({ ...NOTE, ...fields }).success).toBe(false);
  });

  it.each([
    { aliases: [`/${'ж'.repeat(125)}/${'a'.repeat(250)}/`] },
    { aliases: ['/2010/05/old-title/', '/old', '/old.html', '/.well-known/a', '/..a/b../'] },
    { hosts: ['gluster1', 'db.example.org', 'A'] },
    { placeholders: { ip: { label: 'A', example: 'B', pattern: '[0-9]+' } } },
    { attribution: ATTRIBUTION },
    { description: 'x'.repeat(300) },
  ])('is accepted with %j', (fields) => {
    expect(article.safeParse({ ...NOTE, ...fields }).error).toBeUndefined();
  });
});

describe('the settings of a site', () => {
  it('are accepted as src/site.ts has them', () => {
    expect(siteSchema.safeParse(site).error).toBeUndefined();
  });

  it.each([
    { locale: 'de' },
    { url: 'example.org' },
    { comments: { via: 'email' } },
    { comments: { via: 'email', address: 'nobody' } },
    { comments: { via: 'none', address: 'a@example.org' } },
    { comments: { via: 'telephone' } },
    { exampleQueries: ['a', 'b', 'c', 'd', 'e', 'f'] },
    { limits: { home: 0, feed: 1, related: 1 } },
    { limits: { home: 1.5, feed: 1, related: 1 } },
    { limits: { home: 1, feed: 1 } },
    { colour: 'red' },
  ])('are rejected with %j', (fields) => {
    expect(siteSchema.safeParse({ ...site, ...fields }).success).toBe(false);
  });
});
