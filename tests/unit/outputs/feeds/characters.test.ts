import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forbiddenCharacters, withoutForbidden } from '../../../../src/outputs/feeds/characters.ts';

describe('a text for feeds', () => {
  it.each([
    ['a\tb\nc\rd', 'a\tb\nc\rd'],
    ['a\u0000b\u0008c\u000Bd\u000Ce\u001Ff', 'abcdef'],
    ['\u001B[31mred\u001B[0m', '[31mred[0m'],
    ['a\uFFFEb\uFFFFc\uFFFDd\u{1FFFE}e', 'abcde'],
    ['a\uD83Db\uDC27c🐧', 'abc🐧'],
    ['a\u007Fb\u0085c\u009Bd', 'abcd'],
    ['<b>&amp;]]>\u2028', '<b>&amp;]]>\u2028'],
    ['', ''],
  ])('has no character that feeds cannot contain: %j', (text, expected) => {
    expect(withoutForbidden(text)).toBe(expected);
  });

  it('loses nothing else', () => {
    const allowed = /^[\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFC\u{10000}-\u{1FFFD}]*$/u;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (allowed.test(text)) expect(withoutForbidden(text)).toBe(text);
        expect(forbiddenCharacters(withoutForbidden(text))).toEqual([]);
      }),
    );
  });

  it('says which characters it loses', () => {
    expect(forbiddenCharacters('a\u0007b\u001Bc\uFFFF')).toEqual([7, 0x1b, 0xffff]);
  });
});
