import type { FaultCode } from '../content/fault-codes.ts';
import type { Fault } from '../content/fault.ts';
import { didYouMean } from '../content/nearest.ts';
import type { ArticleBlock } from '../content/outline/article-blocks.ts';
import { COMPONENTS, isComponent } from '../content/outline/components.ts';
import { HTML_ELEMENTS } from '../content/outline/html-elements.ts';
import { isComment } from '../content/outline/jsx-attributes.ts';
import type { Outline } from '../content/outline/outline.ts';
import type { Content, MdxEntry } from '../content/read-content.ts';

/** What a page would swallow or show literally: markup of other generators, indented code, fences without an end. */
export function markupFaults(content: Content): Fault[] {
  return [...content.articles, ...content.pages].flatMap((entry) =>
    entry.outline === undefined
      ? []
      : faultsOf(entry, entry.outline).map((fault) => ({ file: entry.file, ...fault })),
  );
}

type Found = Omit<Fault, 'file'> & { code: FaultCode };

function faultsOf({ source }: MdxEntry<unknown>, outline: Outline): Found[] {
  const lines = source.split('\n').map((line) => line.replace(/\r$/, ''));
  const inFence = new Set(outline.blocks.flatMap(linesOf));
  const prose = lines.flatMap((text, index) => (inFence.has(index + 1) ? [] : [{ text, line: index + 1 }]));
  return [
    ...prose.flatMap(({ text, line }) => foreignMarkup(text, line)),
    ...prose.flatMap(({ text, line }) => indentedCode(text, line)),
    ...unknownElements(outline),
    ...vanishingExpressions(outline),
    ...outline.blocks.flatMap((block) => unclosedFence(block, lines)),
  ];
}

/** Numbers of the lines of a block, those of its fences too. */
function linesOf({ fence, block }: ArticleBlock): number[] {
  const count = block.text.split('\n').length + 2;
  return Array.from({ length: count }, (_, index) => fence.line - 1 + index);
}

/** Callouts as others write them, and what they are here. */
const foreign: readonly { pattern: RegExp; what: string }[] = [
  { pattern: /^ {0,3}(?<mark>:::+) ?\w/, what: 'a container of another generator' },
  { pattern: /^ {0,3}(?<mark>(?:!!!|\?\?\?\+?) \w+)/, what: 'an admonition of another generator' },
  {
    pattern: /^ {0,3}> ?(?<mark>\[!(?!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])\w+\])/,
    what: 'an unknown kind of callout',
  },
];

function foreignMarkup(text: string, line: number): Found[] {
  return foreign.flatMap(({ pattern, what }) => {
    const mark = pattern.exec(text)?.groups?.['mark'];
    if (mark === undefined) return [];
    const message = `Unexpected \`${mark}\`, ${what}, expected a callout as it is written here.`;
    return [
      {
        line,
        code: 'foreign-markup' as const,
        message,
        hint: 'Write <Note>…</Note> or <Warning>…</Warning>, or > [!NOTE] and > [!WARNING].',
      },
    ];
  });
}

/** MDX has no code by indentation: `    # apt update` becomes a heading. */
function indentedCode(text: string, line: number): Found[] {
  if (!/^(?: {4,}|\t)\s*(?:[$#] [\w/.~]|\[?[\w.-]+@[^\]]{1,60}\]?[$#] )/.test(text)) return [];
  const message = `Unexpected command \`${text.trim()}\` by indentation alone, expected it in a fence.`;
  return [{ line, code: 'indented-code', message, hint: `\`\`\`console\n${text.trim()}\n\`\`\`` }];
}

/** `<web2_ip>`, `<note>`: HTML has none, so that a browser shows nothing of it. */
function unknownElements({ components }: Outline): Found[] {
  return components
    .filter(({ text }) => !isComponent(text) && !HTML_ELEMENTS.has(text.toLowerCase()))
    .map(({ text, line }) => {
      const component = COMPONENTS.find((name) => name.toLowerCase() === text.toLowerCase());
      const name = text.toLowerCase().replace(/\W+/g, '_');
      const hint = component
        ? `Write <${component}>, with a capital letter.`
        : (didYouMean(
            text,
            [...HTML_ELEMENTS].filter((element) => element.length > 3),
          ) ?? `Write it between backticks, or as a placeholder in a block: {{${name}}}.`);
      return {
        line,
        code: 'foreign-markup' as const,
        message: `Unexpected element \`<${text}>\`, expected one of HTML.`,
        hint,
      };
    });
}

/** `{}`, `{this}`: what MDX computes and a page shows nothing of. */
function vanishingExpressions({ expressions }: Outline): Found[] {
  return expressions
    .filter(
      ({ text }) =>
        /^\s*(?:this|undefined|null|true|false)?\s*$/.test(text) && !(isComment(text) && text.trim() !== ''),
    )
    .map(({ text, line }) => ({
      line,
      code: 'vanishing-expression' as const,
      message: `Unexpected \`{${text}}\`, which leaves nothing on the page, expected text.`,
      hint: `For the braces themselves write \`\\{${text}}\` or put them between backticks.`,
    }));
}

/** A fence without an end swallows what comes after it, up to the next one or to the end of the text. */
function unclosedFence({ fence, block }: ArticleBlock, lines: readonly string[]): Found[] {
  const line = fence.line - 1;
  const opening = /(?<mark>`{3,}|~{3,})/.exec(lines[line - 1] ?? '')?.groups?.['mark'];
  if (opening === undefined) return [];
  const length = block.text.split('\n').length;
  const ends = block.text === '' ? [line, line + 1] : [line + length];
  const closes = new RegExp(`^[\\s>]*${opening[0]!}{${opening.length},}\\s*$`);
  const message = `Unexpected end of the fence that begins here, expected a line with ${opening}.`;
  if (!ends.some((index) => closes.test(lines[index] ?? '')))
    return [{ line, code: 'unclosed-fence', message }];
  const swallowed = /^ {0,3}```+ ?[a-z]/m.exec(block.text);
  if (swallowed === null || /^(?:md|mdx|markdown)$/.test(block.language) || opening.length > 3) return [];
  const inside = line + 1 + block.text.slice(0, swallowed.index).split('\n').length - 1;
  return [
    {
      line: inside,
      code: 'unclosed-fence',
      message: `Unexpected \`${swallowed[0].trim()}\` within a fence, expected the end of the one from line ${line}.`,
      hint: 'Close that fence before, or begin and end it with four backticks.',
    },
  ];
}
