import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markerOf, piecesOf } from '../../../src/search/mark.ts';

/** A text with what a query marks in brackets. */
function marks(query: string, text: string, matched: string[] = []): string {
  return piecesOf(text, markerOf(query, matched)(text))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');
}

describe('in a command', () => {
  it.each([
    ['iptables -F', 'iptables -F', '[iptables] [-F]'],
    ['iptables -F', 'iptables -f', '[iptables] -f'],
    ['IPTABLES', 'iptables-save', '[iptables]-save'],
    ['--raid 1', 'volgen --raid 1 gluster1:/export', 'volgen [--raid] [1] gluster1:/export'],
    ['tar -xzf', 'tar -xzf a.tgz -C /', '[tar] [-xzf] a.tgz -C /'],
    ['/etc/hosts', 'cp /etc/hosts /etc/hosts.old', 'cp [/etc/hosts] [/etc/hosts].old'],
    ['/etc/gluster cp', 'cp /etc/glusterfs/a.vol b', '[cp] [/etc/gluster]fs/a.vol b'],
    ['$HOME ls', 'ls "$HOME"', '[ls] "[$HOME]"'],
    ['FOO=1 make', 'FOO=1 make all', '[FOO=1] [make] all'],
    ['gluster1:/export', 'mount gluster1:/export /mnt', 'mount [gluster1:/export] /mnt'],
    ['a && b', 'a && b', '[a] [&&] [b]'],
    ['(a|b) x.y* ', 'echo x.y*', 'echo [x.y*]'],
  ])('%j marks what stands in %j', (query, text, expected) => {
    expect(marks(query, text)).toBe(expected);
  });

  it('parts of joined names are marked where the whole is not there', () => {
    expect(marks('volgen ', 'glusterfs-volgen --raid 1')).toBe('glusterfs-[volgen] --raid 1');
    expect(marks('raid-devices ', 'mdadm --raid-devices=2')).toBe('mdadm --[raid-devices]=2');
    expect(marks('--raid-devices=3 ', 'mdadm --raid-devices=2')).toBe('mdadm [--raid-devices]=2');
    expect(marks('/usr/sbin/ntpd ', 'service ntpd start')).toBe('service [ntpd] start');
    expect(marks('glusterfs-volgen ', 'yum install glusterfs-server')).toBe('yum install [glusterfs]-server');
  });

  it('the beginning of a word is marked only where the query may go on', () => {
    expect(marks('ipta', 'iptables -F')).toBe('[ipta]bles -F');
    expect(marks('ipta ', 'iptables -F')).toBe('iptables -F');
    expect(marks('ipta x', 'iptables -F')).toBe('iptables -F');
  });

  it('nothing within a word is marked, nor a single character that is not alone', () => {
    expect(marks('raid ', 'nraid raids')).toBe('nraid raids');
    expect(marks('1 ', 'gluster1 10.0.0.1 1')).toBe('gluster1 10.0.0.1 [1]');
    expect(marks('i', 'iptables -i eth0')).toBe('iptables -i eth0');
  });

  it('the case of a short option that the index had instead is marked', () => {
    expect(marks('tar -X', 'tar -x', ['tar', '-x'])).toBe('[tar] [-x]');
  });
});

describe('in prose', () => {
  it('words of one or two letters are left alone', () => {
    expect(marks('mirror files on two nodes', 'Files on two Nodes, in a mirror')).toBe(
      '[Files] on [two] [Nodes], in a [mirror]',
    );
  });

  it('letters of every alphabet are words', () => {
    expect(marks('таймер ', 'Таймер и таймеры')).toBe('[Таймер] и таймеры');
    expect(marks('שלום', 'שלום עולם')).toBe('[שלום] עולם');
  });
});

describe('whatever is typed', () => {
  it.each(['', ' ', '"', '((((', '[', '\\', '*', '?!', '<b>', '\u0000\u202E', '-', '--', '\uD83D'])(
    '%j marks without an exception',
    (query) => {
      expect(() => marks(query, 'a <b> (c) * \\ -- ?')).not.toThrow();
    },
  );

  it('pieces are the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (query, text) => {
        const pieces = piecesOf(text, markerOf(query)(text));
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });

  it('HTML is text', () => {
    expect(marks('<img src=x onerror=alert(1)>', '<img src=x>')).toContain('[src=x]');
  });
});
