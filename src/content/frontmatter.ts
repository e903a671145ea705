/** The YAML between the `---` lines of a text. */
export interface Frontmatter {
  yaml: string;
  /** Line in the file where the YAML begins. */
  yamlLine: number;
  /** Length in characters, including the `---` lines. */
  length: number;
}

const FRONTMATTER = /^---[ \t]*\r?\n([\s\S]*?)(?:^)---[ \t]*(?:\r?\n|$)/m;

/** The frontmatter of an MDX text; undefined if it doesn't start with any. */
export function frontmatter(text: string): Frontmatter | undefined {
  if (!text.startsWith('---')) return undefined;
  const match = FRONTMATTER.exec(text);
  return match?.index === 0 ? { yaml: match[1]!, yamlLine: 2, length: match[0].length } : undefined;
}

/** Replaces the frontmatter with spaces, as Astro does for the Markdown processor, so that lines and offsets stay the same. */
export function withoutFrontmatter(text: string): string {
  const length = frontmatter(text)?.length ?? 0;
  return text.slice(0, length).replace(/[^\r\n]/g, ' ') + text.slice(length);
}
