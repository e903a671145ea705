import type { Element } from 'hast';
import { h } from 'hastscript';
import { HARMS, type Block, type Danger, type Step } from '../commands/block.ts';
import { isWhole, wholeCopy } from '../commands/copy.ts';
import type { Dictionary } from '../i18n/dictionary.ts';

/** A block's place among the steps of a guide, counted from 1. */
export interface Place {
  number: number;
  of: number;
}

/** What a caption contains apart from the text of its block. */
interface Head {
  place?: Place | undefined;
  /** The label of the copy button; there is none without it. */
  button?: string | undefined;
}

/**
 * What is shown above a block: the number of the step, file or title, hosts, user, what can do harm in it, and why it isn't
 * copied as a whole. The copy button has its own space so that it covers nothing; without JavaScript it is hidden.
 */
export function blockCaption(
  block: Block,
  hosts: readonly string[],
  t: Dictionary,
  { place, button }: Head = {},
): Element[] {
  const title = block.meta.title === undefined ? [] : [h('span', { className: 'title' }, block.meta.title)];
  if (block.kind === 'listing') {
    const parts = [
      ...number(place, t),
      fileName(block.file, block.append, t),
      ...title,
      ...hostChips(block.hosts, hosts),
    ];
    return caption(parts, warnings([block], t), button);
  }
  const steps = 'steps' in block ? block.steps : [];
  const line = [...number(place, t), ...title, ...hostChips(stepHosts(steps), hosts), ...users(steps)];
  return caption(line, [...warnings(steps, t), ...pasteHints(block, t)], button);
}

/** What is shown above a single command. */
export function stepsCaption(
  steps: readonly Step[],
  hosts: readonly string[],
  t: Dictionary,
  button: string,
): Element[] {
  return caption([...hostChips(stepHosts(steps), hosts), ...users(steps)], warnings(steps, t), button);
}

function caption(parts: Element[], warning: Element[], button: string | undefined): Element[] {
  const words = parts.length === 0 ? [] : [h('p', { className: 'caption' }, parts)];
  const copy =
    button === undefined
      ? []
      : [h('button', { type: 'button', className: ['copy', 'block-copy', 'js-only'] }, button)];
  const head = words.length + copy.length === 0 ? [] : [h('div', { className: 'head' }, [...words, ...copy])];
  if (head.length + warning.length === 0) return [];
  return [words.length + warning.length === 0 ? head[0]! : h('figcaption', [...head, ...warning])];
}

function number(place: Place | undefined, t: Dictionary): Element[] {
  return place === undefined
    ? []
    : [h('span', { className: 'number' }, t.stepOf(String(place.number), String(place.of)))];
}

function fileName(file: string, append: boolean, t: Dictionary): Element {
  return h('span', { className: 'file' }, [
    h('span', { className: 'file-label' }, append ? t.appendTo : t.file),
    ' ',
    h('code', file),
  ]);
}

function stepHosts(steps: readonly Step[]): string[] {
  return [...new Set(steps.flatMap((step) => step.hosts))];
}

/** A host's label is coloured by its place among the article's hosts; an undeclared host has no colour. */
function hostChips(names: readonly string[], hosts: readonly string[]): Element[] {
  return names.map((name) => {
    const place = hosts.indexOf(name);
    return h('span', { className: ['host', ...(place < 0 ? [] : [`host-${place % 6}`])] }, name);
  });
}

/** `# root`, `$ postgres`: both the sign and the name, so that colour isn't the only difference. */
function users(steps: readonly Step[]): Element[] {
  const names = new Set(
    steps.flatMap((step) => (step.root ? ['# root'] : step.user === undefined ? [] : [`$ ${step.user}`])),
  );
  return [...names].map((name) =>
    h('span', { className: ['user', ...(name === '# root' ? ['root'] : [])] }, name),
  );
}

/** One line for each reason; anything that destroys data comes first. */
function warnings(marked: readonly { dangers: readonly Danger[] }[], t: Dictionary): Element[] {
  const dangers = marked.flatMap((one) => one.dangers);
  return HARMS.flatMap((harm) => {
    const reasons = dangers.filter((danger) => danger.harm === harm);
    const texts = new Set(reasons.map(({ rule, explanation }) => t.explainDanger(rule, explanation)));
    return [...texts].map((text) =>
      h('p', { className: ['danger', harm] }, [h('strong', `${t.harms[harm]}:`), ` ${text}`]),
    );
  });
}

/** Why a block can't be copied as a whole; for a script, which is one piece, what not to paste along with it. */
function pasteHints(block: Block, t: Dictionary): Element[] {
  const text = pasteHint(block, t);
  return text === undefined ? [] : [h('p', { className: 'one-by-one' }, text)];
}

function pasteHint(block: Block, t: Dictionary): string | undefined {
  if (block.kind === 'session') {
    const copy = wholeCopy(block.steps);
    return block.steps.length === 0 || isWhole(copy)
      ? undefined
      : withProgram(t.oneByOne[copy.reason], copy.program);
  }
  if (block.kind !== 'script' || !/\n./.test(block.text.trim())) return undefined;
  const asks = block.steps[0].readsTerminal;
  return asks && withProgram(t.scriptAsks, asks.program);
}

function withProgram(text: string, program: string): string {
  return text.replace('{program}', () => program);
}
