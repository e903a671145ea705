import { placeholderNames } from '../commands/placeholders.ts';
import type { Content, MdxEntry } from '../content/read-content.ts';
import type { ArticleData } from '../content/schemas/article.ts';
import type { Fault } from '../content/fault.ts';
import { keysAt, stringAt, stringsAt } from './raw.ts';

/** Placeholders and hosts declared in the frontmatter must be used, and examples must match their patterns. */
export function declarationFaults(content: Content): Fault[] {
  return content.articles.flatMap((entry) => [
    ...keysAt(entry.raw, 'placeholders').flatMap((name) => badExample(entry, name)),
    ...(isFinished(entry) ? [...unusedPlaceholders(entry), ...unusedHosts(entry)] : []),
  ]);
}

function badExample(entry: MdxEntry<unknown>, name: string): Fault[] {
  const example = stringAt(entry.raw, 'placeholders', name, 'example');
  const pattern = stringAt(entry.raw, 'placeholders', name, 'pattern');
  if (example === undefined || matches(example, pattern ?? DEFAULT_PATTERN)) return [];
  const [expected, hint] =
    pattern === undefined
      ? ['in which a shell runs nothing', 'If the value may have such characters, declare its `pattern`.']
      : [`that matches its pattern \`${pattern}\``];
  const message = `Unexpected example \`${example}\` of \`${name}\`, expected one ${expected}.`;
  const line = entry.lineOf(['placeholders', name, 'example']);
  return [{ file: entry.file, line, code: 'bad-example', message, hint }];
}

/** Whether all blocks of an article are known: it is no draft and has no syntax errors. */
function isFinished(entry: MdxEntry<ArticleData>): boolean {
  return entry.outline !== undefined && !entry.broken && entry.data?.draft !== true && !hasOpenFence(entry);
}

/** A fence that is never closed swallows the blocks after it. */
function hasOpenFence({ outline }: MdxEntry<unknown>): boolean {
  return outline?.fences.some(({ text }) => /^\s*(?:`{3}|~{3})/m.test(text)) === true;
}

/** Values allowed for a placeholder without a pattern: nothing that a shell would execute. */
const DEFAULT_PATTERN = String.raw`(?:(?!\$\()[^\x60])*`;

/** Matches the whole value, as the page does. An invalid pattern has already been reported. */
function matches(text: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(text);
  } catch {
    return true;
  }
}

function unusedPlaceholders({ raw, source, file, lineOf }: MdxEntry<unknown>): Fault[] {
  const used = new Set(placeholderNames(source));
  const declared = keysAt(raw, 'placeholders');
  // An undeclared name in use is probably a declared one misspelled, and has been reported.
  if ([...used].some((name) => !declared.includes(name))) return [];
  return declared
    .filter((name) => !used.has(name))
    .map((name) => ({
      file,
      line: lineOf(['placeholders', name]),
      code: 'unused-placeholder',
      message: `Unexpected placeholder \`${name}\`, expected a block that uses \`{{${name}}}\`.`,
    }));
}

/** Only in an article where at least some blocks name a host. */
function unusedHosts({ raw, outline, file, lineOf }: MdxEntry<unknown>): Fault[] {
  const blocks = outline?.blocks ?? [];
  const used = new Set(
    blocks.flatMap(({ block, steps }) => [...block.meta.hosts, ...steps.flatMap(({ step }) => step.hosts)]),
  );
  const declared = stringsAt(raw, 'hosts');
  if (used.size === 0 || [...used].some((host) => !declared.includes(host))) return [];
  return declared.flatMap((host, index) =>
    used.has(host) || host === ''
      ? []
      : [
          {
            file,
            line: lineOf(['hosts', index]),
            code: 'unused-host' as const,
            message: `Unexpected host \`${host}\`, expected a block for it.`,
          },
        ],
  );
}
