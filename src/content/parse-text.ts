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

/** What comes of a file's text. */
export interface ParsedText {
  /** The YAML as plain data, also where the schema refuses it; undefined where it does not parse. */
  raw: unknown;
  /** What the schema made of it; undefined where it refuses it. */
  data: unknown;
  /** Of MDX, also where it has syntax errors: of all that is right then. Undefined where the file is none. */
  outline: Outline | undefined;
  /** Whether the MDX has syntax errors. */
  broken: boolean;
  faults: Fault[];
}

/** What comes of a file of which nothing can be said but what is wrong with the whole of it. */
export function unparsed(faults: Fault[]): ParsedText {
  return { raw: undefined, data: undefined, outline: undefined, broken: true, faults };
}

/** Parses a file: its YAML, checked by its schema, and of MDX the text's outline. Never throws. */
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
    ? 'It is YAML here, not TOML: `title: …` for `title = …`.'
    : text.startsWith('---')
      ? 'The second of the lines is missing.'
      : undefined;
  return { file, line: 1, code: 'missing-frontmatter', message, hint };
}

/** The YAML of a file: the whole of it, or an MDX file's frontmatter. */
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
  if (yaml.errors.length > 0) {
    faults.push(...yaml.errors.map(({ line, message }) => yamlFault(file, line, message)));
    return { raw: yaml.value, data: undefined };
  }
  const result = checkBySchema(schema, yaml, file);
  faults.push(...result.faults);
  return { raw: yaml.value, data: result.data };
}

function yamlFault(file: string, line: number, message: string): Fault {
  return { file, line, code: 'yaml-syntax', message: `Unexpected YAML, expected it to parse: ${message}.` };
}
