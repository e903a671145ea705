import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/search/plan/query.ts';

describe('a typed query', () => {
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

  it('is split into chunks, without duplicates and bare punctuation', () => {
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
  ])('%j loses the punctuation around its words', (typed, chunks) => {
    expect(parseQuery(typed).chunks.map(({ text }) => text)).toEqual(chunks);
  });

  it('only has small words if it is long or a question', () => {
    const small = (typed: string): string[] =>
      parseQuery(typed).chunks.flatMap((chunk) => (chunk.small ? [chunk.text] : []));
    expect(small('how to copy to a host')).toEqual(['to', 'a']);
    expect(small('in a to b')).toEqual(['in', 'a', 'to']);
    expect(small('at now')).toEqual([]);
  });

  it.each([
    [
      '[2011-02-03 12:13:14.123] E [client.c:1163] 0-vol: failed to mount',
      ['client.c:1163', '0-vol', 'failed', 'mount'],
    ],
    ['2026-11-28T03:12:44.123Z ERROR: no brick (pid=4711)', ['brick']],
    ['2026/11/28 03:12:44 [error] 812#812: *4711 connect() failed', ['connect', 'failed']],
    ['Nov 28 03:12:44 web1 sshd[812]: error: bad key', ['web1', 'sshd', 'bad', 'key']],
    ['[Sat Nov 28 03:12:44 2026] [warn] bad key', ['bad', 'key']],
    ['[ 12345.678901] sda: bad sector', ['sda', 'bad', 'sector']],
    [
      'Nov 28 03:12:44 web1 kernel: [12345.678901] sda: bad sector',
      ['web1', 'kernel', 'sda', 'bad', 'sector'],
    ],
    ['E1128 03:12:44.123456 4711 main.go:123] no node', ['main.go:123', 'node']],
    ['bash: gluster: command not found', ['gluster']],
    ['-bash: line 3: mkfs.xfs: not found', ['line', '3', 'mkfs.xfs']],
    ['$ sudo nft list ruleset && sudo nft flush ruleset', ['nft', 'list', 'ruleset', 'flush']],
    ['i want to see which brick is down but it doesn’t work', ['brick', 'down']],
    ["can't mount it anymore after reboot", ['mount', 'reboot']],
    ['2011-02-03', ['2011-02-03']],
    ['command not found', ['command', 'not', 'found']],
    ['sudo', ['sudo']],
    ['ls after', ['ls', 'after']],
    ['error 812', ['error', '812']],
  ])('%j asks for what says something', (typed, worth) => {
    const { chunks } = parseQuery(typed);
    expect(chunks.flatMap(({ text, small }) => (small ? [] : [text]))).toEqual(worth);
  });

  it('is cut at a length that nobody types', () => {
    expect(parseQuery('x'.repeat(10_000)).text).toHaveLength(400);
    expect(parseQuery(`${'x'.repeat(399)}🐧`).text.isWellFormed()).toBe(true);
    expect(parseQuery(Array.from({ length: 99 }, (_, at) => `w${at}`).join(' ')).chunks).toHaveLength(16);
  });

  it('is parsed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
        const { chunks } = parseQuery(typed);
        for (const { text, folded } of chunks) expect(folded).toHaveLength(text.length);
      }),
    );
  });
});
