import { describe, expect, it } from 'vitest';
import { language } from '../../../../src/content/schemas/language.ts';
import { isSlug, slug } from '../../../../src/content/schemas/slug.ts';
import { webUrl } from '../../../../src/content/schemas/web-url.ts';

describe('a slug', () => {
  it.each(['xen', 'high-availability', 'ocfs2', '2010', 'a-1-b'])('may be %s', (text) => {
    expect([slug.safeParse(text).success, isSlug(text)]).toEqual([true, true]);
  });

  it.each(['', 'Xen', 'a_b', 'a--b', '-a', 'a-', 'a b', 'a/b', '../a', 'хен', 'a\n'])('is not %j', (text) => {
    expect([slug.safeParse(text).success, isSlug(text)]).toEqual([false, false]);
  });
});

describe('a language', () => {
  it.each(['en', 'ru', 'pt-BR', 'zh-Hant', 'es-419', 'sr-Latn-RS'])('may be %s', (text) => {
    expect(language.safeParse(text).success).toBe(true);
  });

  it.each(['', 'english', 'EN', 'en_GB', 'en-gb', 'en-', 'e'])('is not %j', (text) => {
    expect(language.safeParse(text).success).toBe(false);
  });
});

describe('an address of the Web', () => {
  it.each(['https://example.org', 'http://example.org/a?b=c#d', 'https://пример.example/'])(
    'may be %s',
    (text) => {
      expect(webUrl.parse(text)).toBe(text);
    },
  );

  it.each(['example.org', '//example.org', '/a', 'ftp://example.org', 'javascript:alert(1)', 'https://', ''])(
    'is not %j',
    (text) => {
      expect(webUrl.safeParse(text).success).toBe(false);
    },
  );
});
