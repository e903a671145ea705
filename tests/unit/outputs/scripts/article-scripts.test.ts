import { describe, expect, it } from 'vitest';
import { articleScript, scriptedHosts } from '../../../../src/outputs/scripts/article-scripts.ts';
import { site } from '../../../../src/articles/site.ts';
import { anArticle, attributedAs, LOG } from '../../articles/an-article.ts';

const MDX = '```console host="b"\n$ ls {{disk}}\n```\n\n```text file="/a" host="c"\nd\n```\n';
const HOSTS = { hosts: ['a', 'b', 'c'], placeholders: { disk: { label: 'The disk', example: 'sda' } } };

describe('the hosts of an article that have a script', () => {
  it('are those on which there is something to do', () => {
    expect(scriptedHosts(anArticle({ mdx: MDX, data: HOSTS }))).toEqual(['b', 'c']);
  });
});

describe('the script of a host', () => {
  it('says what it is, where it is from and under which terms', () => {
    const article = anArticle({ mdx: MDX, source: LOG, data: { ...HOSTS, ...attributedAs('notes-on') } });
    expect(articleScript(article, 'b').split('\n').slice(0, 6)).toEqual([
      '#!/usr/bin/env bash',
      '# A title: b',
      `# ${new URL('/articles/a/', site.url).href}`,
      '# 2024-01-01',
      '# Notes on “The <original>” by A colleague, The Log, first published 2020-02-02: https://log.example/1/',
      `# Licence: ${site.licence.name}, ${site.licence.url}`,
    ]);
  });

  it('of a reprint is under the source’s terms', () => {
    const article = anArticle({ mdx: MDX, source: LOG, data: { ...HOSTS, ...attributedAs('reprint') } });
    expect(articleScript(article, 'b')).toContain(
      '# Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
    );
  });

  it('asks for the values that it needs, and only for those', () => {
    const article = anArticle({ mdx: MDX, data: HOSTS });
    expect(articleScript(article, 'b')).toContain('\n# The disk, for example sda\ndisk=${disk:-}\n');
    expect(articleScript(article, 'c')).not.toContain('disk=');
  });
});
