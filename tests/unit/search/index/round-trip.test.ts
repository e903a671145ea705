import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchedArticle } from '../../../../src/search/index/searched-article.ts';
import type { Finder } from '../../../../src/search/plan/find.ts';
import { aCommand, aListing, anArticle, anIndex, aSection } from '../an-index.ts';

/** Anything that could be misread on its way through HTML, Pagefind and JSON. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '  two  blanks\n\n\ttab\r\n',
    '<b>&amp;</b> "quoted" \'single\' `back`',
    '</pre></html><script>alert(1)</script>',
    '___PAGEFIND_ANCHOR___h2:0:x ___PAGEFIND_WEIGHT___9',
    'title:x,y[z]',
    '\u00A0\u2003\u2028\u200B\uFEFF',
    '\uD800 half',
    '{{ip}} ${HOME} \\u0020',
  ),
);

/** Each has a word that no other article has. */
const articles = fc
  .sample(fc.tuple(text, text, text), { numRuns: 80, seed: 7 })
  .map(([prose, command, about], at): SearchedArticle =>
    anArticle(`a${at}`, {
      description: prose,
      tags: [['t', about]],
      facts: [about],
      sections: [
        aSection('s', prose, [
          aCommand('step-1', `zq${at}x ${command}`, { about, hosts: [about], user: about }),
          aListing('block-2', `/etc/zq${at}y ${about}`, command, { about }),
        ]),
      ],
    }),
  );

let finder: Finder;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ finder, remove } = await anIndex(articles));
}, 60_000);

afterAll(() => remove());

it('shows every command and listing exactly as it was written', async () => {
  for (const [at, { sections, tags }] of articles.entries()) {
    const [command, listing] = sections[0]!.blocks;
    const first = (await finder.find(`zq${at}x`)).commands[0];
    expect(first?.shown).toEqual(command!.shown);
    expect(first?.article.tags).toEqual(tags);
    expect((await finder.find(`zq${at}y`)).commands[0]?.shown).toEqual(listing!.shown);
  }
});
