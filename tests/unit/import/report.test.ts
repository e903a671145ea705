import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { NOTE_CODES } from '../../../src/import/note.ts';
import { refusals, reportFile, summary } from '../../../src/import/report.ts';
import { importFile, item, rss } from './an-import.ts';

describe('docs/importing.md', () => {
  it('explains every code that a report may have, and no other', () => {
    const explained = [...readFileSync('docs/importing.md', 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)].map(
      ([, code]) => code!,
    );
    expect([...new Set(explained)].sort()).toEqual([...NOTE_CODES].sort());
  });
});

describe('The summary', () => {
  it('says how many were imported, of what kind, and what to check', async () => {
    const imported = await importFile(
      'feed.xml',
      rss(
        item('<p>A & b</p><pre>echo “a”\nuptime</pre><form></form>', '<category>Net</category>') +
          '<item></item>',
      ),
    );
    expect(stripVTControlCharacters(summary(imported, 'feed.xml', false)))
      .toBe(`Imported 1 of 2 entries of feed.xml.

       1  articles  1 note
       1  blocks of code  0 sessions, 1 script, 0 listings
       2  tags  2 of them new

       1  not imported, or only in part  nothing-there 1
       1  repaired  unsafe-character 1
       1  dropped  no-form 1`);
    expect(refusals(imported.notes)).toEqual([
      expect.stringMatching(/^feed\.xml:\d+ {2}nothing-there {2}Unexpected entry with nothing in it/),
    ]);
    expect(reportFile(imported, 'feed.xml')).toContain(
      '## Repaired (1)\n\n```text\narticles/post/index.mdx:16  unsafe-character  ',
    );
  });
});
