import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';

/** A text split into frontmatter and body. */
export interface CutText {
  /** The frontmatter's values; empty if there is none. */
  values: Record<string, unknown>;
  text: string;
  /** The line on which the body begins, counted from 1. */
  line: number;
  /** Why the values could not be read. */
  fault: string | undefined;
}

/** Splits off frontmatter in any generator's form: YAML between `---`, TOML between `+++`, or JSON in braces. */
export function cutFrontmatter(written: string): CutText {
  const whole = written.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const fenced = /^(?<mark>---|\+\+\+)[ \t]*\n(?<inner>[^]*?)(?<=\n)\k<mark>[ \t]*(?:\n|$)/.exec(whole);
  if (fenced !== null) {
    const { mark, inner } = fenced.groups as Record<'mark' | 'inner', string>;
    return { ...(mark === '---' ? yamlValues(inner) : tomlValues(inner)), ...rest(whole, fenced[0].length) };
  }
  const json = /^\{\s*\n[^]*?\n\}[ \t]*\n/.exec(whole)?.[0];
  if (json !== undefined) {
    const values = jsonValues(json);
    if (values !== undefined) return { values, fault: undefined, ...rest(whole, json.length) };
  }
  return { values: {}, text: whole, line: 1, fault: undefined };
}

function rest(whole: string, from: number): Pick<CutText, 'text' | 'line'> {
  return { text: whole.slice(from), line: whole.slice(0, from).split('\n').length };
}

type Values = Pick<CutText, 'values' | 'fault'>;

/** Reads as much of it as possible, even if a line is invalid. */
function yamlValues(text: string): Values {
  try {
    const document = parseDocument(text, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      version: '1.2',
    });
    const fault = document.errors[0]?.message;
    const values: unknown =
      document.errors.length === 0 ? document.toJS({ maxAliasCount: 100 }) : lineByLine(text);
    return { values: isObject(values) ? values : {}, fault };
  } catch (error) {
    return { values: lineByLine(text), fault: (error as Error).message };
  }
}

/** Reads `key: value` lines that no parser accepts: `title: RAID: one or five?` */
function lineByLine(text: string): Record<string, unknown> {
  const pairs = [...text.matchAll(/^(\w[\w-]*):[ \t]*(\S.*?)[ \t]*$/gm)].map(
    ([, key, value]) => [key!, listOrText(value!)] as const,
  );
  return Object.fromEntries(pairs);
}

function listOrText(value: string): unknown {
  const bare = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');
  return /^\[.*\]$/.test(value) ? value.slice(1, -1).split(',').map(bare).filter(Boolean) : bare(value);
}

function tomlValues(text: string): Values {
  try {
    return { values: parseToml(text), fault: undefined };
  } catch (error) {
    const pairs = [...text.matchAll(/^(\w[\w-]*)[ \t]*=[ \t]*(\S.*?)[ \t]*$/gm)].map(
      ([, key, value]) => [key!, listOrText(value!)] as const,
    );
    return { values: Object.fromEntries(pairs), fault: (error as Error).message.split('\n')[0] };
  }
}

function jsonValues(text: string): Record<string, unknown> | undefined {
  try {
    const values: unknown = JSON.parse(text);
    return isObject(values) ? values : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
