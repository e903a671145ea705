import { expect, it } from 'vitest';
import { hasInvisible } from '../../../src/commands/invisible.ts';

const INVISIBLE = [
  0x0, 0x7, 0x1b, 0x7f, 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200d, 0x200f, 0x2028, 0x202e,
  0x2060, 0x2066, 0x2069, 0x2800, 0x3000, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xe0041,
];

it.each(INVISIBLE.map((point) => [point.toString(16), String.fromCodePoint(point)]))(
  'U+%s is invisible',
  (_, character) => {
    expect(hasInvisible(`a${character}b`)).toBe(true);
  },
);

it.each(['web1', '10.0.0.1', 'Яблоко', '日本', 'a b', 'fe80::1%eth0', 'é', '🐧'])('%s is visible', (text) => {
  expect(hasInvisible(text)).toBe(false);
});
