import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { knownLanguage } from '../code/language.ts';
import type { WrittenCode } from '../code/written-code.ts';
import { CODE_ATTRIBUTE } from './conversion.ts';

/**
 * Takes all code out of a tree and leaves an empty `<pre>` with its number. Blog highlighters put code into tables,
 * lists and lines of `<div>`; a `<code>` with line breaks is a block too.
 */
export function takeCodeOut(tree: Root, codes: WrittenCode[]): void {
  visitParents(tree, (node, ancestors) => {
    if (node.type !== 'element' || node.properties[CODE_ATTRIBUTE] !== undefined) return undefined;
    const code = codeOf(node, ancestors);
    if (code === undefined) return undefined;
    const number = String(codes.push(code) - 1);
    Object.assign(node, { tagName: 'pre', properties: { [CODE_ATTRIBUTE]: number }, children: [] });
    return SKIP;
  });
  unwrapCodes(tree);
}

function codeOf(node: Element, ancestors: readonly Parents[]): WrittenCode | undefined {
  const table = highlighterCell(node);
  if (table === undefined && !isCode(node)) return undefined;
  const holder = table ?? node;
  const text = textOfCode(holder);
  return {
    text: node.tagName === 'pre' || table ? text.replace(/\n[ \t]*$/, '') : text.trim(),
    language: languageOf([node, ...ancestors.slice(-3).reverse()], holder),
    title: titleOf(node),
  };
}

/**
 * The cell with the code in a highlighter's table of line numbers and code: Rouge, Pygments, SyntaxHighlighter,
 * Crayon.
 */
function highlighterCell(node: Element): Element | undefined {
  if (node.tagName !== 'table') return undefined;
  const cells = elementsIn(node).filter(({ tagName }) => tagName === 'td');
  if (cells.length !== 2 || !/\d/.test(toString(cells[0]!)) || /[^\d\s]/.test(toString(cells[0]!)))
    return undefined;
  const [, code] = cells;
  const isNamed = /\bcode\b|syntaxhighlighter|highlight|crayon|rouge|lntd/.test(
    classesOf([node, ...cells]).join(' '),
  );
  const hasPre = elementsIn(code!).some(({ tagName }) => tagName === 'pre');
  return isNamed || hasPre ? code : undefined;
}

function isCode(node: Element): boolean {
  const isField = node.tagName === 'textarea' && 'readOnly' in node.properties;
  return node.tagName === 'pre' || isField || isBlockCode(node) || isBoxOfCode(node);
}

/** `<code>a<br>b</code>`: it has several lines, so it isn't a word within a sentence. */
function isBlockCode(node: Element): boolean {
  return /^(?:code|tt|samp)$/.test(node.tagName) && elementsIn(node).some(isBreak);
}

/**
 * `<div class="code">a<br>b</div>`, `<span style="font-family: Courier">a<br>b</span>`: how blogs without a
 * highlighter show code. It has several lines and contains only text.
 */
function isBoxOfCode(node: Element): boolean {
  if (!/^(?:div|p|blockquote|span|font)$/.test(node.tagName)) return false;
  const { style, face, className } = node.properties;
  const looks = [style, face].some((value) => typeof value === 'string' && MONOSPACED.test(value));
  const named = Array.isArray(className) && className.some((name) => BOX_OF_CODE.test(name));
  if (!looks && !named) return false;
  const inner = elementsIn(node);
  return (
    inner.some(isBreak) && inner.every(({ tagName }) => /^(?:br|span|font|b|i|strong|em)$/.test(tagName))
  );
}

const MONOSPACED = /\b(?:monospace|courier|consolas|monaco|menlo|lucida console|andale mono)\b/i;
const BOX_OF_CODE = /^(?:code(?:-?(?:block|box))?|source-?code|terminal|console|commands?)$/i;

/** Elements whose text isn't part of the code: line numbers, buttons, captions. */
const ASIDE =
  /^(?:gutter|lineno|linenos|line-numbers?(?:-rows)?|ln|lnt|code-toolbar-item|copy(?:-button|btn)?|crayon-num|hljs-ln-numbers|lineNumber|codeblock-line-number)$/;

/** The code in an element: `<br>` and blocks end lines, and line numbers are left out. */
function textOfCode(holder: Element): string {
  const pieces: string[] = [];
  const doubled = breaksAreDoubled(holder);
  const newline = (): void => {
    if (pieces.length > 0 && !(pieces.at(-1) ?? '').endsWith('\n')) pieces.push('\n');
  };
  const walk = (nodes: readonly ElementContent[]): void => {
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'text') {
        const after = nodes[index - 1];
        pieces.push(doubled && isBreak(after) ? node.value.replace(/^\r?\n/, '') : node.value);
      } else if (isBreak(node)) pieces.push('\n');
      else if (node.type === 'element' && !isAside(node)) {
        const isBlock = BLOCK.test(node.tagName);
        if (isBlock) newline();
        walk(node.children);
        if (isBlock) newline();
      }
    }
  };
  walk(holder.children);
  return pieces.join('').replace(/\r\n?/g, '\n');
}

const BLOCK = /^(?:div|p|li|ol|ul|tr|table|tbody|pre|blockquote|h[1-6])$/;

function isAside(node: Element): boolean {
  return (
    classesOf([node]).some((name) => ASIDE.test(name)) ||
    /^(?:button|script|style|figcaption)$/.test(node.tagName) ||
    node.properties['dataLineNumber'] === ''
  );
}

/** `a<br />⏎b`: if a line end follows every break, the two are one. */
function breaksAreDoubled(holder: Element): boolean {
  const breaks: boolean[] = [];
  visit(holder, (node, index, parent) => {
    if (!isBreak(node) || parent === undefined || index === undefined) return;
    const next = (parent as Element).children[index + 1];
    breaks.push(next?.type === 'text' && /^\r?\n/.test(next.value));
  });
  return breaks.length > 0 && breaks.every(Boolean);
}

/**
 * Finds `class="language-bash"`, `class="brush: bash; gutter: false"`, `lang="bash"` or `data-lang="bash"` on the
 * code or around it.
 */
function languageOf(around: readonly Nodes[], holder: Element): string | undefined {
  const isNamed = ({ tagName }: Element): boolean => /^(?:pre|code)$/.test(tagName);
  const nodes = [...elementsIn(holder).filter(isNamed), ...around.filter((node) => node.type === 'element')];
  const languages = nodes.map((node) => {
    const { dataLang, dataLanguage, dataCodeLanguage, lang } = node.properties;
    const written = [dataLang, dataLanguage, dataCodeLanguage, isNamed(node) && lang];
    const named = written.find((value) => typeof value === 'string' && value !== '') as string | undefined;
    return named ?? languageOfClass(classesOf([node]), isNamed(node));
  });
  return languages.find((language) => language !== undefined);
}

function languageOfClass(classes: readonly string[], isNamed: boolean): string | undefined {
  const text = classes.join(' ');
  const named =
    /(?:^|\s)(?:language|lang|highlight-source|highlight-text|sourceCode|brush:?|src|lang:)[-:\s]\s*([\w+#.-]+)/.exec(
      text,
    )?.[1];
  if (named !== undefined) return named.replace(/;$/, '').replace(/^html-basic$/, 'html');
  // A class such as `bash` or `hljs bash` alone only counts if it is a known language.
  return isNamed
    ? classes.find(
        (name) => knownLanguage(name) !== undefined && name !== 'text' && name !== 'code' && name !== 'raw',
      )
    : undefined;
}

/** The title shown above the code. */
function titleOf({ properties }: Element): string | undefined {
  const title = properties.title ?? properties['dataTitle'] ?? properties['dataFile'];
  return typeof title === 'string' ? title : undefined;
}

/** Removes the boxes that highlighters put around code, if nothing else is left in them. */
function unwrapCodes(tree: Root): void {
  const within: (() => void)[] = [];
  visitParents(tree, 'element', (node, ancestors) => {
    const [above, parent] = ancestors.slice(-2);
    if (node.properties[CODE_ATTRIBUTE] === undefined || parent?.type !== 'element') return;
    if (/^(?:p|span|strong|em|b|i|code|tt)$/.test(parent.tagName))
      within.push(() => {
        splitAround(parent, node, above);
      });
  });
  for (const split of within) split();
}

/** `<p>a<pre>b</pre>c</p>` → `<p>a</p><pre>b</pre><p>c</p>`: moves code out of a paragraph. */
function splitAround(parent: Element, code: Element, above: Parents | undefined): void {
  const [at, place] = [parent.children.indexOf(code), above?.children.indexOf(parent) ?? -1];
  if (above === undefined || place === -1) return;
  const part = (children: ElementContent[]): Element[] =>
    children.some((child) => child.type !== 'text' || child.value.trim() !== '')
      ? [h(parent.tagName, parent.properties, children)]
      : [];
  (above.children as ElementContent[]).splice(
    place,
    1,
    ...part(parent.children.slice(0, at)),
    code,
    ...part(parent.children.slice(at + 1)),
  );
}

/** All elements in a node, in document order. */
export function elementsIn(node: Nodes): Element[] {
  const found: Element[] = [];
  visit(node, (inner) => {
    if (inner.type === 'element' && inner !== node) found.push(inner);
  });
  return found;
}

export function classesOf(elements: readonly Element[]): string[] {
  return elements.flatMap(({ properties }) =>
    Array.isArray(properties.className) ? properties.className.map(String) : [],
  );
}

function isBreak(node: Nodes | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br';
}
