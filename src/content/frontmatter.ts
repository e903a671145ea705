/** A text cut in two: YAML between lines of `---`, and the rest. */
export interface Frontmatter {
  yaml: string;
  /** Line in the file of the first line of YAML. */
  yamlLine: number;
}

const FRONTMATTER = /^---[ \t]*\r?\n([\s\S]*?)(?:^)---[ \t]*(?:\r?\n|$)/m;

/** The frontmatter of an MDX text; undefined where it does not begin with any. */
export function frontmatter(text: string): Frontmatter | undefined {
  if (!text.startsWith('---')) return undefined;
  const match = FRONTMATTER.exec(text);
  return match?.index === 0 ? { yaml: match[1]!, yamlLine: 2 } : undefined;
}
