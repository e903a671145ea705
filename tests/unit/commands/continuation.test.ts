import { expect, test } from 'vitest';
import { CONTINUATION_EXAMPLES } from '../../../src/commands/continuation.ts';
import { parseBlock } from '../../../src/commands/parse-block.ts';

test.each(CONTINUATION_EXAMPLES)('continuation lines of %s belong to its command', (prompt, ...marks) => {
  const text = [
    `${prompt}first`,
    ...marks.map((mark, index) => `${mark}line ${index}`),
    'output',
    `${prompt}second`,
  ].join('\n');
  const { block, problems } = parseBlock({
    language: 'console',
    meta: `prompt='${prompt.replace(/'/g, '')}'`,
    text,
    line: 2,
  });
  expect(problems).toEqual([]);
  const steps = block.kind === 'session' ? block.steps : [];
  expect(steps.map(({ command }) => command)).toEqual([
    ['first', ...marks.map((_, index) => `line ${index}`)].join('\n'),
    'second',
  ]);
  expect(steps[0]!.output).toBe('output');
});

test('the number in a prompt may go up', () => {
  const text = 'In [1]: import os\nIn [2]: os.getpid()\nOut[2]: 17\nIn [13]: exit';
  const { block } = parseBlock({ language: 'console', meta: 'prompt="In [1]: "', text, line: 2 });
  expect(block.kind === 'session' && block.steps.map(({ command }) => command)).toEqual([
    'import os',
    'os.getpid()',
    'exit',
  ]);
});

test('the number in a host name may not', () => {
  const text = 'web1$ a\nweb2$ b';
  const { block } = parseBlock({ language: 'console', meta: 'prompt="web1$ "', text, line: 2 });
  expect(block.kind === 'session' && block.steps.map(({ command }) => command)).toEqual(['a']);
});
