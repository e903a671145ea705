import { analyseScript } from './analysis.ts';
import { findFileDangers } from './dangers/find-dangers.ts';
import type { Block, Fence, ListingBlock, ScriptBlock, SessionBlock } from './block.ts';
import { unsafeCharacters } from './characters.ts';
import { isCheckedShell, kindOfLanguage, languageName } from './language.ts';
import { namesFile, parseMeta, type Meta } from './meta.ts';
import { misplacedSession } from './misplaced-session.ts';
import type { Place, Problem } from './problems.ts';
import { bareSign, matchPrompt } from './prompt.ts';
import { splitSession } from './session.ts';
import { toScriptStep, toStep } from './step.ts';

/**
 * Parses a fence into a block, and finds all its faults, in order of place. Any text gives a block; it never throws.
 *
 * There are four kinds: a fence with `file=` is a listing, `console` a session, `bash` or `sh` a script, anything
 * else code. `splitSession` explains what counts as a prompt, a continuation or output in a session; `Meta` lists the
 * keys of a fence.
 */
export function parseBlock(fence: Fence): { block: Block; problems: Problem[] } {
  const kind = namesFile(fence.meta) ? 'listing' : kindOfLanguage(fence.language);
  const { meta, problems } = parseMeta(fence.meta, kind, placeOfMeta(fence));
  const at: Place = { line: fence.line, column: 1 + (fence.indent ?? 0) };
  const parsed = parseKind(fence, kind, meta, at);
  problems.push(
    ...parsed.problems,
    ...checkCharacters(parsed.block, at),
    ...misplacedSession(parsed.block, at),
  );
  if (isEmpty(parsed.block)) problems.push(emptyBlock(parsed.block, at));
  return { block: parsed.block, problems: problems.sort(byPlace) };
}

interface Parsed<Kind extends Block = Block> {
  block: Kind;
  problems: Problem[];
}

function parseKind(fence: Fence, kind: Block['kind'], meta: Meta, at: Place): Parsed {
  const { text, line } = fence;
  const base = { language: languageName(fence.language), text, line, meta };
  if (kind === 'session') return parseSession(base, at);
  if (kind === 'script') return parseScript(base, at);
  return kind === 'listing' ? parseListing(base, at) : { block: { ...base, kind }, problems: [] };
}

type Base = Pick<Block, 'language' | 'text' | 'line' | 'meta'>;

function parseSession(base: Base, at: Place): Parsed<SessionBlock> {
  const { leading, steps, faults } = splitSession(base.text, base.meta);
  const problems: Problem[] = faults.map((fault) => {
    return { ...fault, line: at.line + fault.line, column: at.column + fault.column };
  });
  const parsed = steps.map((raw) => toStep(raw, base.meta, at));
  problems.push(...parsed.flatMap((one) => one.problems));
  const block: SessionBlock = { ...base, kind: 'session', leading, steps: parsed.map(({ step }) => step) };
  if (steps.length === 0 && faults.length === 0) problems.push(...sessionWithoutPrompt(block, at));
  return { block, problems };
}

function parseScript(base: Base, at: Place): Parsed<ScriptBlock> {
  const { step, problems } = toScriptStep(base.text, base.meta, at, isCheckedShell(base.language));
  return { block: { ...base, kind: 'script', steps: [step] }, problems };
}

/** The reader doesn't run a listing, so a shell script in it is only checked for its syntax. */
function parseListing(base: Base, at: Place): Parsed<ListingBlock> {
  const { file = '', append, hosts } = base.meta;
  const lines = base.text
    .split('\n')
    .map((text, index) => ({ text, line: at.line + index, column: at.column }));
  const problems = isCheckedShell(base.language) ? [...analyseScript(lines, true).problems] : [];
  if (base.meta.output !== 'any') problems.push(...angleNamesInListing(base, at));
  const dangers = findFileDangers(file).map((danger) => ({ ...danger, line: at.line }));
  return { block: { ...base, kind: 'listing', file, append, hosts, dangers }, problems };
}

/** Languages in which `<web2_ip>` may be intended. */
const markup =
  /^(?:xml|html?|svg|xhtml|vue|jsx|tsx|astro|php|apache|apacheconf|mdx?|plist|rss|atom|c|cpp|c\+\+|h|java|rust|typescript|ts)$/;

/**
 * `<web2_ip>` would stay in the file literally, where nobody looks for it. A tag has an end or attributes instead.
 */
function angleNamesInListing({ language, text, meta }: Base, at: Place): Problem[] {
  if (markup.test(language) || /\.(?:xml|html?|svg|plist|xsl|php|hpp|tmpl)$/.test(meta.file ?? '')) return [];
  return text.split('\n').flatMap((line, index) => {
    const match = /<(?<name>[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+|your[ _-][\w -]{1,30})>/i.exec(line);
    const name = match?.groups?.['name'];
    if (match === null || name === undefined || text.includes(`</${name}`)) return [];
    const message = `Unexpected \`${match[0]}\` in a file, expected a placeholder.`;
    const hint = `Write {{${name.toLowerCase().replace(/\W+/g, '_')}}} and declare it. Or, if the file really contains it: output="any" on the fence.`;
    return [
      {
        code: 'angle-placeholder' as const,
        line: at.line + index,
        column: at.column + match.index,
        message,
        hint,
      },
    ];
  });
}

/** The info string is on the line before the content, after three backticks, the language and a space. */
function placeOfMeta({ language, line, indent = 0 }: Fence): Place {
  return { line: line - 1, column: 1 + indent + '```'.length + language.length + 1 };
}

/** Checks every line of the block, except output that the fence declares to be really like that. */
function checkCharacters(block: Block, at: Place): Problem[] {
  const output = outputLines(block);
  const isDeclared = block.meta.output === 'any';
  const lines = block.text.split('\n').map((text, index) => (isDeclared && output.has(index) ? '' : text));
  return unsafeCharacters(lines.join('\n'), { line: 0, column: 1 }).map((problem) => {
    const place = { line: at.line + problem.line, column: at.column + problem.column - 1 };
    if (block.kind !== 'session' || !output.has(problem.line)) return { ...problem, ...place };
    const hint = `${problem.hint ?? ''}\nOr, if a program really prints this: output="any" on the fence.`;
    return { ...problem, ...place, hint };
  });
}

/** The numbers, from 0, of the lines that nobody runs. */
function outputLines(block: Block): Set<number> {
  if (block.kind === 'script') return new Set();
  if (block.kind !== 'session') return new Set(block.text.split('\n').keys());
  const lines = [...block.leading, ...block.steps.flatMap((step) => step.lines)];
  return new Set(lines.flatMap(([segment], index) => (segment?.role === 'output' ? [index] : [])));
}

function sessionWithoutPrompt(block: SessionBlock, at: Place): Problem[] {
  const lines = block.text.split('\n');
  const index = lines.findIndex((line) => line.trim() !== '');
  const line = lines[index];
  if (line === undefined || block.leading[index]?.[0]?.role !== 'output') return [];
  const message = 'Unexpected session without a prompt, expected a line that begins with one.';
  const corrected = withPrompt(line.trimStart(), block.meta);
  const hint = `${corrected}\nOr, if all of it is commands, begin the fence with \`\`\`bash; if none of it is, with \`\`\`text.`;
  return [{ code: 'session-without-prompt', line: at.line + index, column: at.column, message, hint }];
}

/** Corrects a line that lacks its prompt, is indented or has no space after its sign. */
function withPrompt(line: string, meta: Meta): string {
  if (matchPrompt(line, meta)) return line;
  const sign = meta.prompts.length === 0 ? bareSign(line) : undefined;
  return sign === undefined ? promptOf(meta) + line : `${sign} ${line.slice(sign.length)}`;
}

function promptOf(meta: Meta): string {
  return meta.prompts[0] ?? (meta.user === 'root' ? '# ' : '$ ');
}

function isEmpty(block: Block): boolean {
  if (block.text.trim() === '') return true;
  if (block.kind !== 'session' || block.steps.length > 0) return false;
  return block.leading.every(([segment]) => segment?.role === 'prompt' || segment?.text.trim() === '');
}

function emptyBlock(block: Block, at: Place): Problem {
  const expected = block.kind === 'session' || block.kind === 'script' ? 'a command' : 'content';
  return { code: 'empty-block', ...at, message: `Unexpected empty block, expected ${expected}.` };
}

function byPlace(one: Problem, other: Problem): number {
  return one.line - other.line || one.column - other.column;
}
