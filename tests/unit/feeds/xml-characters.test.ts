import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutForbidden } from '../../../src/feeds/xml-characters.ts';

describe('a text for XML', () => {
  it.each([
    ['a\tb\nc\rd', 'a\tb\nc\rd'],
    ['a\u0000b\u0008c\u000Bd\u000Ce\u001Ff', 'abcdef'],
    ['\u001B[31mred\u001B[0m', '[31mred[0m'],
    ['a\uFFFEb\uFFFFc\uFFFDd', 'abc\uFFFDd'],
    ['a\uD83Db\uDC27c🐧', 'abc🐧'],
    ['<b>&amp;]]>', '<b>&amp;]]>'],
    ['\u007F\u0085\u2028', '\u007F\u0085\u2028'],
    ['', ''],
  ])('has no character that XML forbids: %j', (text, expected) => {
    expect(withoutForbidden(text)).toBe(expected);
  });

  it('loses nothing else', () => {
    const allowed = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(withoutForbidden(text)).toMatch(allowed);
        if (allowed.test(text)) expect(withoutForbidden(text)).toBe(text);
      }),
    );
  });
});
