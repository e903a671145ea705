import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Content, MdxEntry } from '../content/read-content.ts';
import { addressKind } from '../content/outline/address-attributes.ts';
import { components } from '../markdown/components.ts';
import { evaluateMdx } from '../markdown/evaluate.ts';
import { linkTarget } from '../content/outline/links.ts';
import type { Outline } from '../content/outline/outline.ts';
import type { Fault } from '../content/fault.ts';
import { unsafeLink } from './links.ts';
import { didYouMean } from '../content/nearest.ts';
import { resourceFault } from './resources.ts';

const NAMES = Object.keys(components);

/**
 * Every component must be there, nothing is imported, and every expression must have a value; an address that comes out
 * of an expression is checked as any other.
 */
export async function componentFaults(content: Content): Promise<Fault[]> {
  const faults = [...content.articles, ...content.pages].map(async (entry) => {
    if (entry.outline === undefined) return [];
    const known = [...unknownComponents(entry, entry.outline), ...statements(entry, entry.outline)];
    return known.length > 0 || entry.outline.expressions.length === 0
      ? known
      : expressionFaults(entry, entry.outline);
  });
  return (await Promise.all(faults)).flat();
}

function unknownComponents(entry: MdxEntry<unknown>, { components: used }: Outline): Fault[] {
  return used
    .filter(({ text }) => /^[A-Z]|\./.test(text) && !NAMES.includes(text))
    .map(({ text, line }) => ({
      file: entry.file,
      line,
      code: 'mdx-component',
      message: `Unexpected component \`<${text}>\`, expected one of ${NAMES.map((name) => `\`<${name}>\``).join(', ')}.`,
      hint: didYouMean(text, NAMES),
    }));
}

function statements(entry: MdxEntry<unknown>, outline: Outline): Fault[] {
  return outline.statements.map(({ text, line }) => ({
    file: entry.file,
    line,
    code: 'mdx-component',
    message: `Unexpected \`${text.split('\n', 1)[0]!}\`, expected no \`import\` or \`export\`.`,
    hint: 'Components are used without an import; a new one goes into `src/markdown/components.ts`.',
  }));
}

/** Expressions are tried out by evaluating the article: `{count}` without a `count` is a fault. */
async function expressionFaults(entry: MdxEntry<unknown>, outline: Outline): Promise<Fault[]> {
  try {
    return computedAddresses(await evaluateMdx(entry.source), outline).flatMap(({ address, kind }) =>
      addressFaults(entry.file, address, kind, lineOf(address, outline)),
    );
  } catch (error) {
    const { message: reason } = error as Error;
    const name = /^(\S+) is not defined$/.exec(reason)?.[1];
    const message = `Unexpected expression, expected one that has a value: ${reason}.`;
    const hint =
      'Braces are an expression in MDX. For the characters themselves write `\\{` or put them in backticks.';
    return [{ file: entry.file, line: lineOf(name, outline), code: 'mdx-component', message, hint }];
  }
}

interface Address {
  address: string;
  kind: 'link' | 'resource';
}

/** The addresses of a tree that don't stand in its text and so were not checked yet. */
function computedAddresses(tree: Root, { links, resources }: Outline): Address[] {
  const written = new Set([...links, ...resources].map(({ text }) => text));
  const found: Address[] = [];
  visit(tree, 'element', ({ tagName, properties }: Element) => {
    for (const [name, value] of Object.entries(properties)) {
      const kind = addressKind(name, tagName);
      if (kind === undefined || typeof value !== 'string' || written.has(value)) continue;
      if (!value.startsWith('#user-content-')) found.push({ address: value, kind });
    }
  });
  return found;
}

function addressFaults(file: string, address: string, kind: Address['kind'], line: number): Fault[] {
  const { to } = linkTarget(address, file);
  if (to === 'nowhere' && kind === 'link') return [unsafeLink({ file, line }, address)];
  const faults = kind === 'resource' ? resourceFault(file, address, line) : [];
  if (faults.length > 0 || to === 'elsewhere') return faults;
  const message = `Unexpected computed address \`${address}\`, expected it in quotes.`;
  const hint = 'Only what stands in the text is checked and published with the article.';
  return [{ file, line, code: 'mdx-component', message, hint }];
}

/** The line of the expression that has a text in it, or of the first one. */
function lineOf(text: string | undefined, { expressions }: Outline): number {
  const found = expressions.find((expression) => text !== undefined && expression.text.includes(text));
  return (found ?? expressions[0]!).line;
}
