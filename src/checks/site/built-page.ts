import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An element of a built page, with what the checks need. */
export interface BuiltElement {
  name: string;
  /** Keyed by lower-case name. */
  attributes: Readonly<Record<string, string | undefined>>;
  /** Line in the built file. */
  line: number;
  /** Its text content. */
  text: () => string;
}

/** A page of a built site. */
export interface BuiltPage {
  /** Its file, relative to the site's folder: `articles/a/index.html`. */
  name: string;
  /** Its path from the site's root: `/articles/a/`. */
  path: string;
  html: string;
  elements: readonly BuiltElement[];
}

/** Parses a page the way a browser would. */
export function readPage(site: string, name: string): BuiltPage {
  const html = readFileSync(join(site, name), 'utf8');
  const elements: BuiltElement[] = [];
  collect(parse(html, { sourceCodeLocationInfo: true }), elements);
  return { name, path: `/${name.replace(/(?:^|(?<=\/))index\.html$/, '')}`, html, elements };
}

/** Whether a page has our layout, `src/layouts/Base.astro`, which begins with a link to the content. */
export function hasOurLayout({ elements }: BuiltPage): boolean {
  return elements.some(
    ({ attributes }) => attributes['class'] === 'skip' && attributes['href'] === '#content',
  );
}

/** Whether a page only leads to another. */
export function isRedirect({ elements }: BuiltPage): boolean {
  return elements.some(({ attributes }) => attributes['http-equiv'] === 'refresh');
}

function collect(node: Node, into: BuiltElement[]): void {
  if ('tagName' in node)
    into.push({
      name: node.tagName,
      attributes: Object.fromEntries(
        node.attrs.map(({ name, value, prefix }) => [prefix ? `${prefix}:${name}` : name, value]),
      ),
      line: node.sourceCodeLocation?.startLine ?? 1,
      text: () => textOf(node),
    });
  for (const child of childrenOf(node)) collect(child, into);
}

function childrenOf(node: Node): readonly Node[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}

function textOf(node: Node | Element): string {
  return 'value' in node ? node.value : childrenOf(node).map(textOf).join('');
}
