import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query.ts';

describe('what a reader typed', () => {
  it.each([
    ['[root@gluster1 ~]# yum update', 'yum update'],
    ['user@web1:/etc$ sudo systemctl restart nginx', 'systemctl restart nginx'],
    ['# iptables  -F', 'iptables -F'],
    ['  503  yum update', 'yum update'],
    ['sudo', 'sudo'],
    ['$HOME', '$HOME'],
  ])('%s asks for %s', (typed, text) => {
    expect(parseQuery(typed).text).toBe(text);
  });

  it.each([
    '--raid 1',
    '-xzf',
    '/etc/hosts',
    'glusterfsd.vol',
    '$HOME',
    'FOO=1',
    'a && b',
    'gluster1:/export',
    '~/x',
  ])('%s looks like a command', (typed) => {
    expect(parseQuery(typed).commandLike).toBe(true);
  });

  it.each(['mirror files on two nodes', 'glusterfs', 'high-availability', 'что-то ещё'])(
    '%s does not',
    (typed) => {
      expect(parseQuery(typed).commandLike).toBe(false);
    },
  );

  it('may be unfinished until a blank follows', () => {
    expect([parseQuery('iptab').unfinished, parseQuery('iptables ').unfinished]).toEqual([true, false]);
  });

  it('loses control characters and marks of direction', () => {
    expect(parseQuery('ip\u0000tables\u202e -F').text).toBe('ip tables -F');
  });

  it('is cut where nobody would have typed it', () => {
    expect(parseQuery('x '.repeat(10_000)).text.length).toBeLessThanOrEqual(400);
  });

  it('is understood whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
        const { terms } = parseQuery(typed);
        expect(terms.length).toBeLessThanOrEqual(24);
        expect(terms).not.toContain('');
      }),
    );
  });
});
