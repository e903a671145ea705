import type { PlanItem } from '../articles/plan.ts';
import { filled, type Values } from './values.ts';

/** Prints the plan: what would be done where, and what can do harm. */
export function planText(plan: readonly PlanItem[], here: readonly string[], values: Values): string {
  return plan.map((item) => itemText(filled(item, values), here)).join('\n\n');
}

function itemText(item: PlanItem, here: readonly string[]): string {
  const elsewhere = item.hosts.some((host) => here.includes(host)) ? '' : ', not here';
  const who = [item.hosts.join(', ') || 'no host', item.user].filter(Boolean).join(', ');
  const head = `${item.number}. ${who}${elsewhere}${item.purpose === '' ? '' : `: ${item.purpose}`}`;
  const dangers = item.dangers.map((danger) => `   ! ${danger}`);
  if (item.kind === 'listing') {
    const what = item.append ? 'Append to' : 'Write';
    const lines = item.text.split('\n').map((line) => `   | ${line}`);
    return [head, `   ${what} ${item.file}:`, ...lines, ...dangers].join('\n');
  }
  const notes = [
    ...dangers,
    ...(item.byHand === undefined ? [] : [`   To be done by hand: it ${item.byHand}.`]),
    ...(item.asks === undefined ? [] : [`   ${item.asks} asks something.`]),
  ];
  const lines = `${item.prompt}${item.command}`.split('\n').map((line) => `   ${line}`);
  return [head, ...lines, ...notes].join('\n');
}
