import { placeholderNames } from '../../commands/placeholders.ts';
import type { RunbookItem } from '../../articles/runbook.ts';
import { fillFunction } from './filled-text.ts';
import { farewell, preamble, ROOT_CHECK } from './preamble.ts';
import { itemText, needsRoot, numbered, otherUserOf, runText, type NumberedItem } from './script-items.ts';
import { comment, quoted } from './shell-text.ts';
import { valueChecks, valueVariables, type NamedPlaceholder } from './value-checks.ts';

/** One host's part of an article. */
export interface HostScript {
  host: string;
  /** The header: title, address, source, date and licence, one line each. */
  about: string[];
  placeholders: NamedPlaceholder[];
  items: RunbookItem[];
}

/**
 * The runbook of one host as a bash script that can run unattended: it does what it can, and where it can't go on, it waits or
 * stops and says at which step. Commands appear as they do in the article. Those with placeholders are read as text, filled and
 * run, so that a value ends up exactly where a reader who copies would have put it; the values are checked first.
 *
 * Consecutive steps of one user share one shell, so that working directory, variables and umask carry over, as they do for a
 * reader.
 */
export function hostScript({ host, about, placeholders, items }: HostScript): string {
  const own = numbered(items);
  const used = usedPlaceholders(own, placeholders);
  const parts = [
    ['#!/usr/bin/env bash', ...about.flatMap(comment)].join('\n'),
    ...(used.length === 0 ? [] : [valueVariables(used)]),
    preamble(own.length),
    ...(own.some(needsRoot) ? [ROOT_CHECK] : []),
    ...(used.length === 0 ? [] : [valueChecks(used), fillFunction(used.map(({ name }) => name))]),
    ...byUser(withoutRepetition(own)).map(groupText),
    farewell(host),
  ];
  return `${parts.join('\n\n')}\n`;
}

function usedPlaceholders(
  items: readonly NumberedItem[],
  placeholders: readonly NamedPlaceholder[],
): NamedPlaceholder[] {
  const names = new Set(items.flatMap((item) => placeholderNames(runText(item))));
  return placeholders.filter(({ name }) => names.has(name));
}

/** A sentence that introduces several steps is shown only before the first. */
function withoutRepetition(items: readonly NumberedItem[]): NumberedItem[] {
  return items.map((one, index) =>
    items[index - 1]?.item.introduction === one.item.introduction
      ? { ...one, item: { ...one.item, introduction: '' } }
      : one,
  );
}

interface Group {
  user: string | undefined;
  items: NumberedItem[];
}

/** Groups neighbouring steps that run in one shell. Manual steps are shown in whichever shell is open. */
function byUser(items: readonly NumberedItem[]): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const user = otherUserOf(item);
    const last = groups.at(-1);
    if (last?.user === user && last !== undefined) last.items.push(item);
    else groups.push({ user, items: [item] });
  }
  return groups;
}

function groupText({ user, items }: Group): string {
  const text = items.map(itemText).join('\n\n');
  return user === undefined ? text : `_as ${quoted(user)} ${quoted(text)}`;
}
