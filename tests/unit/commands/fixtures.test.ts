import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block, Fence, Step } from '../../../src/commands/block.ts';
import { copyText } from '../../../src/commands/copy.ts';
import { parseBlock } from '../../../src/commands/parse-block.ts';
import { printBlock } from './print-block.ts';
import { fencesOf } from '../../bench/blocks-fences.ts';

const folder = join(import.meta.dirname, '../../fixtures/commands');
const cases = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** `npx vitest run --project unit -u` rewrites the expected files; review the diff. */
describe('a Markdown file gives the blocks, steps and problems beside it:', () => {
  test.each(cases)('%s', async (name) => {
    const fences = fencesOf(readFileSync(join(folder, name), 'utf8'));
    expect(fences).not.toEqual([]);
    for (const fence of fences) expect(printBlock(parseBlock(fence).block)).toBe(fence.text);
    const expected = join(folder, `${basename(name, '.md')}.expected.json`);
    await expect(`${JSON.stringify(fences.map(summarize), null, 2)}\n`).toMatchFileSnapshot(expected);
  });
});

/** Parses a fence and leaves out what all blocks of its kind have in common. */
function summarize(fence: Fence) {
  const { block, problems } = parseBlock(fence);
  const { kind, line, meta } = block;
  return { kind, line, meta: withoutDefaults(meta), ...contentOf(block), problems };
}

function contentOf(block: Block) {
  if (block.kind === 'listing') return { file: block.file, append: block.append, hosts: block.hosts };
  if (block.kind === 'code') return {};
  const leading = block.kind === 'session' ? { leading: block.leading } : {};
  const copied = copyText(block).split('\n');
  return withoutDefaults({ ...leading, steps: block.steps.map(summarizeStep), copied });
}

function summarizeStep({ lines, command, output, expected, ...step }: Step) {
  const patterns = expected.some(({ kind }) => kind !== 'exact') ? { expected } : {};
  return {
    ...withoutDefaults(step),
    command: command.split('\n'),
    ...(output === '' ? {} : { output: output.split('\n') }),
    ...patterns,
    roles: lines.map((segments) => segments.map(({ role }) => role).join(' ')),
  };
}

/** Removes empty, false and undefined values from an object. */
function withoutDefaults(object: object) {
  const entries = Object.entries(object) as [string, unknown][];
  return Object.fromEntries(
    entries.filter(
      ([, value]) => value !== undefined && value !== false && (value as unknown[]).length !== 0,
    ),
  );
}
