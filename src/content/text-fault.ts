import { dirname, resolve } from 'node:path';
import type { Fault } from './fault.ts';
import { COMPONENTS, isComponent } from './outline/components.ts';
import { isComment } from './outline/jsx-attributes.ts';
import { importedModules, importedNames } from './outline/javascript.ts';
import { lineOf, type Mention, type Outline } from './outline/outline.ts';
import { placeInStack, pointTo } from './project-fault.ts';
import { stackModules } from './stack-modules.ts';
import { isTextError, TextError } from './text-error.ts';
import { stoppedAt } from './text-place.ts';
import { asSentence, asThrown, reasonOf, type Thrown } from './thrown.ts';

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
  if (isTextError(error)) return renderFault(error, texts) ?? partFault(error);
  const thrown = asThrown(error);
  // A text may import the file of an entry, but isn't to blame for it.
  if (thrown.name === 'InvalidContentEntryDataError') return undefined;
  return moduleFault(thrown, texts) ?? loadFault(error, stackModules(thrown.stack), texts);
}

/** Somebody's own page renders texts without noting which one failed. */
function loadFault(error: unknown, modules: readonly string[], texts: readonly Text[]): Fault | undefined {
  const text = texts.find(({ file }) => modules.includes(file)) ?? importOf(modules, texts);
  return text && renderFault(new TextError(text.file, error, stoppedAt(text.file)), texts);
}

/** MDX outside of the content, which a text imports, has the same plug-ins and so knows its lines. */
function partFault({ file, line, message }: TextError): Fault | undefined {
  if (!file.endsWith('.mdx')) return undefined;
  const why = `Unexpected error in an expression or component, expected it to render: ${message}`;
  return fault(file, line ?? 1, why);
}

/** A component or an expression threw while its page was rendered, or a module while it was loaded. */
function renderFault(error: TextError, texts: readonly Text[]): Fault | undefined {
  const text = texts.find(({ file }) => file === error.file);
  if (text === undefined) return undefined;
  const cause = asThrown(error.cause);
  const ofModule = moduleFault(cause, [text]);
  if (ofModule !== undefined) return ofModule;
  const { line } = error;
  return line === undefined
    ? (importFault(text, cause.stack, error) ?? unplacedFault(text, cause.stack, error))
    : throwingFault(text, line, whatIsAt(line, text.outline), error);
}

/** A module that a text imports threw: while it was loaded, or the component in it later. */
function importFault(text: Text, stack: string, error: TextError): Fault | undefined {
  const imported = importOf(stackModules(stack), [text]);
  if (imported === undefined) return undefined;
  const names = importedNames(imported.statement, imported.module);
  const used = text.outline.components.find(({ text: name }) => names.includes(name.split('.')[0]!));
  return used === undefined
    ? throwingFault(text, imported.line, `\`${imported.module}\``, error)
    : throwingFault(text, used.line, `\`<${used.text}>\``, error);
}

/** Something threw that nothing but its stack tells about. */
function unplacedFault(text: Text, stack: string, error: TextError): Fault {
  const { components, expressions, statements } = text.outline;
  // Node's own name for loading a module.
  if (stack.includes('ModuleJob') && statements[0] !== undefined)
    return throwingFault(text, statements[0].line, 'an import', error);
  const used = components.find(({ text: name }) => isComponent(name) && !COMPONENTS.includes(name));
  const computed = expressions.find(({ text: value }) => !isComment(value));
  const { line } = used ?? computed ?? statements[0] ?? { line: 1 };
  return throwingFault(text, line, 'an expression or component', error);
}

function throwingFault({ file }: Text, line: number, what: string, { message, cause }: TextError): Fault {
  const why = `Unexpected error in ${what}, expected it to render: ${message.split('\n', 1)[0]!}`;
  const thrown = placeInStack(asThrown(cause).stack);
  const found = fault(file, line, why);
  return thrown === undefined || thrown.file === file ? found : { ...found, hint: pointTo(thrown) };
}

/** What a line computes, in words. */
function whatIsAt(line: number, { components, statements }: Outline): string {
  const isAt = (mention: Mention): boolean =>
    line >= mention.line && line < mention.line + mention.text.split('\n').length;
  const component = components.find((one) => one.line === line && isComponent(one.text));
  if (statements.some(isAt)) return 'a statement';
  return component === undefined ? 'an expression' : `\`<${component.text}>\``;
}

/** Vite can't find what a text imports, doesn't find that name in it, or can't compile it. */
function moduleFault({ message, stack, ...thrown }: Thrown, texts: readonly Text[]): Fault | undefined {
  const place = (PLACE.exec(message) ?? MODULE.exec(message))?.groups;
  const files = [...thrown.files, IMPORTER.exec(message)?.groups?.['file'], place?.['file']].flatMap(
    (file) => (file === undefined ? [] : [absolute(file)]),
  );
  const text = texts.find(({ file }) => files.includes(file));
  const imported = text === undefined ? importOf(files, texts) : undefined;
  if (imported !== undefined) {
    const why = `Unexpected \`${imported.module}\`, expected it to compile: ${reason(message)}`;
    const inside = { file: files[0]!, line: thrown.line ?? (place && Number(place['line'])) };
    return { ...fault(imported.file, imported.line, why), hint: pointTo(inside) };
  }
  if (text === undefined) return undefined;
  const plugin = placeInStack(stack);
  if (plugin !== undefined && plugin.file !== text.file) {
    const why = `Unexpected error in a plug-in, expected it to accept the text: ${reason(message)}`;
    return { ...fault(text.file, 1, why), hint: pointTo(plugin) };
  }
  const line = importLine(text, message);
  if (line === undefined) {
    const why = `Unexpected error in the text or a plug-in, expected the text to compile: ${reason(message)}`;
    return fault(text.file, text.outline.statements[0]?.line ?? 1, why);
  }
  return fault(text.file, line, `Unexpected import, expected one that works: ${reason(message)}`);
}

/** Finds which text imports one of some files. */
function importOf(
  files: readonly string[],
  texts: readonly Text[],
): { file: string; line: number; module: string; statement: string } | undefined {
  for (const { file, outline } of texts)
    for (const { text, line } of outline.statements)
      for (const module of importedModules(text))
        if (files.some((path) => isSameModule(path, resolve(dirname(file), module))))
          return { file, line: lineOf(module, { text, line }), module, statement: text };
  return undefined;
}

/** Imports may leave out the ending, or have a query. */
function isSameModule(file: string, imported: string): boolean {
  const path = imported.replace(/\?.*$/, '');
  return file === path || file.replace(/\.[cm]?[jt]sx?$/, '') === path;
}

/** `… failed to resolve import "a" from "/…/index.mdx"`, `Failed to load url /a (resolved id: /…/a) in /…/index.mdx. Does …` */
const IMPORTER = /(?:import "[^"]+" from "|\) in )(?<file>[^"\n]+?)(?:"|\. Does the file exist)/;

/** `[ content/articles/a/index.mdx:4:10 ]` */
const PLACE = /\[ (?<file>[^\s:[\]?]+)[^\s:]*:(?<line>\d+):\d+ \]/;

/** `[plugin astro:build] /…/Gauge.astro:2:10` */
const MODULE = /^\[plugin [^\]]+\] (?<file>\/[^\n]*?):(?<line>\d+):\d+$/m;

/** The line of the import named in a message, if there is one; the line in the message itself is that of the compiled text. */
function importLine({ outline }: Text, message: string): number | undefined {
  const named = [...message.matchAll(/(?:"|load url )([^"\s]+)/g)].map(([, name]) => name!);
  const lines = outline.statements.flatMap((statement) =>
    named.flatMap((name) => (statement.text.includes(name) ? lineOf(name, statement) : [])),
  );
  return lines[0];
}

/** Vite's message in one line; the file is known. */
function reason(message: string): string {
  return reasonOf(message).replace(/ from "\/[^"]*"/, '');
}

function absolute(file: string): string {
  return resolve(file.replace(/\?.*$/, ''));
}

function fault(file: string, line: number, message: string): Fault {
  return { file, line, code: 'mdx-render', message: asSentence(message) };
}
