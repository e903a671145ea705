import { dirname, isAbsolute, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Fault } from '../content/fault.ts';
import { importedModules } from '../content/outline/javascript.ts';
import { lineOf, type Outline } from '../content/outline/outline.ts';

/** What a message needs to know about a text. */
interface Text {
  file: string;
  outline: Outline;
}

/**
 * Turns what Astro throws when an import fails or a component throws into a fault of the text; undefined if no text is to blame.
 *
 * @param error what `build()` threw
 * @param texts all texts of the site
 */
export function textFault(error: unknown, texts: readonly Text[]): Fault | undefined {
  const known = asRecord(error);
  if (known['name'] === 'TextError') return renderFault(known, texts);
  const [first = known] = Array.isArray(known['errors']) ? known['errors'].map(asRecord) : [];
  return moduleFault(first, texts);
}

/** A component or an expression threw while its page was rendered. */
function renderFault(error: Record<string, unknown>, texts: readonly Text[]): Fault | undefined {
  const text = texts.find(({ file }) => file === error['file']);
  if (text === undefined) return undefined;
  const stack = asText(asRecord(error['cause'])['stack']);
  const { components, expressions, statements } = text.outline;
  const thrower = components.find(
    ({ text: name }) => stack.includes(`.${name} [as `) || stack.includes(`at ${name} (`),
  );
  const { line } = thrower ?? expressions[0] ?? statements[0] ?? { line: 1 };
  const what = thrower === undefined ? 'an expression or component' : `\`<${thrower.text}>\``;
  return fault(
    text.file,
    line,
    `Unexpected error in ${what}, expected it to render: ${asText(error['message'])}`,
  );
}

/** Vite can't find what a text imports, doesn't find that name in it, or can't compile it. */
function moduleFault(error: Record<string, unknown>, texts: readonly Text[]): Fault | undefined {
  const message = stripVTControlCharacters(asText(error['message']));
  const loc = asRecord(error['loc']);
  const place = (PLACE.exec(message) ?? MODULE.exec(message))?.groups;
  const files = [loc['file'], error['id'], IMPORTER.exec(message)?.groups?.['file'], place?.['file']].flatMap(
    (file) => (typeof file === 'string' ? [absolute(file)] : []),
  );
  const text = texts.find(({ file }) => files.includes(file));
  const imported = text === undefined ? importOf(files, texts) : undefined;
  if (imported !== undefined)
    return fault(
      imported.file,
      imported.line,
      `Unexpected \`${imported.module}\`, expected it to compile: ${reason(message)}`,
    );
  if (text === undefined) return undefined;
  return fault(
    text.file,
    importLine(text, message),
    `Unexpected import, expected one that works: ${reason(message)}`,
  );
}

/** Finds which text imports one of some files. */
function importOf(
  files: readonly string[],
  texts: readonly Text[],
): { file: string; line: number; module: string } | undefined {
  for (const { file, outline } of texts)
    for (const { text, line } of outline.statements)
      for (const module of importedModules(text))
        if (files.includes(resolve(dirname(file), module)))
          return { file, line: lineOf(module, { text, line }), module };
  return undefined;
}

/** `… failed to resolve import "a" from "/…/index.mdx"` */
const IMPORTER = /import "[^"]+" from "(?<file>[^"]+)"/;

/** `[ content/articles/a/index.mdx:4:10 ]` */
const PLACE = /\[ (?<file>[^\s:[\]?]+)[^\s:]*:(?<line>\d+):\d+ \]/;

/** `[plugin astro:build] /…/Gauge.astro:2:10` */
const MODULE = /^\[plugin [^\]]+\] (?<file>\/[^\n]*?):(?<line>\d+):\d+$/m;

/** The line of the import named in a message; the line in the message itself is that of the compiled text. */
function importLine({ outline }: Text, message: string): number {
  const named = [...message.matchAll(/"([^"]+)"/g)].map(([, name]) => name!);
  const lines = outline.statements.flatMap((statement) =>
    named.flatMap((name) => (statement.text.includes(name) ? lineOf(name, statement) : [])),
  );
  return lines[0] ?? outline.statements[0]?.line ?? 1;
}

/** Vite's message in one line, without plugin and file names. */
function reason(message: string): string {
  const lines = message.split('\n').map((line) => line.replace(NOISE, '').trim());
  return (lines.find((line) => line !== '' && !line.startsWith('at ')) ?? message).replace(
    / from "\/[^"]*"/,
    '',
  );
}

const NOISE = /^(?:(?:\w*Error|\[[^\]]+\]):? ?)+|^\/\S+:\d+:\d+$|^\[plugin [^\]]+\] \/.*$/;

function absolute(file: string): string {
  const path = file.replace(/\?.*$/, '');
  return isAbsolute(path) ? path : resolve(path);
}

function fault(file: string, line: number, message: string): Fault {
  return { file, line, code: 'mdx-render', message: /[.!?]$/.test(message) ? message : `${message}.` };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
