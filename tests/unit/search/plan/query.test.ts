import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/search/plan/query.ts';

describe('what a reader typed', () => {
  it.each([
    ['[root@gluster1 ~]# yum update', 'yum update'],
    ['user@web1:/etc$ sudo systemctl restart nginx', 'systemctl restart nginx'],
    ['# iptables  -F', 'iptables -F'],
    ['mysql> SHOW TABLES;', 'SHOW TABLES;'],
    ['  503  yum update', 'yum update'],
    ['sudo', 'sudo'],
    ['$HOME', '$HOME'],
    ['$ls', 'ls'],
    ['#yum update', 'yum update'],
    ['how do I mount a volume?', 'mount a volume'],
    ['как настроить сеть', 'настроить сеть'],
    ['what', 'what'],
    ['ip\0tables\u202E -F', 'ip tables -F'],
    ['  ', ''],
  ])('%j asks for %j', (typed, text) => {
    expect(parseQuery(typed).text).toBe(text);
  });

  it('is asked chunk by chunk, each once, without those of punctuation', () => {
    expect(parseQuery('A && b | A "c"').chunks.map((chunk) => chunk.text)).toEqual(['A', 'b', 'c']);
  });

  it.each([
    [
      'mount: unknown type “glusterfs”, see dmesg.',
      ['mount', 'unknown', 'type', 'glusterfs', 'see', 'dmesg'],
    ],
    ['E: Unable to locate package (nginx)', ['E', 'Unable', 'to', 'locate', 'package', 'nginx']],
    ['bash: foo: command not found...', ['bash', 'foo', 'command', 'not', 'found']],
    ['«служба» не найдена!', ['служба', 'не', 'найдена']],
    [
      '.htaccess /etc/ ~/x --raid= -F $HOME 192.0.2.',
      ['.htaccess', '/etc/', '~/x', '--raid=', '-F', '$HOME', '192.0.2'],
    ],
  ])('%j loses what stands around its words', (typed, chunks) => {
    expect(parseQuery(typed).chunks.map(({ text }) => text)).toEqual(chunks);
  });

  it('has small words only where it is long or a question', () => {
    const small = (typed: string): string[] =>
      parseQuery(typed).chunks.flatMap((chunk) => (chunk.small ? [chunk.text] : []));
    expect(small('how to copy to a host')).toEqual(['to', 'a']);
    expect(small('in a to b')).toEqual(['in', 'a', 'to']);
    expect(small('at now')).toEqual([]);
  });

  it('is cut where nobody would have typed it', () => {
    expect(parseQuery('x'.repeat(10_000)).text).toHaveLength(400);
    expect(parseQuery(`${'x'.repeat(399)}🐧`).text.isWellFormed()).toBe(true);
    expect(parseQuery(Array.from({ length: 99 }, (_, at) => `w${at}`).join(' ')).chunks).toHaveLength(16);
  });

  it('is understood whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
        const { chunks } = parseQuery(typed);
        for (const { text, folded } of chunks) expect(folded).toHaveLength(text.length);
      }),
    );
  });
});
