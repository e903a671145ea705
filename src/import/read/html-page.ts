import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { pageTree } from '../convert/html-tree.ts';
import { classesOf, elementsIn } from '../convert/pre.ts';
import { emptyEntry, emptyPublication, StoredBody, type Reading } from '../entry.ts';
import { webAddress } from './feed.ts';
import { plainTextOf } from './plain-text.ts';
import { isMap, parseJson, plainText } from './values.ts';

/** Reads an HTML page as one entry. Its text is the article in it, without what every page has around it. */
export function readHtmlPage(html: string, file: string, from?: string, path?: string): Reading {
  const tree = pageTree(html);
  const elements = elementsIn(tree);
  const metas = metaOf(elements);
  const meta = (...names: string[]): string | undefined => names.map((name) => metas.get(name)).find(Boolean);
  const linked = (rel: string, name = 'link'): string | undefined =>
    elements
      .find(({ tagName, properties }) => tagName === name && list(properties.rel).includes(rel))
      ?.properties.href?.toString();
  const address = webAddress(linked('canonical') ?? meta('og:url'), from) ?? from;
  const data = linkedData(elements);
  const content = articleIn(tree);
  const heading = element(elementsIn(content), 'h1') ?? element(elements, 'h1');
  const title = element(elements, 'title');
  const language = element(elements, 'html')?.properties.lang;
  const author =
    meta('author') ??
    data.author ??
    meta('article:author') ??
    text(elements.find(({ properties }) => list(properties.rel).includes('author')));
  const publication = {
    ...emptyPublication(),
    title: plain(meta('og:site_name')) ?? (address && new URL(address).hostname),
    address: address && new URL('/', address).href,
    authors: author === undefined || /^https?:/.test(author) ? [] : [plainTextOf(author)],
    language: typeof language === 'string' ? language : undefined,
    licence: linked('license') ?? linked('license', 'a'),
    notice: plain(meta('copyright', 'rights', 'dcterms.rights')),
  };
  const time = elementsIn(content).find(
    ({ tagName, properties }) => tagName === 'time' && typeof properties.dateTime === 'string',
  );
  const entry = {
    ...emptyEntry(address ?? path ?? file, { file, line: 1 }),
    title: plain(text(heading) ?? meta('og:title') ?? text(title)),
    address,
    base: from ?? address,
    path,
    published:
      meta('article:published_time') ??
      data.datePublished ??
      meta('date', 'dcterms.date', 'dc.date') ??
      time?.properties.dateTime?.toString(),
    updated: meta('article:modified_time') ?? data.dateModified,
    tags: [
      ...elements
        .filter(({ tagName, properties }) => tagName === 'meta' && properties.property === 'article:tag')
        .flatMap(({ properties }) => plain(String(properties.content)) ?? []),
      ...(meta('keywords') ?? '')
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean)
        .slice(0, 8),
    ],
    language: publication.language,
    authors: publication.authors,
    summary: plain(meta('description', 'og:description')),
    isBlank: title === undefined && /^\s*$/.test(toString(tree)) && !elements.some(isPicture),
    body: new StoredBody({ form: 'html', text: toHtml(content.children), line: 1 }),
  };
  return { publication, entries: [entry] };
}

function isPicture({ tagName }: Element): boolean {
  return /^(?:img|picture|video|svg|object)$/.test(tagName);
}

/** Finds the text by the markup that blogs and manuals use for it: the narrowest element that contains all of it. */
function articleIn(tree: Root): Element | Root {
  const elements = elementsIn(tree);
  const body = element(elements, 'body') ?? tree;
  const marks: ((node: Element) => boolean)[] = [
    (node) => /^(?:articleBody|blogPost)$/.test(String(node.properties.itemProp)),
    (node) =>
      classesOf([node]).some((name) =>
        /^(?:entry-content|post-content|post-body|article-content|article-body|markdown-body|theme-doc-markdown|md-content__inner|e-content|td-content|post__content)$/.test(
          name,
        ),
      ),
    (node) => node.tagName === 'article',
    (node) => node.tagName === 'main' || node.properties.role === 'main',
    (node) => /^(?:content|main|post)$/.test(String(node.properties.id)),
  ];
  const enough = toString(body).trim().length / 5;
  for (const isMarked of marks) {
    const found = elements.filter(isMarked).map((node) => ({ node, length: toString(node).trim().length }));
    const longest = found.sort((a, b) => b.length - a.length)[0];
    if (longest !== undefined && longest.length > 0 && longest.length >= Math.min(enough, 500))
      return withoutSurroundings(longest.node);
  }
  return withoutSurroundings(body);
}

/** Parts that every page has. */
const SURROUNDINGS = /^(?:nav|aside|footer)$/;
const SURROUNDING_CLASSES =
  /^(?:sidebar|navbar|menu|breadcrumbs?|comments?|share(?:daddy)?|sharedaddy|related(?:-posts)?|post-navigation|toc|table-of-contents|skip-link|theme-edit-this-page|headerlink|hash-link|anchor|pagination-nav|theme-doc-breadcrumbs|edit-link|sr-only|screen-reader-text)$/;

function withoutSurroundings<T extends Element | Root>(node: T): T {
  const children = (node.children as Element['children']).filter(
    (child) => child.type !== 'element' || !isSurrounding(child),
  );
  for (const child of children) if (child.type === 'element') withoutSurroundings(child);
  node.children = children;
  return node;
}

function isSurrounding(node: Element): boolean {
  const hasClass = (pattern: RegExp): boolean => classesOf([node]).some((name) => pattern.test(name));
  return (
    (SURROUNDINGS.test(node.tagName) && !hasClass(/admonition|note|warning|callout/)) ||
    /^(?:banner|navigation|contentinfo|complementary|search)$/.test(String(node.properties.role)) ||
    (hasClass(SURROUNDING_CLASSES) && !/^(?:body|main|article)$/.test(node.tagName))
  );
}

function metaOf(elements: readonly Element[]): Map<string, string> {
  const pairs = elements
    .filter(
      ({ tagName, properties }) =>
        tagName === 'meta' && typeof properties.content === 'string' && properties.content !== '',
    )
    .map(
      ({ properties }) =>
        [
          String(properties.property ?? properties.name ?? properties.itemProp).toLowerCase(),
          String(properties.content),
        ] as const,
    );
  return new Map(pairs.reverse());
}

/** An article's JSON-LD: when it was published, and who wrote it. */
type LinkedData = Partial<Record<'datePublished' | 'dateModified' | 'author', string>>;

function linkedData(elements: readonly Element[]): LinkedData {
  const found = elements
    .filter(({ tagName, properties }) => tagName === 'script' && properties.type === 'application/ld+json')
    .map((script) => articleOf(parseJson(toString(script)), 3));
  return found.find((data) => data !== undefined) ?? {};
}

function articleOf(value: unknown, depth: number): LinkedData | undefined {
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return value.map((one) => articleOf(one, depth - 1)).find(Boolean);
  if (!isMap(value)) return undefined;
  const { datePublished, dateModified, author, '@graph': graph } = value;
  if (typeof datePublished !== 'string') return articleOf(graph, depth - 1);
  const first: unknown = Array.isArray(author) ? author[0] : author;
  const name = isMap(first) ? first['name'] : first;
  return {
    datePublished,
    ...(typeof dateModified === 'string' && { dateModified }),
    ...(typeof name === 'string' && { author: name }),
  };
}

function element(elements: readonly Element[], name: string): Element | undefined {
  return elements.find(({ tagName }) => tagName === name);
}

function text(node: Element | undefined): string | undefined {
  return node === undefined ? undefined : toString(node).trim() || undefined;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/\s+/) : [];
}

/** A text without markup: what looks like a tag in it was meant literally. */
function plain(value: string | undefined): string | undefined {
  return plainText(value?.replaceAll('<', '&lt;'));
}
