import type { Meta } from './meta.ts';

/** A line that begins with a prompt. */
export interface PromptLine {
  /** Exactly as written, with the blanks after it. */
  prompt: string;
  /** The rest of the line; empty when the shell is only waiting. */
  command: string;
  host: string | undefined;
  user: string | undefined;
  root: boolean;
  /**
   * How much the prompt says: `declared` by the fence, `named` with brackets or a user and host, `host` alone
   * (`gluster1# `), or a bare `sigil`. The less it says, the sooner it is really a line of output.
   */
  form: 'declared' | 'named' | 'host' | 'sigil';
  /** False for interpreters (`mysql> `). */
  shell: boolean;
}

/** Host or user, also as a placeholder: gluster1, ip-10-0-0-1, {{gluster1}}. */
const name = String.raw`[A-Za-z0-9_{][\w.{}-]*`;

/** A directory as prompts show it; ~, /etc, repo. */
const directory = String.raw`[^\s$#%]*`;

/** The same where `>` is a user's prompt. */
const userDirectory = String.raw`[^\s$#%>]*`;

/** `$` and `%` are a user's, `#` is root's. */
const sigil = String.raw`(?<sigil>[$#%])`;

/** Shells that show their own name instead of a host's: bash-4.2$, -sh#. */
const shellName = /^-?(?:ba|z|k|da|a|tc|c|nix-)?sh(?:ell|-[\d.]+\w*)?$/;

/** The forms in which a shell asks for a command, each to be followed by a blank or the line's end. */
const forms: { form: PromptLine['form']; pattern: RegExp }[] = [
  // [root@gluster1 ~]#   [root@nixos:~]#   [nix-shell:~]$
  named(String.raw`\[(?:(?<user>${name})@)?(?<host>${name})(?:[ :][^\]]*)?\]${sigil}`),
  // [root@gluster1 ~] #
  named(String.raw`\[(?<user>${name})@(?<host>${name})(?:[ :][^\]]*)?\] ${sigil}`),
  // root@gluster1:~#   user@host:~/repo (main)$   root@host /path #   user@host:~ $   user@host:~> (SUSE, fish)
  named(
    String.raw`(?<user>${name})@(?<host>${name}|\(none\))` +
      String.raw`(?::${userDirectory}| [~/]${userDirectory})?(?: \([^()\s]+\))? ?(?<sigil>[$#%>])`,
  ),
  // gluster1:~ # (SUSE)   Mac:~ anna$
  named(String.raw`(?<host>${name}):[~/]${directory}(?: (?<user>${name}))? ?${sigil}`),
  // gluster1#   gluster1$   switch(config)#   bash-4.2$; in lower case and never with %, as in `Total# 5` or `50% `
  form('host', String.raw`(?<host>-?[a-z{][\w.{}-]*)(?:\([\w-]+\))?(?<sigil>[$#])`),
  // / #   ~ $   /etc/nginx # (containers)
  form('sigil', String.raw`[~/][\w./~-]* ?(?<sigil>[$#])`),
  form('sigil', sigil),
];

function named(source: string) {
  return form('named', source);
}

function form(kind: PromptLine['form'], source: string) {
  // (venv) may come before any of them.
  return { form: kind, pattern: new RegExp(String.raw`^(?:\([\w.+-]+\) )?${source}(?=[ \t]|$)[ \t]*`) };
}

/** Longer ones are no prompts; keeps the patterns' work small on any line. */
const longestPrompt = 200;

/** Line of a session → its prompt, or undefined when it is no command line. */
export function matchPrompt(line: string, meta: Pick<Meta, 'prompts'>): PromptLine | undefined {
  if (meta.prompts.length === 0) return matchShellPrompt(line);
  const written = declaredPrompt(line, meta.prompts);
  if (written === undefined) return undefined;
  const prompt = meta.prompts.find((declared) => declared.trimEnd() === written.trimEnd()) ?? written;
  const shell = matchShellPrompt(prompt.trimEnd());
  return {
    prompt: written,
    command: line.slice(written.length),
    host: shell?.host,
    user: shell?.user,
    root: shell?.root ?? false,
    form: 'declared',
    shell: shell !== undefined || isShellLike(prompt),
  };
}

/** Whether something directly follows a prompt that says enough to be one: `[root@gluster1 ~]#yum` · `[web1 ~]#yum` · `bash-5.1$ls`. */
export function lacksBlank(line: string): PromptLine | undefined {
  if (!/^(?:\[|-?(?:ba|z|k|da|c|tc)?sh(?:-[\d.]+\w*)?[$#%]|[\w(][\w.+-]*[@)])/.test(line)) return undefined;
  const end = line.slice(0, longestPrompt).search(/[$#%](?![\s$#%{])/);
  const match = end === -1 ? undefined : matchShellPrompt(line.slice(0, end + 1));
  if (match === undefined) return undefined;
  const isTelling = match.form === 'named' && (match.user !== undefined || line.startsWith('['));
  return isTelling || /^-?\w*sh/.test(line) ? match : undefined;
}

/** `$ls` · `$sudo apt update` · `$./configure` · `#yum install -y x` → the sign; what is no command word stays output: `$HOME`, `$x = 1`, `$(date)`. */
export function bareSign(line: string): string | undefined {
  const match = /^(?<sign>[$#%])(?:[a-z][\w.+-]*|(?:\.{1,2}|~)?\/[\w./+-]+)(?=\s|$)(?<rest>.*)$/.exec(
    line.slice(0, longestPrompt),
  );
  if (match === null) return undefined;
  const { sign, rest } = match.groups!;
  return /^\s*(?:[-+*/.%|&]?=|[-=]>|[,;:)}\]])|[;{,]\s*$/.test(rest!) ? undefined : sign;
}

/** Whether a declared prompt stands there without its blank: `mysql>SHOW` where `mysql> ` is declared. A mere sign may be anything. */
export function lacksDeclaredBlank(line: string, prompts: readonly string[]): string | undefined {
  return prompts
    .map((prompt) => prompt.trimEnd())
    .find(
      (prompt) =>
        prompt.length > 2 && line.startsWith(prompt) && /^[A-Za-z./~\\({]/.test(line.slice(prompt.length)),
    );
}

function matchShellPrompt(line: string): PromptLine | undefined {
  const head = line.slice(0, longestPrompt);
  for (const { form: kind, pattern } of forms) {
    const match = pattern.exec(head);
    if (match) return toPromptLine(line, kind, match);
  }
  return undefined;
}

function toPromptLine(line: string, kind: PromptLine['form'], match: RegExpExecArray): PromptLine {
  const groups = match.groups ?? {};
  const root = groups.sigil === '#';
  const host = groups.host;
  const isUser = host === 'root' && groups.user === undefined; // root#
  return {
    prompt: match[0],
    command: line.slice(match[0].length),
    host: isUser || isNoHost(host) ? undefined : host,
    user: groups.user ?? (root || isUser ? 'root' : undefined),
    root: root || groups.user === 'root',
    form: host !== undefined && shellName.test(host) && kind === 'host' ? 'sigil' : kind,
    shell: true,
  };
}

/** Every machine calls itself localhost, so it says nothing about which one is meant. */
function isNoHost(host: string | undefined): boolean {
  return host === undefined || host === 'localhost' || host === '(none)' || shellName.test(host);
}

/** Line → the declared prompt that it begins with, as written. The longest counts: `>>> ` before `> `. */
function declaredPrompt(line: string, prompts: readonly string[]): string | undefined {
  const found = prompts.flatMap((prompt) => beginsWithPrompt(line, prompt) ?? []);
  return found.sort((one, other) => other.length - one.length)[0];
}

/**
 * The trailing blank may be missing where the line ends: editors take it off. What changes by itself in an interpreter's prompt may differ: the
 * number in `In [1]: ` and `irb(main):001:0> `, psql's star within a transaction, PowerShell's folder; a number in a host's name may not.
 */
function beginsWithPrompt(line: string, prompt: string): string | undefined {
  if (line.startsWith(prompt)) return prompt;
  if (line === prompt.trimEnd()) return line;
  const source = variablePrompt(prompt);
  return source === undefined ? undefined : new RegExp(`^${source}`).exec(line.slice(0, longestPrompt))?.[0];
}

function variablePrompt(prompt: string): string | undefined {
  if (/^PS [A-Za-z]:\\.*> $/.test(prompt)) return String.raw`PS [A-Za-z]:\\[^<>|]{0,150}> `;
  const escaped = prompt.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  if (/^\w[\w.-]*=[#>] $/.test(prompt)) return escaped.replace('=', '=[*!]?');
  if (!/[[(:]\d/.test(prompt) || matchShellPrompt(prompt.trimEnd()) !== undefined) return undefined;
  return escaped.replace(/(?<=[[(:])\d+(?=\\?\]|:)/g, String.raw`\d{1,9}`);
}

/** Declared prompts that no pattern knows: a shell's ends as shells' do, others (mysql>, db=#) are interpreters. */
function isShellLike(prompt: string): boolean {
  return /(?:[❯➜➤λ]|(?:^|[^=\-(*!])[$#%]|@.*>)$/u.test(prompt.trimEnd());
}
