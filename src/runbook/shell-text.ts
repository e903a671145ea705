/** Text → lines of a shell comment; no line of it can be anything else. */
export function comment(text: string): string[] {
  return text.split(/[\r\n\u2028\u2029]+/).map((line) => `# ${line}`.trimEnd());
}

/** Text → one word of a shell: `it's` → `'it'\''s'`. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A path with placeholders → one word of a shell, in which they are variables: `/etc/{{name}}` → `"/etc/${name}"`. */
export function doubleQuoted(text: string): string {
  const escaped = text.replace(/[\\"$`]/g, String.raw`\$&`);
  return `"${escaped.replace(/\{\{([a-z][a-z0-9_]*)\}\}/g, '${$1}')}"`;
}

/** A command that reads a text as it stands: `cat > file <<'END'`, with a delimiter that is no line of the text. */
export function hereDocument(command: string, descriptor: string, text: string): string {
  const delimiter = freeDelimiter(text.split('\n'));
  return `${command} ${descriptor}<<'${delimiter}'\n${text}\n${delimiter}`;
}

function freeDelimiter(lines: readonly string[]): string {
  const taken = new Set(lines);
  let delimiter = 'END_OF_TEXT';
  for (let number = 2; taken.has(delimiter); number++) delimiter = `END_OF_TEXT_${number}`;
  return delimiter;
}
