import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunDeflater } from '../../../../src/outputs/cards/run-deflate.ts';

type Run = readonly [byte: number, times: number];

describe('compressed runs', () => {
  it.each([...[1, 2, 3, 4, 5, 10, 11, 12, 257, 258, 259, 260, 261, 262, 516, 517, 520, 100_000]])(
    'are inflated to what they were, %i of a byte',
    (times) => {
      expectKept([
        [7, times],
        [200, times],
      ]);
    },
  );

  it('are inflated to what they were, whatever they are', () => {
    const run = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 700 }));
    fc.assert(fc.property(fc.array(run, { minLength: 1, maxLength: 200 }), expectKept));
  });

  it('are inflated to what they were, some bytes being a hundred thousand times rarer than others', () => {
    // As often as Fibonacci's numbers: the worst for the length of codes.
    const runs: Run[] = [];
    let [rare, often] = [1, 1];
    for (let byte = 0; byte < 50; byte += 2, [rare, often] = [often, rare + often]) {
      for (let time = 0; time < rare; time++) runs.push([byte, 1]);
    }
    expectKept(runs);
  });

  it('are forgotten when they are finished', () => {
    const stream = new RunDeflater(100);
    stream.add(1, 50);
    const first = stream.finish();
    stream.add(1, 50);
    expect(stream.finish()).toEqual(first);
  });
});

function expectKept(runs: readonly Run[]): void {
  const bytes = Buffer.concat(runs.map(([byte, times]) => Buffer.alloc(times, byte)));
  const stream = new RunDeflater(bytes.length);
  for (const [byte, times] of runs) stream.add(byte, times);
  // Checks the sum at the end, too.
  expect(inflateSync(stream.finish()).equals(bytes)).toBe(true);
}
