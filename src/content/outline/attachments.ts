import { dirname, relative } from 'node:path';
import { linkTarget } from './links.ts';
import type { Outline } from './outline.ts';

/** A file next to an article that is published with it. */
export interface Attachment {
  /** Absolute path of the file. */
  file: string;
  /** Its path relative to the article's address, e.g. `graph.png`. */
  name: string;
}

/** The files that an article shows or links to, and its data file, each once. */
export function attachments(outline: Outline, articleFile: string, data?: string): Attachment[] {
  const addresses = [...outline.resources, ...outline.links].map((mention) => mention.text);
  if (data !== undefined) addresses.push(data);
  const found = addresses.flatMap((address) => attachment(address, articleFile) ?? []);
  return [...new Map(found.map(({ file, name }) => [name, { file, name }])).values()];
}

/** Resolves an address that refers to a file: `./graph.png#a` → `…/articles/a/graph.png`, `graph.png`, `#a`. */
export function attachment(
  address: string,
  articleFile: string,
): (Attachment & { rest: string }) | undefined {
  const target = linkTarget(address, articleFile);
  if (target.to !== 'file') return undefined;
  const { file, rest } = target;
  const path = relative(dirname(articleFile), file).replaceAll('\\', '/');
  return { file, name: path.startsWith('..') ? target.name : path, rest };
}

/** Where an attachment is published, from the site's root, given the path of its page. */
export function attachmentPath(pagePath: string, { name }: Pick<Attachment, 'name'>): string {
  return `${pagePath}${name.split('/').map(encodeURIComponent).join('/')}`;
}
