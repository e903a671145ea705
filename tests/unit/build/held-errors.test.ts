import { expect, it, onTestFinished, vi } from 'vitest';
import { holdErrors } from '../../../src/build/held-errors.ts';

it('prints errors later, apart from those that are reported', () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => {
    print.mockRestore();
  });
  const release = holdErrors();
  const [known, unknown] = [new Error('The clock has stopped'), new Error('The disk is full')];
  console.error(known, 'in Clock');
  console.error(unknown);
  console.error('A sentence.');
  expect(print.mock.calls).toEqual([['A sentence.']]);
  release(['Unexpected error in `<Clock>`, expected it to render: The clock has stopped.']);
  expect(print.mock.calls).toEqual([['A sentence.'], [unknown]]);
  console.error(known);
  expect(print.mock.calls.at(-1)).toEqual([known]);
});
