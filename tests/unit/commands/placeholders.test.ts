import { expect, test } from 'vitest';
import { fillPlaceholders, findPlaceholders } from '../../../src/commands/placeholders.ts';

test('finds each use with its offsets', () => {
  expect(findPlaceholders('ping {{a}}\nssh {{user_1}}@{{a}}')).toEqual([
    { name: 'a', start: 5, end: 10 },
    { name: 'user_1', start: 15, end: 25 },
    { name: 'a', start: 26, end: 31 },
  ]);
});

test.each([
  '{{.Field}}',
  '{{ name }}',
  '{{/if}}',
  '{{#each}}',
  '{{{name}}}',
  '${{name}}',
  '{{Name}}',
  '{{1st}}',
  '{{my-name}}',
  '{{}}',
  '{{name}',
  '{name}',
])('leaves %s alone', (text) => {
  expect(findPlaceholders(text)).toEqual([]);
  expect(fillPlaceholders(text, { name: 'x', Name: 'x' })).toBe(text);
});

test('fills in each use, and leaves those without a value', () => {
  expect(fillPlaceholders('{{a}} {{b}} {{a}}', { a: '1' })).toBe('1 {{b}} 1');
});

test('a value is plain data: it is not parsed again and not a replacement pattern', () => {
  expect(fillPlaceholders('{{a}}{{b}}', { a: '{{b}}', b: '$&$1' })).toBe('{{b}}$&$1');
});

test('only own properties are filled in', () => {
  expect(fillPlaceholders('{{constructor}} {{to_string}}', {})).toBe('{{constructor}} {{to_string}}');
});
