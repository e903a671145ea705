import { findPlaceholders } from '../../commands/placeholders.ts';

/** Text → lines of a shell comment; no line of it can be anything else. */
export function comment(text: string): string[] {
  return text.split(/[\r\n\v\f\u0085\u2028\u2029]+/).map((line) => `# ${line}`.trimEnd());
}

/** Text → one word of a shell: `it's` → `'it'\''s'`. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The variable that holds a placeholder's value once it is checked; no article's command has one of that name. */
export function variableOf(name: string): string {
  return `_value_${name}`;
}

/**
 * A path with placeholders → one word of a shell in which they are variables: `/etc/{{name}}` → `'/etc/'"$_value_name"`.
 * A tilde at its beginning stays one: `~/.bashrc` → `~/'.bashrc'`.
 */
export function pathWord(path: string): string {
  const home = /^~[a-z0-9_-]*(?:\/|$)/.exec(path)?.[0] ?? '';
  const pieces: string[] = [];
  let done = home.length;
  for (const { name, start, end } of findPlaceholders(path)) {
    if (start > done) pieces.push(quoted(path.slice(done, start)));
    pieces.push(`"$${variableOf(name)}"`);
    done = end;
  }
  if (done < path.length || path === '') pieces.push(quoted(path.slice(done)));
  return home + pieces.join('');
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
