import { bundledLanguages } from 'shiki/langs';
import type { MdastNode } from 'satteri';
import { kindOfLanguage } from '../../commands/language.ts';
import { didYouMean, nearest } from '../../content/nearest.ts';
import { lineOf, writtenAs, type Finding, type RuledText, type TextRule } from './rule.ts';

/**
 * A fence must be closed, and its language must be known.
 *
 * @example ` ```consle ` → `unknown-language`
 */
export const fences: TextRule = (text) =>
  text.nodes.flatMap(({ node }) =>
    node.type === 'code' ? [...unclosed(text, node), ...unknownLanguage(node)] : [],
  );

type Code = Extract<MdastNode, { type: 'code' }>;

function unclosed(text: RuledText, node: Code): Finding[] {
  const written = writtenAs(text, node).split('\n');
  const marks = /^(?:`{3,}|~{3,})/.exec(written[0]!)?.[0];
  if (marks === undefined) return [];
  const last = written.at(-1)!.replace(/^[\s>]*/, '');
  const isClosed = written.length > 1 && last.startsWith(marks) && /^(.)\1*\s*$/.test(last);
  const another = written.slice(1).findIndex((line) => new RegExp(String.raw`^[\s>]*${marks}\w`).test(line));
  if (isClosed && another === -1) return [];
  const message = isClosed
    ? `Unexpected fence within this fence, in line ${lineOf(node) + another + 1}, expected the end of this one before it.`
    : 'Unexpected end of the text, expected the end of this fence.';
  return [{ line: lineOf(node), code: 'unclosed-fence', message }];
}

/** Languages that aren't highlighted, but say what kind of block it is. */
const OURS = ['text', 'txt', 'plain', 'plaintext', 'none', 'output', 'csv', 'tsv', 'log'];
const KNOWN: ReadonlySet<string> = new Set([...Object.keys(bundledLanguages), ...OURS]);
const COMMON = 'console bash sh text ini yaml json toml xml sql python nginx diff powershell'.split(' ');

function unknownLanguage(node: Code): Finding[] {
  const written = node.lang ?? '';
  // `console{1,3}` is a habit from other tools; the block parser reports it.
  const name = written.replace(/\{.*$/, '').toLowerCase();
  if (name === '' || KNOWN.has(name) || kindOfLanguage(name) !== 'code') return [];
  const message = `Unexpected language \`${written}\` of a fence, expected a known one, or \`text\`.`;
  const hint = nearest(name, COMMON) === undefined ? didYouMean(name, [...KNOWN]) : didYouMean(name, COMMON);
  return [{ line: lineOf(node), code: 'unknown-language', message, hint }];
}
