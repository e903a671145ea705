import { findPlaceholders } from '../../commands/placeholders.ts';
import type { Step } from '../../commands/block.ts';
import { filledText, fillFunction } from './filled-text.ts';
import type { RunbookItem } from '../../articles/runbook.ts';
import { comment, hereDocument, pathWord, quoted } from './shell-text.ts';
import { valueChecks, type NamedPlaceholder } from './value-checks.ts';

/** One host's part of an article. */
export interface HostScript {
  host: string;
  /** What stands at the top: title, address, source, date, licence; a line each. */
  about: string[];
  placeholders: NamedPlaceholder[];
  items: RunbookItem[];
}

/**
 * The runbook of one host as a script for bash. Commands stand in it as in the article. Those with placeholders are
 * read as text, filled and run, so that a value stands where a reader who copies would have put it; the values are
 * checked first. What destroys something is run only with `--yes-destroy`.
 *
 * Names of the script's own begin with `_`, which no placeholder's does: whatever variables the article's commands set,
 * `disk` or `text`, they are not in each other's way.
 */
export function hostScript({ host, about, placeholders, items }: HostScript): string {
  const used = usedPlaceholders(items, placeholders);
  const parts = [
    ['#!/usr/bin/env bash', ...about.flatMap(comment)].join('\n'),
    PREAMBLE,
    ...(items.some(needsRoot) ? [ROOT_CHECK] : []),
    ...(used.length === 0 ? [] : [valueChecks(used), fillFunction(used.map(({ name }) => name))]),
    ...withoutRepetition(items).map(itemText),
    `echo ${quoted(`${host}: done`)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const PREAMBLE = `set -eu

_destroy=no
for _argument in "$@"; do
  case $_argument in
    --yes-destroy) _destroy=yes ;;
    *)
      echo "Usage: $0 [--yes-destroy]   (runs the steps that destroy something too)" >&2
      exit 2
      ;;
  esac
done
: "$_destroy"`;

const ROOT_CHECK = `if [ "$(id -u)" -ne 0 ]; then
  echo 'Unexpected user, expected root.' >&2
  exit 2
fi`;

/** Only root can write to the system, or become somebody else. */
function needsRoot(item: RunbookItem): boolean {
  return item.kind === 'step' && item.step.shell && (item.step.root || isOtherUser(item.step));
}

function usedPlaceholders(
  items: readonly RunbookItem[],
  placeholders: readonly NamedPlaceholder[],
): NamedPlaceholder[] {
  const names = new Set(items.flatMap((item) => findPlaceholders(runText(item)).map(({ name }) => name)));
  return placeholders.filter(({ name }) => names.has(name));
}

/** What of an item is run or written. */
function runText(item: RunbookItem): string {
  if (item.kind === 'listing') return `${item.file}\n${item.text}`;
  return item.kind === 'step' && item.step.shell ? item.step.command : '';
}

/** A sentence that introduces several steps stands before the first of them only. */
function withoutRepetition(items: readonly RunbookItem[]): RunbookItem[] {
  const shown = items.filter((item, index) => {
    const before = items[index - 1];
    return (
      item.kind !== 'elsewhere' || before?.kind !== 'elsewhere' || before.introduction !== item.introduction
    );
  });
  return shown.map((item, index) =>
    shown[index - 1]?.introduction === item.introduction && item.kind !== 'elsewhere'
      ? { ...item, introduction: '' }
      : item,
  );
}

function itemText(item: RunbookItem): string {
  if (item.kind === 'elsewhere') {
    return comment(`Meanwhile on ${item.hosts.join(', ')}: ${item.introduction || 'see the article.'}`).join(
      '\n',
    );
  }
  const introduction = item.introduction === '' ? [] : comment(item.introduction);
  return [...introduction, item.kind === 'listing' ? listingText(item) : stepText(item.step)].join('\n');
}

function listingText({ file, append, text }: Extract<RunbookItem, { kind: 'listing' }>): string {
  const target = `${append ? '>>' : '>'} ${pathWord(file)}`;
  return findPlaceholders(text).length === 0
    ? hereDocument(`cat ${target}`, '', text)
    : `${filledText(text)}\nprintf '%s\\n' "$_text" ${target}`;
}

function stepText(step: Step): string {
  if (!step.shell) return byHand(step);
  const checked = withStatus(commandText(step), step.exitStatus);
  return step.dangers.length === 0 ? checked : onlyIfAsked(step, checked);
}

/** What is typed at the prompt of an interpreter, no script can run: it says so and leaves it to the reader. */
function byHand({ prompt, command }: Step): string {
  const first = `${prompt}${firstLine(command)}`;
  return [...comment(`${prompt}${command}`), `echo ${quoted(`To be done by hand: ${first}`)} >&2`].join('\n');
}

function commandText(step: Step): string {
  const filled = findPlaceholders(step.command).length > 0;
  if (!filled) return isOtherUser(step) ? asUser(step, quoted(step.command)) : step.command;
  return `${filledText(step.command)}\n${isOtherUser(step) ? asUser(step, '"$_text"') : 'eval "$_text"'}`;
}

/** A named user other than root runs it in a shell of their own. */
function asUser({ user }: Step, text: string): string {
  return `runuser -u ${quoted(user!)} -- bash -euc ${text}`;
}

function isOtherUser({ user, root }: Step): boolean {
  return user !== undefined && user !== 'root' && !root;
}

function onlyIfAsked({ dangers, command }: Step, lines: string): string {
  const reasons = dangers.map(({ explanation }) => explanation).join(' ');
  return [
    ...comment(`Destructive. ${reasons}`),
    'if [ "$_destroy" = yes ]; then',
    lines,
    'else',
    `  echo ${quoted(`Left out without --yes-destroy: ${firstLine(command)}`)} >&2`,
    'fi',
  ].join('\n');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!;
}

/** A step that is meant to fail must fail as the article says. */
function withStatus(lines: string, expected: number | undefined): string {
  if (expected === undefined || expected === 0) return lines;
  return `set +e
${lines}
_status=$?
set -e
if [ "$_status" -ne ${expected} ]; then
  echo "Unexpected exit status $_status, expected ${expected}." >&2
  exit 1
fi`;
}
