import type { MdastNode } from 'satteri';
import { isWarning } from '../content/fault-codes.ts';
import type { Finding } from '../content/fault.ts';
import { declaredNames } from '../content/outline/javascript.ts';
import { readMdx } from '../content/outline/read-mdx.ts';
import type { MdxEntry } from '../content/read-content.ts';
import { alternatives } from './text/alternatives.ts';
import { attributes } from './text/attributes.ts';
import { definitions } from './text/definitions.ts';
import { expressions } from './text/expressions.ts';
import { fences } from './text/fences.ts';
import { foreignMarkup } from './text/foreign-markup.ts';
import { headings } from './text/headings.ts';
import { hiddenInProse } from './text/hidden-characters.ts';
import { hydration } from './text/hydration.ts';
import { linkTexts } from './text/link-texts.ts';
import { markup } from './text/markup.ts';
import type { PlacedNode, RuledText, TextRule } from './text/rule.ts';
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
  attributes,
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

/** Checks a text by the rules. One that passed in an earlier build isn't parsed again; its warnings are stored with it. */
export function textFindings(entry: MdxEntry<unknown>): Finding[] {
  if (entry.outline === undefined) return [];
  if (entry.remarks !== undefined) return entry.remarks;
  const { tree, text: source } = readMdx(entry.source);
  const text: RuledText = {
    entry,
    source,
    lines: source.split('\n'),
    declared: new Set(entry.outline.statements.flatMap((statement) => declaredNames(statement.text))),
    nodes: placedNodes(tree, []),
  };
  const findings = RULES.flatMap((rule) => rule(text));
  if (findings.every(({ code }) => isWarning(code))) entry.remarks = findings;
  return findings;
}

function placedNodes(node: MdastNode, parents: readonly MdastNode[]): PlacedNode[] {
  const children = 'children' in node ? node.children : [];
  const below = [...parents, node];
  return [{ node, parents }, ...children.flatMap((child) => placedNodes(child, below))];
}
