import { describe, expect, it } from 'vitest';
import { frontmatter, withoutFrontmatter } from '../../../src/content/frontmatter.ts';

describe('frontmatter', () => {
  it.each([
    ['---\na: 1\n---\n\nText.\n', 'a: 1\n'],
    ['---\na: 1\n---', 'a: 1\n'],
    ['---\n---\nText.', ''],
    ['--- \na: 1\n---\t\nText.', 'a: 1\n'],
    ['---\r\na: 1\r\n---\r\nText.', 'a: 1\r\n'],
    ['---\na: "---"\nb: |\n  ---\n---\n', 'a: "---"\nb: |\n  ---\n'],
    ['---\na: 1\n---\nText.\n\n---\n\nMore.\n', 'a: 1\n'],
    ['---\na: 1\n----\n---\n', 'a: 1\n----\n'],
  ])('of %j is the text between the lines of ---', (text, yaml) => {
    expect(frontmatter(text)).toMatchObject({ yaml, yamlLine: 2 });
  });

  it.each([
    '',
    'Text.',
    '\n---\na: 1\n---\n',
    '----\na: 1\n---\n',
    '---a: 1\n---\n',
    '---\na: 1\n',
    ' ---\na: 1\n---\n',
  ])('is not in %j', (text) => {
    expect(frontmatter(text)).toBeUndefined();
  });
});

describe('a text without its frontmatter', () => {
  it('has spaces instead, so that lines and offsets stay the same', () => {
    expect(withoutFrontmatter('---\na: 1\n---\n\nText.\n')).toBe('   \n    \n   \n\nText.\n');
    expect(withoutFrontmatter('---\r\na: 1\r\n---\r\nText.')).toBe('   \r\n    \r\n   \r\nText.');
  });

  it('is the text itself if there is none', () => {
    expect(withoutFrontmatter('Text.\n\n---\n')).toBe('Text.\n\n---\n');
  });
});
