import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { stackPlaces } from '../../../src/content/stack-modules.ts';

const HERE = import.meta.filename;

it.each([
  ['a module', `at f (file://${HERE}:3:14)`, { file: HERE, line: 3 }],
  ['a module by its path, as source maps name it', `at ${HERE}:3:14`, { file: HERE, line: 3 }],
  [
    'a line past the end, which is none of the file',
    `at f (${HERE}:3000:14)`,
    { file: HERE, line: undefined },
  ],
  [
    'a text, whose compiled lines say nothing',
    `at ${resolve('content/pages/about.mdx')}:3:14`,
    { file: resolve('content/pages/about.mdx'), line: undefined },
  ],
])('finds the places in a stack: %s', (_, frame, place) => {
  expect(stackPlaces(`Error: Oh.\n    ${frame}`)).toEqual([place]);
});
