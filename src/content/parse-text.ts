import type { z } from 'zod';
import type { Fault } from './fault.ts';
import { mergeConflicts } from './merge-conflicts.ts';
import { outlineOf, type Outline } from './outline/outline.ts';
import { readMdx } from './outline/read-mdx.ts';
import { isSlug } from './schemas/slug.ts';
import { slugOf, type TextFile } from './content-folder.ts';
import { frontmatter } from './frontmatter.ts';
import { checkBySchema } from './schema-faults.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** The result of parsing a file. */
export interface ParsedText {
  /** The YAML as plain data, even if the schema rejects it; undefined if it doesn't parse. */
  raw: unknown;
  /** The result of the schema; undefined if it rejects the data. */
  data: unknown;
  /** The outline of an MDX file; if it has syntax errors, of everything that is right. Undefined for other files. */
  outline: Outline | undefined;
  /** Whether the MDX has syntax errors. */
  broken: boolean;
  faults: Fault[];
}

/** The result for a file that can't be parsed at all. */
export function unparsed(faults: Fault[]): ParsedText {
  return { raw: undefined, data: undefined, outline: undefined, broken: true, faults };
}

/** Parses a file: checks its YAML with a schema and, for MDX, builds the outline of the text. Never throws. */
export function parseText(read: TextFile, schema: z.ZodType): ParsedText {
  const { file, text } = read;
  const conflicts = mergeConflicts(read);
  if (conflicts.length > 0) return unparsed(conflicts);
  const isMdx = file.endsWith('.mdx');
  if (isMdx && frontmatter(text) === undefined) return unparsed([withoutFrontmatter(read)]);
  const faults: Fault[] = [];
  const values = checked(file, yamlOf(read), schema, faults);
  if (!isMdx) return { ...values, outline: undefined, broken: false, faults };
  const { tree, text: readable, problems } = readMdx(text);
  faults.push(...problems.map((problem) => ({ ...problem, file, code: 'mdx-syntax' as const })));
  return { ...values, outline: outlineOf(tree, readable), broken: problems.length > 0, faults };
}

function withoutFrontmatter({ file, text }: TextFile): Fault {
  const message = 'Unexpected beginning of the text, expected frontmatter between two lines of `---`.';
  const hint = text.startsWith('+++')
    ? 'Frontmatter is YAML, not TOML: `title: …` instead of `title = …`.'
    : text.startsWith('---')
      ? 'The second line of `---` is missing.'
      : undefined;
  return { file, line: 1, code: 'missing-frontmatter', message, hint };
}

/** The YAML of a file: all of it, or the frontmatter of an MDX file. */
export function yamlOf({ file, text }: TextFile): YamlSource {
  if (!file.endsWith('.mdx')) return parseYaml(text);
  const front = frontmatter(text);
  return parseYaml(front?.yaml ?? '', front?.yamlLine);
}

function checked(
  file: string,
  yaml: YamlSource,
  schema: z.ZodType,
  faults: Fault[],
): Pick<ParsedText, 'raw' | 'data'> {
  const slug = slugOf(file);
  if (!isSlug(slug)) {
    const message = `Unexpected file name \`${slug}\`, expected lower-case letters, digits and single hyphens.`;
    faults.push({ file, line: 1, code: 'bad-slug', message });
  }
  const result = checkBySchema(schema, yaml, file);
  faults.push(...result.faults);
  return { raw: yaml.value, data: result.data };
}
