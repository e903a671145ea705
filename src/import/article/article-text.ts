import { withFrontmatter } from '../../authoring/frontmatter-text.ts';
import type { Relation } from '../../content/schemas/attribution.ts';
import type { Kind } from '../../content/schemas/article.ts';

/** The frontmatter of an article, with its keys in this order. */
export interface ImportedFrontmatter {
  kind: Kind;
  title: string;
  description: string;
  published: string;
  updated?: string | undefined;
  tags: string[];
  lang?: string | undefined;
  attribution?:
    { source: string; relation: Relation; title: string; url: string; published: string } | undefined;
  id?: string | undefined;
  aliases?: string[] | undefined;
  draft?: true | undefined;
  hosts?: string[] | undefined;
  placeholders?: Record<string, { label: string; example: string }> | undefined;
}

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
