import { findPlaceholders } from '../../commands/placeholders.ts';

/** Turns text into shell comment lines; no line of it can escape from the comment. */
export function comment(text: string): string[] {
  return text.split(/[\r\n\v\f\u0085\u2028\u2029]+/).map((line) => `# ${line}`.trimEnd());
}

/** Quotes text as one shell word: `it's` → `'it'\''s'`. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A shell word as a person would type it, with quotes only if it needs them: `my notes` → `'my notes'`. */
export function typed(text: string): string {
  return /^[\w.,:/@=+-]+$/.test(text) ? text : quoted(text);
}

/** The variable that holds a placeholder's value once it has been checked; no article's command uses such a name. */
export function variableOf(name: string): string {
  return `_value_${name}`;
}

/**
 * Turns a path with placeholders into one shell word with variables: `/etc/{{name}}` → `'/etc/'"$_value_name"`. A leading tilde
 * keeps its meaning: `~/.bashrc` → `~/'.bashrc'`.
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

/** A command that reads a text literally: `cat > file <<'END'`, with a delimiter that isn't a line of the text. */
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
