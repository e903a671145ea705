import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import { isMap, parseJson, type Values } from './values.ts';

/** A text split into frontmatter and body. */
export interface CutText {
  /** The frontmatter's values; empty if there is none. */
  values: Values;
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
    const values = parseJson(json);
    if (isMap(values)) return { values, fault: undefined, ...rest(whole, json.length) };
  }
  return { values: {}, text: whole, line: 1, fault: undefined };
}

function rest(whole: string, from: number): Pick<CutText, 'text' | 'line'> {
  return { text: whole.slice(from), line: whole.slice(0, from).split('\n').length };
}

type Read = Pick<CutText, 'values' | 'fault'>;

/** Reads as much of it as possible, even if a line is invalid. */
function yamlValues(text: string): Read {
  try {
    const document = parseDocument(text, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      version: '1.2',
    });
    const fault = document.errors[0]?.message;
    const values: unknown =
      document.errors.length === 0 ? document.toJS({ maxAliasCount: 100 }) : lineByLine(text, ':');
    return { values: isMap(values) ? values : {}, fault };
  } catch (error) {
    return { values: lineByLine(text, ':'), fault: (error as Error).message };
  }
}

/** Reads `key: value` or `key = value` lines that no parser accepts: `title: RAID: one or five?` */
function lineByLine(text: string, sign: ':' | '='): Values {
  const lines = text.matchAll(new RegExp(String.raw`^(\w[\w-]*)[ \t]*${sign}[ \t]*(\S.*?)[ \t]*$`, 'gm'));
  return Object.fromEntries(Array.from(lines, ([, key, value]) => [key!, listOrText(value!)] as const));
}

function listOrText(value: string): unknown {
  const bare = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');
  return /^\[.*\]$/.test(value) ? value.slice(1, -1).split(',').map(bare).filter(Boolean) : bare(value);
}

function tomlValues(text: string): Read {
  try {
    return { values: parseToml(text), fault: undefined };
  } catch (error) {
    return { values: lineByLine(text, '='), fault: (error as Error).message.split('\n')[0] };
  }
}
