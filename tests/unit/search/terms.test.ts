import { describe, expect, it } from 'vitest';
import { chunkTerm, commandTerms, partsOf, wordTerms } from '../../../src/search/terms.ts';

describe('a chunk of a command', () => {
  it.each([
    ['--RAID', '--raid'],
    ['-F', '-F'],
    ['-xzf', '-xzf'],
    ['"$HOME"', '$home'],
    ['(/etc/hosts);', '/etc/hosts'],
    ['&&', '&&'],
    ['2>&1', '2>&1'],
    ['gluster1:/export', 'gluster1:/export'],
    ["'", ''],
  ])('%s is the term %s', (chunk, term) => {
    expect(chunkTerm(chunk)).toBe(term);
  });

  it('is cut where it is longer than anything a reader types', () => {
    expect(chunkTerm('a'.repeat(500))).toHaveLength(64);
  });
});

describe('a command', () => {
  const terms = commandTerms('mdadm --create /dev/md0 --raid-devices=2 /etc/glusterfs/glusterfsd.vol', [
    'mdadm',
  ]);

  it.each([
    '--raid-devices=2',
    '--raid-devices',
    'raid-devices',
    'devices',
    'glusterfsd.vol',
    'glusterfs',
    'md0',
    '/dev/md0',
  ])('is found by %s', (term) => {
    expect(terms.has(term)).toBe(true);
  });

  it('says most by its program', () => {
    expect([...terms].sort((a, b) => b[1] - a[1])[0]).toEqual(['mdadm', 3]);
  });

  it('is found by the parts of its program', () => {
    expect(commandTerms('glusterfs-volgen', ['glusterfs-volgen']).has('volgen')).toBe(true);
  });
});

describe('prose', () => {
  it('becomes words of any script, in lower case, as often as they stand there', () => {
    expect(wordTerms('Том, том и Volume.')).toEqual(
      new Map([
        ['том', 2],
        ['и', 1],
        ['volume', 1],
      ]),
    );
  });

  it('is found by the parts of a joined word', () => {
    expect([...wordTerms('self-heal').keys()]).toEqual(['self-heal', 'self', 'heal']);
  });

  it('has no parts of one letter', () => {
    expect(partsOf('a-bc')).toEqual(['bc']);
  });
});
