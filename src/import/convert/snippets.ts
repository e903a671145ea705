import type { Conversion } from './conversion.ts';

/** `--8<-- "file.md"`, alone on a line, also in code. */
const SNIPPET = /^([ \t]*)-+8<-+[ \t]+(["'])([^"'\n]+)\2[ \t]*$/gm;

/** How many characters files may add to a text; more than that are files that include each other. */
const MOST = 200_000;

/** Puts the files in place that MkDocs includes. A file that isn't there is left for the report. */
export function includeSnippets(
  text: string,
  conversion: Conversion,
  around: readonly string[] = [],
  room = { left: MOST },
): string {
  return text.replace(SNIPPET, (line: string, indent: string, _quote: string, name: string) => {
    const part = partOf(name, conversion.textOf);
    if (part === undefined || around.includes(name) || part.length > room.left) return line;
    room.left -= part.length;
    return includeSnippets(part, conversion, [...around, name], room)
      .split('\n')
      .map((one) => (one === '' ? '' : indent + one))
      .join('\n');
  });
}

/** `file.md`, `file.md:2:5` (lines), `file.md:name` (a section between two marks). */
function partOf(written: string, textOf: Conversion['textOf']): string | undefined {
  const [, name = '', from, to, section] = /^([^:]+)(?::(?:(\d*)(?::(\d*))?|([\w-]+)))?$/.exec(written) ?? [];
  const text = textOf(name)?.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  if (section === undefined)
    return lines.slice(from ? Number(from) - 1 : 0, to ? Number(to) : undefined).join('\n');
  const at = (mark: string): number =>
    lines.findIndex((line) => new RegExp(String.raw`-+8<-+[ \t]+\[${mark}:[ \t]*${section}\]`).test(line));
  const [start, end] = [at('start'), at('end')];
  return start === -1 || end < start ? undefined : lines.slice(start + 1, end).join('\n');
}
