import { placeholderNames } from '../commands/placeholders.ts';
import type { MdxEntry } from '../content/read-content.ts';
import type { ArticleData } from '../content/schemas/article.ts';
import type { Finding } from '../content/fault.ts';
import { keysAt, stringAt, stringsAt } from './raw.ts';

/** Placeholders and hosts declared in the frontmatter must be used, examples must match their patterns, and patterns be strict. */
export function declarationFindings(entry: MdxEntry<ArticleData>): Finding[] {
  return [
    ...keysAt(entry.raw, 'placeholders').flatMap((name) => badExample(entry, name)),
    ...loosePatterns(entry),
    ...(isFinished(entry) ? [...unusedPlaceholders(entry), ...unusedHosts(entry)] : []),
  ];
}

function badExample(entry: MdxEntry<unknown>, name: string): Finding[] {
  const example = stringAt(entry.raw, 'placeholders', name, 'example');
  const pattern = stringAt(entry.raw, 'placeholders', name, 'pattern');
  if (example === undefined || matches(example, pattern ?? DEFAULT_PATTERN)) return [];
  const [expected, hint] =
    pattern === undefined
      ? ['in which a shell runs nothing', 'If the value may have such characters, declare its `pattern`.']
      : [`that matches its pattern \`${pattern}\``];
  const message = `Unexpected example \`${example}\` of \`${name}\`, expected one ${expected}.`;
  const line = entry.lineOf(['placeholders', name, 'example']);
  return [{ line, code: 'bad-example', message, hint }];
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

function unusedPlaceholders({ raw, source, lineOf }: MdxEntry<unknown>): Finding[] {
  const used = new Set(placeholderNames(source));
  const declared = keysAt(raw, 'placeholders');
  // An undeclared name in use is probably a declared one misspelled, and has been reported.
  if ([...used].some((name) => !declared.includes(name))) return [];
  return declared
    .filter((name) => !used.has(name))
    .map((name) => ({
      line: lineOf(['placeholders', name]),
      code: 'unused-placeholder',
      message: `Unexpected placeholder \`${name}\`, expected a block that uses \`{{${name}}}\`.`,
    }));
}

/** Only in an article where at least some blocks name a host. */
function unusedHosts({ raw, outline, lineOf }: MdxEntry<unknown>): Finding[] {
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
            line: lineOf(['hosts', index]),
            code: 'unused-host' as const,
            message: `Unexpected host \`${host}\`, expected a block for it.`,
          },
        ],
  );
}

/** A pattern for IPv4 addresses that accepts impossible numbers protects nobody. */
function loosePatterns({ data, lineOf }: MdxEntry<ArticleData>): Finding[] {
  return Object.entries(data?.placeholders ?? {}).flatMap(([name, { pattern }]) => {
    if (pattern === undefined || !isLoose(pattern)) return [];
    const part = '(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
    const message = `Unexpected pattern \`${pattern}\`, expected one that does not match 999.`;
    const line = lineOf(['placeholders', name, 'pattern']);
    return [{ line, code: 'loose-pattern', message, hint: `Write '${part}(\\.${part}){3}'.` }];
  });
}

/** Valid addresses, plain words, and lookalikes. */
const addresses = ['192.0.2.1', '10.0.0.11', '198.51.100.254'];
const names = ['a', 'web1', 'gluster1.example.org', '10.0.0.0/8'];
const wrong = ['999.999.999.999', '256.1.1.1', '10.0.0.300'];

/** Accepts all addresses and no names, but lookalikes too: `[0-9.]+`, `([0-9]{1,3}\.){3}[0-9]{1,3}`. */
function isLoose(pattern: string): boolean {
  const takes = (text: string): boolean => matches(text, pattern);
  return addresses.every(takes) && !names.some(takes) && wrong.some(takes);
}
