import { parseAtomFeed } from 'feedsmith';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedDocuments, isMarkedArchive } from '../../../../src/outputs/feeds/documents.ts';
import { writeFeed } from '../../../../src/outputs/feeds/write-feed.ts';
import { ADDRESSES, entries, FEED, text } from './a-feed.ts';

const sizes = fc.record({ count: fc.nat(60), pageSize: fc.integer({ min: 1, max: 9 }) });

describe('the documents of a feed', () => {
  it('are just the live one if everything fits into it', () => {
    expect(documents(20, 20)).toHaveLength(1);
    expect(documents(20, 20)[0]).toMatchObject({ older: undefined });
  });

  it('are archived in full pages, from the oldest on', () => {
    const numbers = documents(7, 3).map(({ entries: some }) => some.map(numberOf));
    expect(numbers).toEqual([
      [7, 6, 5],
      [3, 2, 1],
      [6, 5, 4],
    ]);
  });

  it('link to the one before and after', () => {
    const links = documents(10, 3).map(({ archive, older, newer }) => [archive, older, newer]);
    expect(links).toEqual([
      [undefined, 3, undefined],
      [1, undefined, 2],
      [2, 1, 3],
      [3, 2, undefined],
    ]);
  });

  it('hold every article, however many there are', () => {
    fc.assert(
      fc.property(sizes, ({ count, pageSize }) => {
        const all = documents(count, pageSize);
        const reached = new Set<string>();
        for (let at: number | undefined = 0; at !== undefined; at = all[at]!.older)
          for (const { id } of all[at]!.entries) reached.add(id);
        expect(reached.size).toBe(count);
      }),
    );
  });

  it('never change once archived, except for the link to the next', () => {
    fc.assert(
      fc.property(sizes, fc.nat(20), ({ count, pageSize }, more) => {
        const before = archives(count, pageSize);
        const after = archives(count + more, pageSize);
        for (const [index, document] of before.entries()) {
          const now = after[index]!;
          expect(now.entries).toEqual(document.entries);
          if (document.newer !== undefined) expect(write(now)).toBe(write(document));
        }
      }),
    );
  });

  it('say what they are and where (RFC 5005)', () => {
    const archive = archives(10, 3)[1]!;
    expect(write(archive)).toContain('<fh:archive/>');
    const rels = parseAtomFeed(write(archive)).links?.map(({ rel, href }) => [rel, href]);
    expect(rels).toEqual(
      expect.arrayContaining([
        ['self', 'https://example.org/atom-2.xml'],
        ['current', 'https://example.org/atom.xml'],
        ['prev-archive', 'https://example.org/atom-1.xml'],
        ['next-archive', 'https://example.org/atom-3.xml'],
      ]),
    );
  });

  it('are marked as an archive only if there is another one to link to', () => {
    expect(documents(4, 3).map(isMarkedArchive)).toEqual([false, false]);
    expect(documents(6, 3).map(isMarkedArchive)).toEqual([false, true, true]);
  });
});

function documents(count: number, pageSize: number) {
  return feedDocuments({ ...FEED, entries: entries(count), pageSize });
}

function archives(count: number, pageSize: number) {
  return documents(count, pageSize).slice(1);
}

function write(document: ReturnType<typeof documents>[number]): string {
  return text(writeFeed(document, 'atom', ADDRESSES));
}

function numberOf({ id }: { id: string }): number {
  return Number(id.split(':').at(-1));
}
