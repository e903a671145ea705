/** A text cut in two: YAML between lines of `---`, and the rest. */
export interface Frontmatter {
  yaml: string;
  /** Line in the file of the first line of YAML. */
  yamlLine: number;
  /** Characters of the text that are frontmatter, with its lines of `---`. */
  length: number;
}

const FRONTMATTER = /^---[ \t]*\r?\n([\s\S]*?)(?:^)---[ \t]*(?:\r?\n|$)/m;

/** The frontmatter of an MDX text; undefined where it does not begin with any. */
export function frontmatter(text: string): Frontmatter | undefined {
  if (!text.startsWith('---')) return undefined;
  const match = FRONTMATTER.exec(text);
  return match?.index === 0 ? { yaml: match[1]!, yamlLine: 2, length: match[0].length } : undefined;
}

/** A text with its frontmatter as blanks, so that every line and offset stays: what Astro hands to the Markdown processor. */
export function withoutFrontmatter(text: string): string {
  const length = frontmatter(text)?.length ?? 0;
  return text.slice(0, length).replace(/[^\r\n]/g, ' ') + text.slice(length);
}
