import { describe, expect, it } from 'vitest';
import { mdxFault } from '../../../src/content/mdx-fault.ts';
import { outline } from '../../../src/content/outline/outline.ts';

describe('an MDX syntax error', () => {
  it.each([
    ['One\n\n<Note>\n\nTwo\n', 3, 'Unexpected end of the text, expected a closing tag for `<Note>` (3:1).'],
    [
      '<!-- a comment -->\n',
      1,
      'Unexpected character `!` (U+0021) before name, expected a character that can start a name, such as a letter, `$`, or `_` (note: to create a comment in MDX, use `{/* text */}`).',
    ],
  ])('in %j is told with its line, as a sentence', (text, line, message) => {
    expect(faultOf(text)).toEqual({ file: '/a.mdx', line, code: 'mdx-syntax', message });
  });

  it('counts the lines of the frontmatter', () => {
    expect(faultOf('---\ntitle: A\n---\n\nTwo {\n').line).toBe(5);
  });

  it.each(['Costs {5\n', 'a </b> c\n', '{1 +}\n', '<a b=c>\n'])('is found in %j', (text) => {
    expect(faultOf(text)).toMatchObject({ line: 1, message: expect.stringMatching(/^\S.*\.$/s) as string });
  });

  it('is told as it is where it has no place', () => {
    expect(mdxFault('/a.mdx', new Error('Something else'))).toEqual({
      file: '/a.mdx',
      line: 1,
      code: 'mdx-syntax',
      message: 'Something else.',
    });
    expect(mdxFault('/a.mdx', 'thrown text').message).toBe('thrown text.');
  });
});

function faultOf(text: string): ReturnType<typeof mdxFault> {
  try {
    outline(text);
  } catch (error) {
    return mdxFault('/a.mdx', error);
  }
  throw new Error('It parses.');
}
