import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { destroys, type Block, type Danger, type Line, type Step } from '../commands/block.ts';
import { copyText, isWhole, wholeCopy } from '../commands/copy.ts';
import { harmsOf } from '../commands/harms.ts';
import { readableParts } from '../commands/output-names.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { ArticleBlock } from '../content/outline/article-blocks.ts';
import { blockCaption, stepsCaption } from './block-caption.ts';
import { codeLines, type PlaceholderLook } from './code-lines.ts';

/**
 * A block as a page shows it.
 *
 * @param hosts the article's hosts, in the order that gives them their colours
 */
export async function drawBlock(
  article: ArticleBlock,
  hosts: readonly string[],
  t: Dictionary,
): Promise<Element> {
  const { block, anchor, former } = article;
  const content = block.kind === 'session' ? await session(article) : await wholeText(article);
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
    ...blockCaption(block, hosts, t),
    frame(content),
  ]);
}

function dangersOf(block: Block): { dangers: readonly Danger[] } {
  if (block.kind === 'listing') return block;
  return block.kind === 'script' ? block.steps[0] : { dangers: [] };
}

/**
 * One command by itself, as the pages of `/commands/` show it: HTML. Placeholders have no fields there, and anchors are
 * an article's own: two articles' first steps may stand on one page.
 */
export async function commandHtml(step: Step, hosts: readonly string[], t: Dictionary): Promise<string> {
  const caption = stepsCaption([step], hosts, t);
  const content = await stepElement({ step, anchor: undefined, former: [] }, 'text');
  return toHtml(h('figure', { className: ['block', 'session'] }, [...caption, frame([content])]));
}

function frame(content: ElementContent[]): Element {
  return h('div', { className: 'frame' }, [h('pre', { tabIndex: 0 }, [h('code', content)])]);
}

/** A script, a listing or other code: all of it is what the reader wants. */
async function wholeText({ block, steps }: ArticleBlock): Promise<ElementContent[]> {
  const language = block.kind === 'script' ? 'shellscript' : block.language;
  const lines = joinLines(await codeLines(block.text, language));
  return steps.length === 0 ? lines : [h('span', { id: steps[0]!.anchor }, lines)];
}

/** A session: each step with its prompt, command and output, every one of them told apart. */
async function session({ block, steps }: ArticleBlock): Promise<ElementContent[]> {
  const leading = block.kind === 'session' ? block.leading.map((line) => plainLine(line)) : [];
  const drawn = await Promise.all(steps.map((step) => stepElement(step)));
  return joinLines([...leading, ...drawn.map((step) => [step])]);
}

async function stepElement(
  { step, anchor, former }: { step: Step; anchor: string | undefined; former: readonly string[] },
  placeholders: PlaceholderLook = 'link',
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
    ...joinLines(await stepLines(step, placeholders)),
  ]);
}

async function stepLines(step: Step, placeholders: PlaceholderLook): Promise<ElementContent[][]> {
  const language = step.shell ? 'shellscript' : 'plain';
  const commands = await codeLines(step.command, language, placeholders);
  let next = 0;
  return step.lines.map((line) => {
    const isCommand = line.some(({ role }) => role === 'command');
    return plainLine(line, isCommand ? commands[next++] : undefined);
  });
}

/** A line by its roles; the command's text is given coloured, where it is the same text. */
function plainLine(line: Line, command: ElementContent[] = []): ElementContent[] {
  return line
    .filter(({ role, text }) => text !== '' || role === 'command')
    .map(({ role, text }) => {
      const content =
        role === 'command' && toString({ type: 'root', children: command }) === text
          ? command
          : role === 'output'
            ? outputContent(text)
            : [{ type: 'text' as const, value: text }];
      return h('span', { className: CLASSES[role] }, content);
    });
}

/** What always differs is told apart: `at {{*time}}` → `at <span class="varies">‹time›</span>`. */
function outputContent(text: string): ElementContent[] {
  return readableParts(text).map(({ text: value, varies }) => {
    const part = { type: 'text' as const, value };
    return varies ? h('span', { className: 'varies' }, [part]) : part;
  });
}

const CLASSES = {
  prompt: 'prompt',
  continuation: 'prompt',
  command: 'command',
  output: 'output',
  status: 'output',
} as const;

function joinLines(lines: readonly ElementContent[][]): ElementContent[] {
  return lines.flatMap((line, index) =>
    index === 0 ? line : [{ type: 'text' as const, value: '\n' }, ...line],
  );
}
