import type { Step } from '../../commands/block.ts';
import { findPlaceholders } from '../../commands/placeholders.ts';
import type { RunbookItem } from '../../articles/runbook.ts';
import { filledText, givenText } from './filled-text.ts';
import { comment, pathWord, quoted } from './shell-text.ts';

/** An item with its number, and what has to be done on other hosts before it. */
export interface NumberedItem {
  number: number;
  item: Exclude<RunbookItem, { kind: 'elsewhere' }>;
  before: string[];
}

/** Keeps the items of the host itself, numbered from 1. */
export function numbered(items: readonly RunbookItem[]): NumberedItem[] {
  const found: NumberedItem[] = [];
  let before: string[] = [];
  for (const item of items) {
    if (item.kind === 'elsewhere') {
      before.push(`on ${item.hosts.join(', ')}: ${item.command}`);
    } else {
      found.push({ number: found.length + 1, item, before: [...new Set(before)] });
      before = [];
    }
  }
  return found;
}

/** The user in whose shell an item runs, if it is neither root nor whoever starts the script. */
export function otherUserOf({ item }: NumberedItem): string | undefined {
  if (item.kind !== 'step' || isByHand(item)) return undefined;
  const { user, root } = item.step;
  return user !== undefined && user !== 'root' && !root ? user : undefined;
}

/** Whether it needs root: to write to the system, or to switch to another user. */
export function needsRoot(numberedItem: NumberedItem): boolean {
  const { item } = numberedItem;
  if (item.kind !== 'step' || isByHand(item)) return false;
  return item.step.root || otherUserOf(numberedItem) !== undefined;
}

/** What an item runs or writes; searched for placeholders. */
export function runText({ item }: NumberedItem): string {
  if (item.kind === 'listing') return `${item.file}\n${item.text}`;
  return isByHand(item) ? '' : item.step.command;
}

/** An item as lines of the script. */
export function itemText({ number, item, before }: NumberedItem): string {
  const waits = before.length === 0 ? [] : [`_first ${number} ${quoted(before.join('; '))}`];
  const lines = item.kind === 'listing' ? listingLines(item) : stepLines(number, item);
  const danger = dangerOf(item);
  const allowed = danger === '' ? '' : ` && _allowed ${number} ${quoted(danger)}`;
  const head = `if _step ${number} ${quoted(title(item))}${allowed}; then`;
  return [...comment(item.introduction).filter((line) => line !== '#'), ...waits, head, lines, 'fi'].join(
    '\n',
  );
}

type OwnItem = NumberedItem['item'];
type StepItem = Extract<OwnItem, { kind: 'step' }>;

/** Whether only the reader can do it. */
function isByHand({ step, inOtherShell }: StepItem): boolean {
  return inOtherShell || !step.shell || step.byHand !== undefined;
}

/** What would do harm; empty for steps that are only shown. */
function dangerOf(item: OwnItem): string {
  if (item.kind === 'listing')
    return item.essential ? 'If it is wrong, nobody can log in, or the machine does not boot.' : '';
  if (isByHand(item)) return '';
  const dangers = item.step.dangers.filter(({ harm }) => harm !== 'runs-download');
  return [...new Set(dangers.map(({ explanation }) => explanation))].join(' ');
}

/** One line of the plan. */
function title(item: OwnItem): string {
  if (item.kind === 'listing') return `${item.append ? 'append to' : 'write'} ${item.file}`;
  const { step } = item;
  const sign = step.shell ? (step.root ? '# ' : `${otherUser(step) ?? ''}$ `) : step.prompt;
  const [first, ...rest] = step.command.split('\n');
  const kind = isByHand(item) ? '  (by hand)' : step.dangers.length > 0 ? '  (can hurt)' : '';
  return `${sign}${first!}${rest.length > 0 ? ' …' : ''}${kind}`;
}

function otherUser({ user, root }: Step): string | undefined {
  return root || user === undefined ? undefined : user;
}

function listingLines({ file, append, text }: Extract<OwnItem, { kind: 'listing' }>): string {
  const given = findPlaceholders(text).length === 0 ? givenText(text) : filledText(text);
  return `${given}\n${append ? '_append' : '_replace'} ${pathWord(file)} "$_text"`;
}

function stepLines(number: number, item: StepItem): string {
  const { step } = item;
  if (isByHand(item)) return `_by_hand ${number} ${quoted(instruction(item))}`;
  const asks =
    step.readsTerminal === undefined ? [] : [`_asks ${number} ${quoted(step.readsTerminal.program)}`];
  return [...asks, withStatus(commandText(step), step.exitStatus)].join('\n');
}

/** What to do, and why no script can do it. */
function instruction({ step, inOtherShell }: StepItem): string {
  const why = inOtherShell
    ? 'in the shell that was opened before'
    : reasons[step.byHand?.reason ?? 'interpreter'];
  return `${step.prompt}${step.command}\n(${why})`;
}

const reasons = {
  'opens-shell': 'opens another shell',
  'opens-interpreter': 'opens a program that takes the lines that follow',
  'leaves-shell': 'leaves the shell',
  interpreter: 'at this prompt',
  'never-ends': 'does not stop by itself: run it in another terminal',
  'stops-machine': 'stops the machine: once it is up again, restart the script at the next step',
} as const;

function commandText({ command }: Step): string {
  return findPlaceholders(command).length === 0 ? command : `${filledText(command)}\neval "$_text"`;
}

/** A step that is meant to fail must fail with the status that the article gives. */
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
