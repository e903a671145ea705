/**
 * Values that always differ in output, by name. In expected output, `{{*ip}}` stands for any text of that form, and
 * `{{*}}` for any text within a line.
 */
export const OUTPUT_NAMES: Readonly<Record<string, string>> = {
  /** `10.0.0.11`, `fe80::1` */
  ip: String.raw`(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})`,
  /** `02:42:0a:4d:00:01` */
  mac: String.raw`[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}`,
  /** `2026-11-28`, `28 Nov 2026`, `Sat Nov 28`, `Nov 28` */
  date: String.raw`(?:\d{4}[-/]\d{2}[-/]\d{2}|(?:[A-Z][a-z]{2},? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} {1,2}\d{1,2})(?:,? \d{4})?)`,
  /** `02:05:45`, `02:05`, `02:05:45.123 UTC` */
  time: String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:UTC|GMT|Z|[+-]\d{2}:?\d{2}))?`,
  /** `4.2 s`, `350ms`, `1min 3.5s` */
  duration: String.raw`\d+(?:[.,]\d+)? ?(?:ns|us|µs|ms|s|sec|secs|seconds?|m|min|minutes?|h|hours?|d|days?)(?: \d+(?:[.,]\d+)? ?(?:ms|s|min))?`,
  /** `9.4G`, `512 MiB`, `52428800` */
  size: String.raw`\d+(?:[.,]\d+)?(?: ?(?:[kKMGTP]i?)?[Bb]?(?:ytes)?)?`,
  /** `831`, `-4`, `0.25` */
  number: String.raw`-?\d+(?:[.,]\d+)*`,
  /** `10%` */
  percent: String.raw`\d+(?:[.,]\d+)? ?%`,
  /** `1d2e8c3f-…` with its hyphens */
  uuid: String.raw`[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}`,
  /** A number or name without spaces, such as a process, a port, a job, a checksum. */
  id: String.raw`[\w.:/-]+`,
};

/** The names, formatted for a message. */
export const OUTPUT_NAME_LIST = ['{{*}}', ...Object.keys(OUTPUT_NAMES).map((name) => `{{*${name}}}`)].join(
  ', ',
);

const pattern = /\{\{\*(?<name>[a-z]*)\}\}/g;

/**
 * Turns a line of expected output with such names into a regular expression for the whole line. Undefined if it has
 * none, or an unknown one.
 */
export function namedPattern(line: string): string | undefined {
  let source = '';
  let done = 0;
  for (const match of line.matchAll(pattern)) {
    const name = match.groups!.name!;
    const form = name === '' ? '.*?' : OUTPUT_NAMES[name];
    if (form === undefined) return undefined;
    source += escaped(line.slice(done, match.index)) + form;
    done = match.index + match[0].length;
  }
  return done === 0 ? undefined : source + escaped(line.slice(done));
}

/** Unknown names in a line: `{{*adress}}` → `adress`. */
export function unknownNames(line: string): string[] {
  return [...line.matchAll(pattern)]
    .map(({ groups }) => groups!.name!)
    .filter((name) => name !== '' && OUTPUT_NAMES[name] === undefined);
}

/** Splits output into literal text and names of values that differ, the latter as a reader sees them, `‹ip›`. */
export function readableParts(text: string): { text: string; varies: boolean }[] {
  const pieces = text.split(/(\{\{\*[a-z]*\}\})/);
  return pieces
    .map((piece, index) => ({ text: readableOutput(piece), varies: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** Output as a reader sees it: `{{*ip}}` → `‹ip›`, `{{*}}` → `‹…›`. */
export function readableOutput(text: string): string {
  return text.replace(pattern, (_whole, name: string) => `‹${name === '' ? '…' : name}›`);
}

/** A text as a regular expression that matches only it. */
export function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`);
}
