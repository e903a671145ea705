import { describe, expect, it } from 'vitest';
import { plainArticle } from '../../../../src/outputs/twins/plain-article.ts';
import { site } from '../../../../src/articles/site.ts';
import { anArticle, attributedAs, LOG } from '../../articles/an-article.ts';

describe('an article as plain text', () => {
  it('is title, description, facts, text and attribution', async () => {
    const text = await plainArticle(anArticle(), '---\ntitle: A title\n---\n\nText.\n');
    expect(text).toMatch(
      /^# A title\n\nA description\.\n\n- Address: .+\n(?:- .+\n)+\nText\.\n\n---\n\n.+\n$/,
    );
    expect(text).toContain('- Tags: XEN\n');
    expect(text).toContain(
      `The text of this site is licensed under ${site.licence.name}, ${site.licence.url}`,
    );
  });

  it('says where it is from', async () => {
    const text = await plainArticle(anArticle({ source: LOG, data: attributedAs('translation') }), '');
    expect(text).toContain(
      '\nTranslation of “The <original>” by A colleague, The Log, first published 2020-02-02: https://log.example/1/\n',
    );
  });

  it('claims no terms of ours for a reprint', async () => {
    const reprint = await plainArticle(anArticle({ source: LOG, data: attributedAs('reprint') }), '');
    expect(reprint).toContain('\nLicence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/\n');
    expect(reprint).not.toContain(site.licence.name);
    const { licence, ...without } = LOG;
    expect(
      await plainArticle(anArticle({ source: without, data: attributedAs('reprint') }), ''),
    ).not.toContain(licence.name);
  });
});
