import type { z } from 'zod';
import type { Fault } from './fault.ts';
import { mdxFault } from './mdx-fault.ts';
import { outline, type Outline } from './outline/outline.ts';
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
  /** Of MDX; undefined where it does not parse. */
  outline: Outline | undefined;
  faults: Fault[];
}

/** Parses a file: its YAML, checked by its schema, and of MDX the text's outline. Never throws. */
export function parseText(read: TextFile, schema: z.ZodType): ParsedText {
  const { file, text } = read;
  const faults: Fault[] = [];
  const isMdx = file.endsWith('.mdx');
  const hasYaml = !isMdx || frontmatter(text) !== undefined;
  if (!hasYaml) {
    const message = 'Unexpected beginning of the text, expected frontmatter between two lines of `---`.';
    faults.push({ file, line: 1, code: 'missing-frontmatter', message });
  }
  const values = hasYaml ? checked(file, yamlOf(read), schema, faults) : { raw: undefined, data: undefined };
  return { ...values, outline: isMdx ? tryOutline(file, text, faults) : undefined, faults };
}

/** The YAML of a file: the whole of it, or an MDX file's frontmatter. */
export function yamlOf({ file, text }: TextFile): YamlSource {
  if (!file.endsWith('.mdx')) return parseYaml(text);
  const front = frontmatter(text);
  return parseYaml(front?.yaml ?? '', front?.yamlLine);
}

function tryOutline(file: string, text: string, faults: Fault[]): Outline | undefined {
  try {
    return outline(text);
  } catch (error) {
    faults.push(mdxFault(file, error));
    return undefined;
  }
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
