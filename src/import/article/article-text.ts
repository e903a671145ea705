import type { z } from 'zod';
import { withFrontmatter } from '../../authoring/frontmatter-text.ts';
import type { article } from '../../content/schemas/article.ts';

/** The frontmatter of an article that was imported. */
export type ImportedFrontmatter = Extract<z.input<typeof article>, { kind: 'guide' | 'note' }>;

/** Joins frontmatter and text into an article's file. */
export function articleText(frontmatter: ImportedFrontmatter, mdx: string): string {
  return withFrontmatter(frontmatter, `${mdx.trimEnd()}\n`);
}

/** Shortens a text to a description for lists and feeds: at most 300 characters, cut at a sentence or a word. */
export function asDescription(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 300) return line;
  const start = line.slice(0, 280).toWellFormed();
  const sentence = /^.{60,}[.!?…](?=\s)/su.exec(start)?.[0];
  return (
    sentence ??
    `${start.slice(0, start.lastIndexOf(' ') > 100 ? start.lastIndexOf(' ') : start.length).replace(/[\s,;:–—-]+$/u, '')}…`
  ).slice(0, 300);
}
