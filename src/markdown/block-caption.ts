import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Step } from '../commands/block.ts';
import type { Dictionary } from '../i18n/dictionary.ts';

/** What stands above a block: file or title, hosts, user, and a warning where it destroys something. */
export function blockCaption(block: Block, hosts: readonly string[], t: Dictionary): Element[] {
  const title = block.meta.title === undefined ? [] : [h('span', { className: 'title' }, block.meta.title)];
  if (block.kind === 'listing') {
    return caption([fileName(block.file, block.append, t), ...title, ...hostChips(block.hosts, hosts)], []);
  }
  return stepsCaption('steps' in block ? block.steps : [], hosts, t, title);
}

/** What stands above commands. */
export function stepsCaption(
  steps: readonly Step[],
  hosts: readonly string[],
  t: Dictionary,
  title: readonly Element[] = [],
): Element[] {
  return caption([...title, ...hostChips(stepHosts(steps), hosts), ...users(steps)], warnings(steps, t));
}

function caption(parts: Element[], warning: Element[]): Element[] {
  const line = parts.length === 0 ? [] : [h('p', { className: 'caption' }, parts)];
  return line.length + warning.length === 0 ? [] : [h('figcaption', [...line, ...warning])];
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

/** A host's chip has the colour of its place among the article's hosts; one that isn't declared has none. */
function hostChips(names: readonly string[], hosts: readonly string[]): Element[] {
  return names.map((name) => {
    const place = hosts.indexOf(name);
    return h('span', { className: ['host', ...(place < 0 ? [] : [`host-${place % 6}`])] }, name);
  });
}

/** `# root`, `$ postgres`: the sign as well as the name, so that it isn't said by colour alone. */
function users(steps: readonly Step[]): Element[] {
  const names = new Set(
    steps.flatMap((step) => (step.root ? ['# root'] : step.user === undefined ? [] : [`$ ${step.user}`])),
  );
  return [...names].map((name) =>
    h('span', { className: ['user', ...(name === '# root' ? ['root'] : [])] }, name),
  );
}

/** One line for each reason; and, where there are several commands, whether to copy the destructive ones too. */
function warnings(steps: readonly Step[], t: Dictionary): Element[] {
  const explanations = new Set(
    steps.flatMap((step) => step.dangers.map((item) => t.explainDanger(item.rule, item.explanation))),
  );
  const lines = [...explanations].map((text) =>
    h('p', { className: 'danger' }, [h('strong', `${t.destroys}:`), ' ', text]),
  );
  if (steps.length < 2 || lines.length === 0) return lines;
  const box = h('input', { type: 'checkbox', autoComplete: 'off' });
  return [...lines, h('label', { className: 'copy-destructive' }, [box, ` ${t.copyDestructive}`])];
}
