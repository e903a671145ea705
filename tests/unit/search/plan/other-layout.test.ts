import { expect, it } from 'vitest';
import { otherLayout } from '../../../../src/search/plan/other-layout.ts';

it.each([
  ['шзефидуы -Д', 'iptables -L'],
  ['ыныеуьсед куыефке', 'systemctl restart'],
  ['.уес.рщыеы', '/etc/hosts'],
  ['ШЗЕФИДУЫ', 'IPTABLES'],
  ['ghbvjynbhjdfnm', 'примонтировать'],
  ['cke;,f', 'служба'],
])('%s is %s on the other keyboard', (typed, meant) => {
  expect(otherLayout(typed)).toBe(meant);
});

it.each(['служба nginx', 'ты', '', '503', '防火墙在', 'größe'])('%j is left alone', (typed) => {
  expect(otherLayout(typed)).toBeUndefined();
});
