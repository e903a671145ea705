import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { HARMS } from '../../../src/commands/block.ts';
import { DANGER_RULES } from '../../../src/commands/dangers/rules.ts';
import { BY_HAND_RULES } from '../../../src/commands/interaction/by-hand-rules.ts';
import { READER_RULES } from '../../../src/commands/interaction/reader-rules.ts';
import { en } from '../../../src/i18n/en.ts';

const manual = resolve(import.meta.dirname, '../../../docs/dangers.md');

/** `npx vitest run --project unit -u manual` rewrites the file; review the diff. */
test('docs/dangers.md matches the tables of rules', async () => {
  await expect(
    `${[...INTRODUCTION, ...harms(), ...byHand(), ...readers()].join('\n')}\n`,
  ).toMatchFileSnapshot(manual);
});

const INTRODUCTION = [
  '# What commands can do',
  '',
  'Every command is checked against the rules below. They are the tables in `src/commands/dangers/` and `src/commands/interaction/`, from',
  'which this page and the tests are made as well. Nested commands are checked too: behind `sudo`, within `ssh`, in a loop.',
  '',
];

function harms(): string[] {
  return HARMS.flatMap((harm) => [
    `## ${en.harms[harm]}`,
    '',
    ...DANGER_RULES.filter((rule) => rule.harm === harm).flatMap(({ name, explanation, marked, left }) => [
      `### \`${name}\``,
      '',
      explanation,
      '',
      `Marked: ${codes(marked)}`,
      '',
      `Not marked: ${codes(left)}`,
      '',
    ]),
  ]);
}

function byHand(): string[] {
  return [
    '## Must be done by hand',
    '',
    'Nothing may be pasted after these, and a script waits until somebody has done them.',
    '',
    '| because it | for example | but not |',
    '| --- | --- | --- |',
    ...BY_HAND_RULES.map(
      ({ reason, hand, left }) => `| ${reason.replace('-', ' ')} | ${cells(hand)} | ${cells(left)} |`,
    ),
    '',
  ];
}

function readers(): string[] {
  return [
    '## Asks at the terminal',
    '',
    'These would read a line that is pasted after them as the answer.',
    '',
    '| asks | does not ask | how to make it quiet |',
    '| --- | --- | --- |',
    ...READER_RULES.map(
      ({ reads, left, quiet }) =>
        `| ${cells(reads)} | ${cells(left)} | ${quiet === undefined ? '' : `\`${quiet}\``} |`,
    ),
  ];
}

function codes(commands: readonly string[]): string {
  return commands
    .map((command) => {
      const text = command.replaceAll('\n', ' ⏎ ');
      return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
    })
    .join(' · ');
}

function cells(commands: readonly string[]): string {
  return codes(commands).replaceAll('|', '\\|');
}
