import type { MdastNode } from 'satteri';
import { isWarning } from '../content/fault-codes.ts';
import type { Fault } from '../content/fault.ts';
import { readMdx } from '../content/outline/read-mdx.ts';
import type { Content, MdxEntry } from '../content/read-content.ts';
import { alternatives } from './text/alternatives.ts';
import { definitions } from './text/definitions.ts';
import { expressions } from './text/expressions.ts';
import { fences } from './text/fences.ts';
import { foreignMarkup } from './text/foreign-markup.ts';
import { headings } from './text/headings.ts';
import { hiddenInProse } from './text/hidden-characters.ts';
import { hydration } from './text/hydration.ts';
import { linkTexts } from './text/link-texts.ts';
import { markup } from './text/markup.ts';
import { asFault, type PlacedNode, type RuledText, type TextRule } from './text/rule.ts';
import { secrets } from './text/secrets.ts';
import { statements } from './text/statements.ts';
import { strayMarks } from './text/stray-marks.ts';
import { tables } from './text/tables.ts';
import { unfinished } from './text/unfinished.ts';

/** The rules for individual texts. */
const RULES: readonly TextRule[] = [
  markup,
  statements,
  expressions,
  hydration,
  headings,
  alternatives,
  linkTexts,
  definitions,
  tables,
  fences,
  foreignMarkup,
  strayMarks,
  hiddenInProse,
  secrets,
  unfinished,
];

/** Checks each text by itself. Texts that passed in an earlier build aren't parsed again; their warnings are stored with them. */
export function textFaults(content: Content): Fault[] {
  return [...content.articles, ...content.pages].flatMap((entry) => {
    if (entry.outline === undefined) return [];
    if (entry.remarks !== undefined) return entry.remarks;
    const faults = faultsOf(entry);
    entry.remarks = faults.filter(({ code }) => isWarning(code));
    return faults;
  });
}

function faultsOf(entry: MdxEntry<unknown>): Fault[] {
  const { tree, text: source } = readMdx(entry.source);
  const text: RuledText = {
    entry: entry as RuledText['entry'],
    source,
    lines: source.split('\n'),
    nodes: placedNodes(tree, []),
  };
  return RULES.flatMap((rule) => rule(text).map((finding) => asFault(text, finding)));
}

function placedNodes(node: MdastNode, parents: readonly MdastNode[]): PlacedNode[] {
  const children = 'children' in node ? node.children : [];
  const below = [...parents, node];
  return [{ node, parents }, ...children.flatMap((child) => placedNodes(child, below))];
}
