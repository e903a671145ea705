import { describe, expect, test } from 'vitest';
import { BY_HAND_RULES } from '../../../src/commands/interaction/by-hand-rules.ts';
import { findByHand, findTerminalReader } from '../../../src/commands/interaction/find-interaction.ts';
import { READER_RULES } from '../../../src/commands/interaction/reader-rules.ts';
import { readShell } from '../../../src/commands/invocations.ts';

describe.each(BY_HAND_RULES)('$reason by $programs', ({ reason, hand, left }) => {
  test.each(hand)('%s is done by hand', (command) => {
    expect(findByHand(readShell(command)!)?.reason).toBe(reason);
  });
  test.each(left)('%s is not', (command) => {
    expect(findByHand(readShell(command)!)).toBeUndefined();
  });
});

describe.each(READER_RULES)('$programs', ({ reads, left }) => {
  test.each(reads)('%s reads from the terminal', (command) => {
    expect(findTerminalReader(readShell(command)!)?.program).toMatch(/\w/);
  });
  test.each(left)('%s does not', (command) => {
    expect(findTerminalReader(readShell(command)!)).toBeUndefined();
  });
});

test('a program that asks says how to keep it quiet', () => {
  expect(findTerminalReader(readShell('sudo apt install vim')!)).toEqual({ program: 'apt', quiet: '-y' });
});
