import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { destroys, harmsOf, type Block, type Danger, type Line, type Step } from '../commands/block.ts';
import { copyText, isWhole, wholeCopy } from '../commands/copy.ts';
import { readableParts } from '../commands/output-names.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { ArticleBlock } from '../content/outline/article-blocks.ts';
import { blockCaption, stepsCaption, type Place } from './block-caption.ts';
import { withBreaks } from './break-points.ts';
import { codeLines, type PlaceholderLook } from './code-lines.ts';

/**
 * Renders a block as a page shows it.
 *
 * @param hosts the article's hosts, in the order that determines their colours
 * @param place its place among the steps of a guide
 */
export async function drawBlock(
  article: ArticleBlock,
  hosts: readonly string[],
  t: Dictionary,
  place?: Place,
): Promise<Element> {
  const { block, anchor, former } = article;
  const content = block.kind === 'session' ? await session(article, t) : await wholeText(article);
  const copy = block.kind === 'session' ? wholeCopy(block.steps) : undefined;
  const properties = {
    className: ['block', block.kind],
    id: anchor,
    dataCopy: copy === undefined ? copyText(block) : undefined,
    dataWhole: copy && isWhole(copy) ? String(copy.steps.length) : undefined,
    dataHarms: copy === undefined ? harmsOf(dangersOf(block)).join(' ') || undefined : undefined,
  };
  return h('figure', properties, [
    ...former.map((id) => h('span', { id, className: 'former' })),
    ...blockCaption(block, hosts, t, { place, button: copyLabel(block, t) }),
    frame(content, block.kind === 'code'),
  ]);
}

/** The label of the block's own button; undefined if nothing in the block may be copied together. */
function copyLabel(block: Block, t: Dictionary): string | undefined {
  if (block.kind !== 'session') return copyText(block) === '' ? undefined : t.copy;
  const copy = wholeCopy(block.steps);
  if (!isWhole(copy) || copy.total === 0) return undefined;
  if (copy.total === 1) return t.copy;
  const { length } = copy.steps;
  if (length === copy.total) return t.copyBlock;
  return t.copyPart.replace('{some}', String(length)).replace('{all}', String(copy.total));
}

function dangersOf(block: Block): { dangers: readonly Danger[] } {
  if (block.kind === 'listing') return block;
  return block.kind === 'script' ? block.steps[0] : { dangers: [] };
}

/**
 * Renders a single command as HTML, for the pages in `/commands/`. Placeholders are plain text because there are no fields, and
 * there are no anchors because the first steps of two articles may be on the same page.
 */
export async function commandHtml(step: Step, hosts: readonly string[], t: Dictionary): Promise<string> {
  const caption = stepsCaption([step], hosts, t, t.copy);
  const content = await stepElement({ step, anchor: undefined, former: [] }, 'text');
  return toHtml(h('figure', { className: ['block', 'session'] }, [...caption, frame([content])]));
}

/** Anything that scrolls must be reachable with the keyboard; lines of commands wrap instead. */
function frame(content: ElementContent[], scrolls = false): Element {
  const pre = h('pre', { tabIndex: scrolls ? 0 : undefined }, [h('code', content)]);
  return h('div', { className: 'frame' }, [pre]);
}

/** A script, a listing or other code: the reader wants all of it. */
async function wholeText({ block, steps }: ArticleBlock): Promise<ElementContent[]> {
  const language = block.kind === 'script' ? 'shellscript' : block.language;
  const lines = await codeLines(block.text, language);
  if (block.kind === 'code') return joinLines(lines);
  const rows = lines.map((line, index) => row(line, index === lines.length - 1));
  return steps.length === 0 ? rows : [h('span', { id: steps[0]!.anchor }, rows)];
}

/** A line that may wrap. It includes its newline, so that the text stays the author's. */
function row(line: ElementContent[], isLast: boolean): Element {
  const content = withBreaks(line, toString({ type: 'root', children: line }));
  return h('span', { className: 'line' }, isLast ? content : [...content, NEWLINE]);
}

const NEWLINE = { type: 'text' as const, value: '\n' };

/** A session: each step with its prompt, command and output, clearly separated. */
async function session({ block, steps }: ArticleBlock, t: Dictionary): Promise<ElementContent[]> {
  const leading = block.kind === 'session' ? block.leading : [];
  const drawn = await Promise.all(
    steps.map(async (step, index) => {
      const element = await stepElement(step, 'link', index === steps.length - 1);
      element.children.push(linkTo(step.anchor, t));
      return element;
    }),
  );
  return [...(leading.length === 0 ? [] : [printed(leading, steps.length === 0)]), ...drawn];
}

/** A link to a step, for sharing; it appears on hover and focus. It has no text, so it is never copied along. */
function linkTo(anchor: string, t: Dictionary): Element {
  return h('a', { href: `#${anchor}`, className: 'step-link', ariaLabel: t.linkToCommand });
}

async function stepElement(
  { step, anchor, former }: { step: Step; anchor: string | undefined; former: readonly string[] },
  placeholders: PlaceholderLook,
  isLast = true,
): Promise<Element> {
  const harms = harmsOf(step);
  const className = ['step', ...(step.root ? ['root'] : []), ...(destroys(step) ? ['destructive'] : [])];
  const properties = {
    className,
    id: anchor,
    dataCopy: step.command,
    dataHosts: step.hosts.join(' ') || undefined,
    dataHarms: harms.join(' ') || undefined,
  };
  return h('span', properties, [
    ...former.map((id) => h('span', { id, className: 'former' })),
    ...(await stepRows(step, placeholders, isLast)),
  ]);
}

/** The rows of a step: commands wrap, and their output scrolls by itself. */
async function stepRows(step: Step, look: PlaceholderLook, isLast: boolean): Promise<Element[]> {
  const commands = await codeLines(step.command, step.shell ? 'shellscript' : 'plain', look);
  const rows: Element[] = [];
  let next = 0;
  let output: Line[] = [];
  step.lines.forEach((line, index) => {
    const isEnd = isLast && index === step.lines.length - 1;
    const isCommand = line.some(({ role }) => role === 'command');
    if (!isCommand && !line.some(({ role }) => role === 'continuation' || role === 'prompt')) {
      output.push(line);
      if (isEnd) rows.push(printed(output, true));
      return;
    }
    if (output.length > 0) rows.push(printed(output, false));
    output = [];
    rows.push(row(commandLine(line, isCommand ? commands[next++] : undefined), isEnd));
  });
  if (output.length > 0 && !isLast) rows.push(printed(output, false));
  return rows;
}

/** The output of a command, or whatever comes before the first one. */
function printed(lines: readonly Line[], isLast: boolean): Element {
  const rows = joinLines(lines.map((line) => line.flatMap(segmentContent)));
  return h('span', { className: 'output', tabIndex: 0 }, isLast ? rows : [...rows, NEWLINE]);
}

function segmentContent({ role, text }: Line[number]): ElementContent[] {
  return role === 'output' ? outputContent(text) : [{ type: 'text', value: text }];
}

/** Renders a line by the roles of its parts. The command comes in already coloured, if its text is the same. */
function commandLine(line: Line, command: ElementContent[] = []): ElementContent[] {
  return line
    .filter(({ role, text }) => text !== '' || role === 'command')
    .map(({ role, text }) => {
      const content =
        role === 'command' && toString({ type: 'root', children: command }) === text
          ? command
          : [{ type: 'text' as const, value: text }];
      return h('span', { className: role === 'command' ? 'command' : 'prompt' }, content);
    });
}

/** Marks values that differ every time: `at {{*time}}` → `at <span class="varies">‹time›</span>`. */
function outputContent(text: string): ElementContent[] {
  return readableParts(text).map(({ text: value, varies }) => {
    const part = { type: 'text' as const, value };
    return varies ? h('span', { className: 'varies' }, [part]) : part;
  });
}

function joinLines(lines: readonly ElementContent[][]): ElementContent[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [NEWLINE, ...line]));
}
