import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { report, type Fault } from '../../../src/content/fault.ts';

const FAULT: Fault = {
  file: '/content/articles/b.mdx',
  line: 3,
  code: 'unknown-key',
  message: 'Unexpected key `tagz`, expected `tags`.',
};

describe('a report', () => {
  it('is empty without faults', () => {
    expect(report([])).toBe('');
  });

  it('has place, code and message in a line', () => {
    expect(plain([FAULT])).toBe('articles/b.mdx:3  unknown-key  Unexpected key `tagz`, expected `tags`.');
  });

  it('has every line of a hint below, indented', () => {
    expect(plain([{ ...FAULT, hint: 'one\ntwo' }])).toBe(
      'articles/b.mdx:3  unknown-key  Unexpected key `tagz`, expected `tags`.\n    one\n    two',
    );
  });

  it('is sorted by file, line, code and message', () => {
    const faults: Fault[] = [
      { ...FAULT, line: 12 },
      { ...FAULT, line: 3, code: 'wrong-value' },
      { ...FAULT, line: 3, message: 'Unexpected b.' },
      { ...FAULT, line: 3, message: 'Unexpected a.' },
      { ...FAULT, file: '/content/articles/a.mdx', line: 99 },
    ];
    expect(plain(faults).split('\n')).toEqual([
      'articles/a.mdx:99  unknown-key  Unexpected key `tagz`, expected `tags`.',
      'articles/b.mdx:3  unknown-key  Unexpected a.',
      'articles/b.mdx:3  unknown-key  Unexpected b.',
      'articles/b.mdx:3  wrong-value  Unexpected key `tagz`, expected `tags`.',
      'articles/b.mdx:12  unknown-key  Unexpected key `tagz`, expected `tags`.',
    ]);
  });

  it('reports the same fault only once', () => {
    expect(plain([FAULT, FAULT]).split('\n')).toHaveLength(1);
  });

  it('does not reorder its input', () => {
    const faults = [FAULT, { ...FAULT, line: 1 }];
    report(faults);
    expect(faults.map(({ line }) => line)).toEqual([3, 1]);
  });

  it('gives the full path of a file elsewhere', () => {
    expect(plain([{ ...FAULT, file: '/srv/notes/a.mdx' }])).toContain('/srv/notes/a.mdx:3  ');
  });
});

function plain(faults: readonly Fault[]): string {
  return stripVTControlCharacters(report(faults, '/content'));
}
