import type { Image, Link, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import { encoded } from '../links.ts';

/** A Markdown picture, or the one in a `<Figure>`. */
export interface Picture {
  node: Image | MdxJsxFlowElement;
  url: string;
  alt: string;
  caption: string | undefined;
  place: (src: string, alt: string) => void;
}

/** The picture that a node is; undefined for all other nodes. */
export function pictureOf(node: Nodes): Picture | undefined {
  if (node.type === 'image') {
    const place = (src: string, alt: string): void => {
      Object.assign(node, { url: src, alt });
    };
    return { node, url: node.url, alt: node.alt ?? '', caption: node.title ?? undefined, place };
  }
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Figure') return undefined;
  const place = (src: string, alt: string): void => {
    node.attributes = [
      { type: 'mdxJsxAttribute', name: 'src', value: src },
      { type: 'mdxJsxAttribute', name: 'alt', value: alt },
    ];
  };
  return {
    node,
    url: attributeOf(node, 'src'),
    alt: attributeOf(node, 'alt'),
    caption: toString(node).replace(/\s+/g, ' ').trim() || undefined,
    place,
  };
}

function attributeOf({ attributes }: MdxJsxFlowElement, name: string): string {
  const [value] = attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && attribute.name === name ? [attribute.value] : [],
  );
  return typeof value === 'string' ? value : '';
}

/** Replaces a picture by a link or text; within a link only by text. */
export function replacePicture(
  { node }: Picture,
  ancestors: readonly Parents[],
  link: string | undefined,
  words: string,
): void {
  const siblings = ancestors.at(-1)?.children ?? [];
  const index = siblings.indexOf(node);
  if (index === -1) return;
  const text: PhrasingContent = { type: 'text', value: words };
  const isInLink = ancestors.some(({ type }) => type === 'link');
  const instead: Link | PhrasingContent =
    link === undefined || isInLink ? text : { type: 'link', url: encoded(link), children: [text] };
  const nodes: RootContent[] =
    node.type === 'image'
      ? [instead]
      : [{ type: 'paragraph', children: [instead] }, ...(node.children as RootContent[])];
  siblings.splice(index, 1, ...nodes);
}
