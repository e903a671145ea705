import { textFaults } from '../../checks/text.ts';
import { addressProblem } from '../../content/web-address.ts';
import { isWarning } from '../../content/fault-codes.ts';
import type { Fault } from '../../content/fault.ts';
import type { Outline } from '../../content/outline/outline.ts';
import { parseText } from '../../content/parse-text.ts';
import { emptyContent, type MdxEntry } from '../../content/read-content.ts';
import { article } from '../../content/schemas/article.ts';
import type { ArticleData } from '../../content/schemas/article.ts';

/** After this many rounds nothing changes any more. */
const ROUNDS = 6;

/**
 * Removes what a check would take for a mistake: in an imported text, `[[x]]` or `:::x` within prose is meant
 * literally. Its characters become references, which readers see as the same.
 */
export function settled(text: string): { text: string; outline: Outline | undefined } {
  let result = text;
  for (let round = 0; ; round++) {
    const { faults, outline } = judge(result);
    const lines = result.split('\n');
    for (const fault of faults) mend(lines, fault);
    const next = lines.join('\n');
    if (next === result || round === ROUNDS) return { text: result, outline };
    result = next;
  }
}

/** Applies the rules for a single text. Anything that only a person can judge is left to the check. */
function judge(text: string): { faults: Fault[]; outline: Outline | undefined } {
  const file = '/articles/imported/index.mdx';
  const { outline, raw, data, broken } = parseText({ file, text }, article);
  const entry: MdxEntry<ArticleData> = {
    id: 'imported',
    slug: 'imported',
    file,
    digest: '',
    raw,
    data: data as ArticleData | undefined,
    lineOf: () => 1,
    source: text,
    outline,
    broken,
  };
  const content = { ...emptyContent('/'), articles: [entry] };
  const faults = textFaults(content).filter(({ code }) => !isWarning(code));
  const links = (outline?.links ?? []).flatMap(({ text: address, line }) => strayLink(file, address, line));
  return { faults: [...faults, ...links], outline: broken ? undefined : outline };
}

/** Finds text that became a link because it looks like an address. */
function strayLink(file: string, address: string, line: number): Fault[] {
  if (addressProblem(address) === undefined) return [];
  return [{ file, line, code: 'bad-address', message: `Unexpected \`${address}\`.` }];
}

/** The beginning of a text that parsers take for an address, up to where they disagree. */
const ADDRESS = /^(?:mailto:)?((?:https?:\/\/|www\.|[\w.+-]+@)[\w.:/@+-]+)/i;

function mend(lines: string[], { line, message, fix }: Fault): void {
  if (fix !== undefined) {
    lines.splice(fix.line - 1, fix.count, ...fix.text.split('\n'));
    return;
  }
  const found = /^Unexpected [^`]*`([^`]+)`/.exec(message)?.[1];
  const at = lines[line - 1];
  if (found === undefined || at === undefined) return;
  const address = ADDRESS.exec(found)?.[1];
  // Only code keeps an address from becoming a link; in links and code nothing needs to change.
  lines[line - 1] =
    address === undefined
      ? at.replace(new RegExp(asWritten(found)), () => asReferences(found))
      : at.replace(
          new RegExp(String.raw`(?<![\w/]|(?<!\\)\`|\]\()${asWritten(address)}`),
          () => `\`${address}\``,
        );
}

/** A text in its possible spellings: with a backslash before any of its signs. */
function asWritten(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, String.raw`\\?\$&`);
}

/** `:::note` → `&#58;&#58;&#58;note` */
function asReferences(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
