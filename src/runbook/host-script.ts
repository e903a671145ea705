import { findPlaceholders } from '../commands/placeholders.ts';
import type { RunbookItem } from './runbook.ts';
import { comment, doubleQuoted, hereDocument, quoted } from './shell-text.ts';
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
 */
export function hostScript({ host, about, placeholders, items }: HostScript): string {
  const used = usedPlaceholders(items, placeholders);
  const parts = [
    ['#!/usr/bin/env bash', ...about.flatMap(comment)].join('\n'),
    PREAMBLE,
    ...(items.some((item) => item.kind === 'step' && item.step.root) ? [ROOT_CHECK] : []),
    ...(used.length === 0 ? [] : [valueChecks(used), fillFunction(used)]),
    ...withoutRepetition(items).map((item) => itemText(item)),
    `echo ${quoted(`${host}: done`)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const PREAMBLE = `set -eu

destroy=no
for argument in "$@"; do
  case $argument in
    --yes-destroy) destroy=yes ;;
    *)
      echo "Usage: $0 [--yes-destroy]   (runs the steps that destroy something too)" >&2
      exit 2
      ;;
  esac
done
: "$destroy"`;

const ROOT_CHECK = `if [ "$(id -u)" -ne 0 ]; then
  echo 'Unexpected user, expected root.' >&2
  exit 2
fi`;

/** `fill` reads a text on file descriptor 3, so that what is run keeps the terminal as its input. */
function fillFunction(used: readonly NamedPlaceholder[]): string {
  const lines = used.map(({ name }) => `  text=\${text//'{{${name}}}'/"$${name}"}`);
  return `text=
fill() {
  text=$(cat <&3)
${lines.join('\n')}
}`;
}

function usedPlaceholders(
  items: readonly RunbookItem[],
  placeholders: readonly NamedPlaceholder[],
): NamedPlaceholder[] {
  const texts = items.map((item) =>
    item.kind === 'step' ? item.step.command : item.kind === 'listing' ? `${item.file}\n${item.text}` : '',
  );
  const names = new Set(texts.flatMap((text) => findPlaceholders(text).map(({ name }) => name)));
  return placeholders.filter(({ name }) => names.has(name));
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
  return [...introduction, item.kind === 'listing' ? listingText(item) : stepText(item)].join('\n');
}

function listingText({ file, append, text }: Extract<RunbookItem, { kind: 'listing' }>): string {
  const redirection = append ? '>>' : '>';
  if (findPlaceholders(`${file}\n${text}`).length === 0)
    return hereDocument(`cat ${redirection} ${quoted(file)}`, '', text);
  const target = findPlaceholders(file).length === 0 ? quoted(file) : doubleQuoted(file);
  return `${hereDocument('fill', '3', text)}\nprintf '%s\\n' "$text" ${redirection} ${target}`;
}

function stepText({ step }: Extract<RunbookItem, { kind: 'step' }>): string {
  if (!step.shell) return [`# ${step.prompt}`.trimEnd(), ...comment(step.command)].join('\n');
  const filled = findPlaceholders(step.command).length > 0;
  const lines = filled
    ? `${hereDocument('fill', '3', step.command)}\n${asUser(step, '"$text"')}`
    : plainCommand(step);
  const checked = withStatus(lines, step.exitStatus);
  if (step.destructive.length === 0) return checked;
  const reason = step.destructive.map(({ explanation }) => explanation).join(' ');
  const first = step.command.split('\n', 1)[0]!;
  return [
    ...comment(`Destructive. ${reason}`),
    'if [ "$destroy" = yes ]; then',
    checked,
    'else',
    `  echo ${quoted(`Left out without --yes-destroy: ${first}`)} >&2`,
    'fi',
  ].join('\n');
}

type StepItem = Extract<RunbookItem, { kind: 'step' }>['step'];

function plainCommand(step: StepItem): string {
  return isOtherUser(step) ? asUser(step, quoted(step.command)) : step.command;
}

/** A named user other than root runs it in a shell of their own. */
function asUser(step: StepItem, text: string): string {
  return isOtherUser(step) ? `runuser -u ${quoted(step.user!)} -- bash -euc ${text}` : `eval ${text}`;
}

function isOtherUser({ user, root }: StepItem): boolean {
  return user !== undefined && user !== 'root' && !root;
}

/** A step that is meant to fail must fail as the article says. */
function withStatus(lines: string, expected: number | undefined): string {
  if (expected === undefined || expected === 0) return lines;
  return `status=0
set +e
${lines}
status=$?
set -e
if [ "$status" -ne ${expected} ]; then
  echo "Unexpected exit status $status, expected ${expected}." >&2
  exit 1
fi`;
}
