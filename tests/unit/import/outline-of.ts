import { outline } from '../../../src/content/outline/outline.ts';

/** The code of an article, block by block. */
export function outlineOf(mdx: string): string[] {
  return outline(mdx).fences.map(({ text }) => text);
}
