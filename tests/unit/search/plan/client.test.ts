import { describe, expect, it } from 'vitest';
import { fileOf, linesOf } from '../../../../src/search/plan/client.ts';

describe('a list of words in a file', () => {
  it.each([[[]], [['iptables']], [['служба', '--verbose', '防火墙', '503']]])('%j is read again', (words) => {
    expect(linesOf(fileOf(words))).toEqual(words);
  });

  const whole = fileOf(['iptables', 'systemctl']);
  it.each([
    '',
    '\n',
    whole.slice(0, -1),
    whole.slice(0, 9),
    `${whole}\n`,
    '<!doctype html>\n<h1>Log in</h1>',
    'iptables',
  ])('%j is no such file', (text) => {
    expect(() => linesOf(text)).toThrow('Unexpected length');
  });
});
