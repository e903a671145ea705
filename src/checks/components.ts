import type { Content, MdxEntry } from '../loaders/read-content.ts';
import { components } from '../markdown/components.ts';
import { evaluateMdx } from '../markdown/evaluate.ts';
import type { Outline } from '../markdown/outline.ts';
import type { Fault } from './fault.ts';
import { didYouMean } from './nearest.ts';

const NAMES = Object.keys(components);

/** Every component must be there, nothing is imported, and every expression must have a value. */
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
    .filter(({ text }) => /^[A-Z]/.test(text) && !NAMES.includes(text))
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
    await evaluateMdx(entry.source);
    return [];
  } catch (error) {
    const name = /^(\S+) is not defined$/.exec((error as Error).message)?.[1];
    const place = outline.expressions.find(({ text }) => name !== undefined && text.includes(name));
    const message = `Unexpected expression, expected one that has a value: ${(error as Error).message}.`;
    const hint =
      'Braces are an expression in MDX. For the characters themselves write `\\{` or put them in backticks.';
    return [
      {
        file: entry.file,
        line: place?.line ?? outline.expressions[0]!.line,
        code: 'mdx-component',
        message,
        hint,
      },
    ];
  }
}
