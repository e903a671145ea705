import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkBySchema } from '../../../src/content/schema-faults.ts';
import { parseYaml } from '../../../src/content/yaml-source.ts';
import { article } from '../../../src/content/schemas/article.ts';
import { localized } from '../../../src/content/schemas/localized.ts';

const FILE = '/content/a.yaml';

/** Every kind of field that the schemas have. */
const schema = z.strictObject({
  name: z.string().min(1).max(10).optional(),
  count: z.int().positive().optional(),
  ratio: z.number().optional(),
  draft: z.boolean().optional(),
  tags: z.array(z.string()).min(1).max(2).optional(),
  kind: z.enum(['guide', 'note']).optional(),
  event: z.strictObject({ name: z.string(), place: z.string().optional() }).optional(),
  talks: z.array(z.strictObject({ title: z.string() })).default([]),
  values: z
    .record(z.string().regex(/^[a-z]+$/, { error: 'a name' }), z.strictObject({ label: z.string() }))
    .default({}),
  label: localized.optional(),
  send: z
    .discriminatedUnion('via', [
      z.strictObject({ via: z.literal('none') }),
      z.strictObject({ via: z.literal('email'), address: z.string() }),
    ])
    .optional(),
});

describe('data that passes its schema', () => {
  it('is returned as the schema parses it', () => {
    expect(checkBySchema(schema, parseYaml('name: A'), FILE)).toEqual({
      data: { name: 'A', talks: [], values: {} },
      faults: [],
    });
  });
});

describe('the fault of', () => {
  it.each([
    ['nmae: A', '1 unknown-key Unexpected key `nmae`, expected `name`.'],
    [
      'name: A\ncolour: red',
      '2 unknown-key Unexpected key `colour`, expected one of `name`, `count`, `ratio`, `draft`, `tags`, `kind`, `event`, `talks`, `values`, `label`, `send`.',
    ],
    ['event:\n  name: A\n  plaice: B', '3 unknown-key Unexpected key `plaice` in `event`, expected `place`.'],
    [
      'talks:\n  - title: A\n  - title: B\n    by: C',
      '4 unknown-key Unexpected key `by` in `talks[1]`, expected one of `title`.',
    ],
    [
      'values:\n  a: { label: A, pattern: B }',
      '2 unknown-key Unexpected key `pattern` in `values.a`, expected one of `label`.',
    ],
    ['label: { en: A, de: B }', '1 unknown-key Unexpected key `de` in `label`, expected one of `en`, `ru`.'],
    [
      'send:\n  via: email\n  address: A\n  to: B',
      '4 unknown-key Unexpected key `to` in `send`, expected one of `via`, `address`.',
    ],
    ['name: A\nevent:\n  place: B', '2 missing-key Unexpected end of `event`, expected the key `name`.'],
    ['talks: [{}]', '1 missing-key Unexpected end of `talks[0]`, expected the key `title`.'],
    ['send: {}', '1 missing-key Unexpected end of `send`, expected the key `via`: one of `none`, `email`.'],
    ['send: { via: fax }', '1 wrong-value Unexpected `fax` in `send.via`, expected one of `none`, `email`.'],
    [
      'kind: giude',
      '1 wrong-value Unexpected `giude` in `kind`, expected one of `guide`, `note`. | Did you mean `guide`?',
    ],
    ['kind: 5', '1 wrong-value Unexpected `5` in `kind`, expected one of `guide`, `note`.'],
    ['name: 5', '1 wrong-value Unexpected `5` in `name`, expected a text.'],
    ['name: true', '1 wrong-value Unexpected `true` in `name`, expected a text.'],
    ['name:', '1 wrong-value Unexpected `null` in `name`, expected a text.'],
    ['name: ""', '1 wrong-value Unexpected empty text in `name`, expected at least 1 character.'],
    [
      'name: eleven chars',
      '1 wrong-value Unexpected `eleven chars` in `name`, expected at most 10 characters.',
    ],
    ['name: [A]', '1 wrong-value Unexpected list in `name`, expected a text.'],
    ['name: { a: b }', '1 wrong-value Unexpected keys and values in `name`, expected a text.'],
    ['draft: "false"', '1 wrong-value Unexpected `"false"` in `draft`, expected `true` or `false`.'],
    ['draft: yes', '1 wrong-value Unexpected `"yes"` in `draft`, expected `true` or `false`.'],
    ['count: "5"', '1 wrong-value Unexpected `"5"` in `count`, expected a number.'],
    ['count: 0', '1 wrong-value Unexpected `0` in `count`, expected a number greater than 0.'],
    ['count: 1.5', '1 wrong-value Unexpected `1.5` in `count`, expected a whole number.'],
    ['tags: []', '1 wrong-value Unexpected empty list in `tags`, expected at least 1 entry.'],
    ['tags: [a, b, c]', '1 wrong-value Unexpected list in `tags`, expected at most 2 entries.'],
    ['tags: a', '1 wrong-value Unexpected `"a"` in `tags`, expected a list.'],
    ['tags:\n  - a\n  - 3.0', '3 wrong-value Unexpected `3` in `tags[1]`, expected a text.'],
    ['values:\n  A1: { label: B }', '2 wrong-value Unexpected `A1` in `values.A1`, expected a name.'],
    ['event: A', '1 wrong-value Unexpected `"A"` in `event`, expected keys and values.'],
    [
      'label: 5',
      '1 wrong-value Unexpected `5` in `label`, expected a text, or one per language: `en: …`, `ru: …`.',
    ],
    [
      'label: {}',
      '1 wrong-value Unexpected keys and values in `label`, expected a text, or one per language: `en: …`, `ru: …`.',
    ],
    ['', '1 wrong-value Unexpected `null`, expected keys and values.'],
    ['- name: A', '1 wrong-value Unexpected list, expected keys and values.'],
    [
      `name: ${'x'.repeat(70)}`,
      `1 wrong-value Unexpected \`${'x'.repeat(60)}…\` in \`name\`, expected at most 10 characters.`,
    ],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('several faults', () => {
  it('are reported at once', () => {
    expect(told('nmae: A\ncount: many\nkind: note\ntags: []')).toEqual([
      '2 wrong-value Unexpected `"many"` in `count`, expected a number.',
      '4 wrong-value Unexpected empty list in `tags`, expected at least 1 entry.',
      '1 unknown-key Unexpected key `nmae`, expected `name`.',
    ]);
  });
});

describe('any frontmatter whatever', () => {
  it('is accepted, or rejected in complete sentences', () => {
    const keys = [
      'kind',
      'title',
      'published',
      'tags',
      'event',
      'talks',
      'hosts',
      'placeholders',
      '__proto__',
      'a b',
    ];
    const data = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }), {
      noNullPrototype: false,
    });
    fc.assert(
      fc.property(data, (value) => {
        const { faults } = checkBySchema(article, parseYaml(JSON.stringify(value)), FILE);
        expect(faults.length).toBeGreaterThan(0);
        for (const { line, message } of faults) {
          expect(line).toBe(1);
          expect(message).toMatch(/^Unexpected .+, expected .+\.$/s);
          expect(message).not.toContain('Invalid input');
        }
      }),
    );
  });
});

function told(text: string): string[] {
  return checkBySchema(schema, parseYaml(text), FILE).faults.map(({ line, code, message, hint }) =>
    [`${line} ${code} ${message}`, hint].filter((part) => part !== undefined).join(' | '),
  );
}
