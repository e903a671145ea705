import { readArguments } from '../arguments.ts';
import type { Danger } from '../block.ts';
import type { ShellReading } from '../invocations.ts';
import { findRunDownloads, RUN_DOWNLOAD } from './downloads.ts';
import { isEssential } from './paths.ts';
import type { DangerRule } from './rule.ts';
import { DANGER_RULES, FORK_BOMB } from './rules.ts';
import { deletesBySql } from './services.ts';

/** A danger of a command, at an offset into its text. */
export type DangerMark = Omit<Danger, 'line'> & { offset: number };

/** Finds the harm that a command can do, each rule once per place. */
export function findDangers(reading: ShellReading): DangerMark[] {
  const { invocations, forkBombs } = reading;
  const marks = invocations.flatMap((invocation) => {
    const args = readArguments(invocation.words);
    if (args.has('help version')) return [];
    return DANGER_RULES.filter(({ programs, matches }) => {
      return (!programs || programs.test(invocation.program)) && matches(args, invocation);
    }).map((rule) => toMark(rule, invocation.offset));
  });
  marks.push(...forkBombs.map((offset) => toMark(FORK_BOMB, offset)));
  marks.push(
    ...findRunDownloads(reading)
      .slice(0, 1)
      .map((offset) => toMark(RUN_DOWNLOAD, offset)),
  );
  const unique = new Map(marks.map((mark) => [`${mark.rule} ${mark.offset}`, mark]));
  return [...unique.values()].sort((one, other) => one.offset - other.offset);
}

/** Does the same for a file that the reader writes, as if a command had written it. */
export function findFileDangers(file: string): Omit<Danger, 'line'>[] {
  if (!isEssential(file)) return [];
  const { name, harm, explanation } = DANGER_RULES.find((rule) => rule.name === 'overwrite-essential')!;
  return [{ harm, rule: name, explanation }];
}

/** Does the same for what an interpreter such as `mysql> ` is given, as far as it is SQL. */
export function findSqlDangers(text: string): DangerMark[] {
  const rule = DANGER_RULES.find(({ name }) => name === 'drop-database')!;
  return deletesBySql(text) ? [toMark(rule, 0)] : [];
}

function toMark({ name, harm, explanation }: DangerRule, offset: number): DangerMark {
  return { harm, rule: name, explanation, offset };
}
