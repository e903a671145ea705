import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseBlock } from '../../../src/commands/parse-block.ts';
import { PROBLEM_CODES } from '../../../src/commands/problems.ts';

const folder = join(import.meta.dirname, '../../fixtures/commands');

test('every code has a fixture', () => {
  const expected = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const all = expected.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  const missing = Object.keys(PROBLEM_CODES).filter((code) => !all.includes(`"code": "${code}"`));
  expect(missing).toEqual(['block-too-large']);
});

test('a command too long for any reader is reported', () => {
  const text = `$ echo ${'a'.repeat(200_000)}`;
  const { problems } = parseBlock({ language: 'console', meta: '', text, line: 4 });
  expect(problems).toMatchObject([{ code: 'block-too-large', line: 4, column: 3 }]);
});
