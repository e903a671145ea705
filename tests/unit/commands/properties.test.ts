import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from './runs.ts';
import { anyFence, generatedSession } from './arbitraries.ts';
import { unsafeCharacters } from '../../../src/commands/characters.ts';
import { copyText } from '../../../src/commands/copy.ts';
import { parseBlock } from '../../../src/commands/parse-block.ts';
import { fillPlaceholders, findPlaceholders } from '../../../src/commands/placeholders.ts';
import { commandText, printBlock } from './print-block.ts';

describe('for any fence,', () => {
  test('the printed block equals the text, and every problem is inside it', () => {
    const property = fc.property(anyFence, (fence) => {
      const { block, problems } = parseBlock(fence);
      expect(printBlock(block)).toBe(fence.text);
      const last = fence.line + fence.text.split('\n').length - 1;
      for (const { line, column, message } of problems) {
        expect(line).toBeGreaterThanOrEqual(fence.line - 1);
        expect(line).toBeLessThanOrEqual(last);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(message).toMatch(/^Unexpected .*, expected .*\.$/s);
      }
    });
    fc.assert(property, runs);
  });

  test('each command is part of the text, and the copied text has no line end', () => {
    const property = fc.property(anyFence, (fence) => {
      const { block } = parseBlock(fence);
      expect(commandText(block)).not.toMatch(/[\n\r]$/);
      expect(copyText(block)).not.toMatch(/[\n\r]$/);
      if (block.kind !== 'session') return;
      for (const step of block.steps) {
        for (const line of step.command.split('\n')) expect(fence.text).toContain(line);
      }
    });
    fc.assert(property, runs);
  });
});

test('what is copied from any text is some of its lines in order, each after a prompt or directly below the line that it continues', () => {
  const property = fc.property(anyFence, (fence) => {
    const { block } = parseBlock({ ...fence, language: 'console' });
    if (block.kind !== 'session') return;
    const source = fence.text.split('\n');
    let next = 0;
    for (const step of block.steps) {
      const first = step.line - fence.line;
      expect(first).toBeGreaterThanOrEqual(next);
      step.command.split('\n').forEach((line, index) => {
        expect(source[first + index]).toContain(line.replace(/\r$/, ''));
      });
      expect(step.prompt).not.toBe('');
      expect(source[first]!.startsWith(step.prompt)).toBe(true);
      next = first + step.command.split('\n').length;
    }
  });
  fc.assert(property, runs);
});

test('a session copies exactly its commands and never their output', () => {
  const property = fc.property(generatedSession, ({ text, commands, outputs }) => {
    const { block, problems } = parseBlock({ language: 'console', meta: '', text, line: 1 });
    expect(problems.filter(({ code }) => code !== 'unsafe-character')).toEqual([]);
    expect(commandText(block)).toBe(commands.join('\n'));
    const steps = block.kind === 'session' ? block.steps : [];
    expect(steps.map(({ command }) => command)).toEqual(commands);
    expect(steps.map(({ output }) => output)).toEqual(outputs);
    expect(printBlock(block)).toBe(text);
  });
  fc.assert(property, runs);
});

test('unsafe characters and placeholders are found in any text', () => {
  const property = fc.property(fc.string({ unit: 'binary' }), (text) => {
    unsafeCharacters(text, { line: 1, column: 1 });
    for (const { start, end, name } of findPlaceholders(text))
      expect(text.slice(start, end)).toBe(`{{${name}}}`);
    expect(fillPlaceholders(text, {})).toBe(text);
  });
  fc.assert(property, runs);
});

/**
 * Inputs on which a careless parser takes quadratic time or worse, so minutes or forever. Nothing here measures time;
 * `npm run bench:blocks` does.
 */
const hostile: Record<string, string> = {
  quotes: `$ ${'"'.repeat(200_000)}`,
  'both quotes': `$ ${`'"`.repeat(100_000)}`,
  backslashes: `$ ${'\\'.repeat(200_000)}`,
  substitutions: `$ ${'"$('.repeat(60_000)}`,
  'parameters with quotes': `$ ${"${'".repeat(60_000)}`,
  'here-documents on one line': `$ ${'<<A '.repeat(40_000)}`,
  'here-documents never closed': '$ cat <<A\n'.repeat(10_000),
  'quotes never closed': "$ echo '\n# x\n> '\n".repeat(10_000) + "$ '",
  'continuations never closed': `$ cat <<A\n${'> x\n'.repeat(40_000)}`,
  'functions without a body': `$ ${'f() '.repeat(4_000)}`,
  'redirections in a row': `$ ${'<a> '.repeat(4_000)}`,
  'idle prompts': '$ \n'.repeat(40_000),
  'doubtful prompts': `[a@b ~]$ x\n${'# y\n'.repeat(20_000)}`,
  'steps that destroy': `$ rm -rf /\n`.repeat(1_000),
  'one script that destroys': 'rm -rf /\n'.repeat(2_000),
  'blank lines': '\n'.repeat(200_000),
  'a long prompt': `[root@${'a'.repeat(200_000)}`,
  'a long word before a sign': `${'a'.repeat(100_000)}@${'b'.repeat(100_000)}# `,
  'curly quotes': `$ ${'“”'.repeat(20_000)}`,
  'mixed letters': `$ ${'aа'.repeat(20_000)}`,
  'wrappers in a row': `$ ${'sudo '.repeat(4_000)}`,
  'pairs of braces': `$ ${'{{a'.repeat(40_000)}`,
};

describe('finishes on', () => {
  test.each(Object.entries(hostile))('%s', (_, text) => {
    for (const language of ['console', 'bash']) {
      const { block } = parseBlock({ language, meta: '', text, line: 1 });
      findPlaceholders(text);
      expect(printBlock(block) === text).toBe(true);
    }
  });

  test.each([
    'host="',
    'a='.repeat(100_000),
    '"'.repeat(300_000),
    'host="a b '.repeat(50_000),
    '\\"'.repeat(100_000),
  ])('meta such as %.20s', (meta) => {
    const { block } = parseBlock({ language: 'console', meta, text: '$ ls', line: 2 });
    expect(printBlock(block)).toBe('$ ls');
  });
});
