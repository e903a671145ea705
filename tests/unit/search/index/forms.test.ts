import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formsOf, wordOf } from '../../../../src/search/index/forms.ts';

it.each([
  ['--raid-devices=2', ['--raid-devices', 'raid-devices']],
  ['yum install xorg-x11-utils', ['x11-utils']],
  ['http://192.0.2.77:8080/', ['19202778080', '02778080', '2778080', '778080', '8080']],
  ['"glusterfs-3.0.5.tar.gz"', ['glusterfs-305targz', '305targz', '05targz', '5targz', 'targz']],
  ['net.ipv4.ip_forward=1', ['netipv4ip_forward', 'ipv4ip_forward', 'ip_forward']],
  ['plain words only', []],
  ['防火墙规则', ['防火墙规则', '火墙规则', '墙规则', '规则']],
])('%s is also found by its ends', (text, forms) => {
  expect([...formsOf(text)]).toEqual(expect.arrayContaining(forms));
  if (forms.length === 0) expect(formsOf(text).size).toBe(0);
});

it('leaves out what nobody searches for', () => {
  expect(formsOf(`key-${'a1'.repeat(60)}`).size).toBe(0);
});

it('makes words that Pagefind does not split, from any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const form of formsOf(text)) expect(form).not.toMatch(/\s/u);
    }),
  );
});

it('keeps the same characters of a chunk as Pagefind', () => {
  expect(['/etc/fstab', '--raid', 'C:\\x', 'naïve', 'ip_forward'].map(wordOf)).toEqual([
    'etcfstab',
    '--raid',
    'cx',
    'naïve',
    'ip_forward',
  ]);
});
