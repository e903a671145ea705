import { STRONG_FUNCTION_WORDS, WEAK_FUNCTION_WORDS } from './words/function-words.ts';
import { NEVER_COMMANDS } from './words/never-commands.ts';
import { PLAIN_VERBS } from './words/plain-verbs.ts';
import { SAYING_PROGRAMS } from './words/saying-programs.ts';

/**
 * Text after a bare `# ` → whether it reads like a comment in somebody's words rather than a command. It asks no table of programs, which
 * would not know the tools of a trade, but a few words of our own and the form of the line.
 *
 * `or with podman` → true · `Täglich um Mitternacht` → true · `yum install x` → false
 */
export function readsLikeComment(text: string): boolean {
  const command = text.trim();
  if (command.startsWith('#')) return false; // `# # a comment at root's prompt`, written so on purpose
  if (/^[A-Za-z_]\w*=(?:["']?(?:\$\(|`)|"[^"]*$)/.test(command)) return false; // x=$(…), or a text of several lines
  if (hasForeignLetters(command) || endsLikeCode(command)) return true;
  const program = programWord(command);
  return isOddStart(program, command) || isOddKeyword(program, command) || isProse(program, command);
}

/** Letters beyond ASCII outside of quotes and comments; curly quotes and the like are another check's business. */
function hasForeignLetters(command: string): boolean {
  return /(?![A-Za-z])\p{L}/u.test(withoutQuotes(command));
}

/** `listen 80;` · `x = y` · `option: value`, but not `find -exec rm {} \;` nor `case` or a loop in one line. */
function endsLikeCode(command: string): boolean {
  const endsInSemicolon = /(?<!\\);\s*$/.test(command) && !/;;\s*$|\b(?:done|fi|esac)\s*;\s*$/.test(command);
  return endsInSemicolon || /^[^\s=]+\s+=(?:\s|$)/.test(command);
}

/** Quotes, substitutions and a comment at the end taken out: what is left are the words of the command itself. */
function withoutQuotes(command: string): string {
  return command
    .replace(/\\./g, '')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"')
    .replace(/\s#.*$/, '');
}

/** The first word that is no assignment and no wrapper: `LANG=C sudo -u git ls` → `ls`. */
function programWord(command: string): string {
  let rest = command;
  for (let depth = 0; depth < 8; depth++) {
    const assignment =
      /^[A-Za-z_]\w*\+?=(?:"[^"]*"|'[^']*'|\$?\([^()]*\)|`[^`]*`|[^\s"'`$()]|\$)*(?:\s+|$)/.exec(rest)?.[0];
    if (assignment === undefined) break;
    rest = rest.slice(assignment.length);
  }
  return rest === '' && command !== '' ? '=' : (/^\S+/.exec(rest)?.[0] ?? '');
}

/** Names in capitals that are programs all the same: `Xorg`, `R`, `MAKEDEV`, `VBoxManage`, `NetworkManager`, `Install.sh`. */
const capitalProgram =
  /^(?:X(?:org|vnc|vfb|wayland)?|R|Rscript|VBox\w+|MAKEDEV|NetworkManager|MegaCli\w*|\w+\.(?:AppImage|sh|py|pl|run|bin)|[A-Z]\w*-[a-z]\S*)$/;

/** What begins with no word that a program can have as its name. */
function isOddStart(word: string, command: string): boolean {
  if (word === '=') return false; // nothing but assignments
  if (word.startsWith('$')) return !/^\$(?:\{|\(|[A-Za-z_]\w*(?:\/|$))/.test(word);
  if (word.startsWith('{{')) return !/^\{\{[a-z]\w*\}\}/.test(word);
  if (word.startsWith('(')) return isOddGroup(command);
  if (['[[', '((', '[', '!', '{', ':', '.', '"$@"'].includes(word)) return command.length < 3;
  if (/^>{1,2}$|^>{1,2}[/~$]/.test(word)) return !/^>{1,2}\s*[/~$][^\s<>]*$/.test(command); // > /var/log/x
  if (/^["']?(?:~|\.{1,2})?\//.test(word)) return isOddPath(word, command);
  const name = word.split(/[;|&<>]/, 1)[0]!.replaceAll('\\', '');
  if (capitalProgram.test(name) || /^\w+\(\)\s*\{/.test(command)) return false; // f() { …; }
  if (!/^[a-z0-9_][\w.+-]*(?:\/[\w./+-]+)?$/.test(name) || name.endsWith('.')) return true;
  return !/[a-z].?[a-z]|[a-z]\d|\d[a-z]|^w$|^g\+\+$/.test(name);
}

/** `(cd /srv && ls)` has a command within; `(optional)` and `A=b (see above)` have none. */
function isOddGroup(command: string): boolean {
  if (!command.startsWith('(') || /^\([\w ]*\)/.test(command)) return true;
  return readsLikeComment(command.replace(/^\(+\s*/, ''));
}

/** A path is a program's where arguments follow, or where programs are kept: `/etc/hosts` alone is a file's name. */
function isOddPath(word: string, command: string): boolean {
  if (!/^["']?(?:~|\.{1,2})?\/[\w@%+,./{}*~$-]+["']?$/.test(word) || word.startsWith('.../')) return true;
  const hasArguments = /\s\S/.test(command);
  return (
    !hasArguments &&
    !/(?:^|\/)(?:s?bin|init\.d|rc\.d|libexec|scripts?|cgi-bin|games)\/|^\.{0,2}\/[\w.-]+$|\.(?:sh|py|pl|rb|php|run|bin|AppImage)$/.test(
      word,
    )
  );
}

/** Reserved words of the shell, and a few programs, which are words of English too: what has to stand in such a command. */
const keywordForms: Readonly<Record<string, RegExp>> = {
  for: /^for (?:\(\(|\w+ in\b|\w+;|\w+$)/,
  select: /^select \w+ in\b/,
  if: /^if (?:\[|!|\(|(?:true|:|read|sleep|grep|test|command|id|which|sudo|systemctl|ping|nc|curl|diff|cmp)\b)|^if .*;/,
  while: /^while (?:\[|!|\(|(?:true|:|read|sleep|IFS=|ps|pgrep|kill|sudo|test)\b|\S*IFS=)|^while .*;/,
  until: /^until (?:\[|!|\(|(?:true|:|read|sleep|ping|curl|nc|test|ssh)\b)|^until .*;/,
  case: /^case .* in\b/,
  function: /^function [\w-]+ ?(?:\(\))? ?\{?$/,
  source: /^source\s+(?:<\(|\S*[/.~$"'])|^source \S+$/,
  '.': /^\.\s+(?:<\(|\S*[/.~$"'])/,
  go: /^go (?:build|install|get|run|test|mod|env|version|vet|fmt|generate|list|work|tool|clean|doc|fix)\b/,
  step: /^step (?:ca|certificate|crypto|ssh|oauth|path|context|kms|beta|version)\b/,
  node: /^node(?:$| -| \S*[/.])/,
  pass: /^pass(?:$| (?:show|insert|init|git|generate|edit|ls|find|rm|mv|cp|grep|otp)\b)/,
  let: /^let ["']?\w+(?:[-+*/%]{1,2}|[-+*/%]?=)/,
};

/** Words that only continue a command: none begins with them. */
const continuingKeywords = ['in', 'do', 'done', 'then', 'else', 'elif', 'fi', 'esac'];

function isOddKeyword(word: string, command: string): boolean {
  if (continuingKeywords.includes(word)) return true;
  const form = Object.hasOwn(keywordForms, word) ? keywordForms[word] : undefined;
  return form !== undefined && !form.test(command);
}

/** `for i in a b` · `select x in 1 2`, whose variable is a letter or whose list counts: no sentence has either. */
function isLoop(command: string): boolean {
  return /^(?:for|select) (?:[a-z]\d? in (?!the\b)|\w+ in (?:.* )?\S*\d)/.test(command);
}

/** What a shell makes of a line other than words. */
const shellSign = /[;|&<>=$\\]|\s(?:--?|\+)[A-Za-z]|\{.*\}/;

/** A comma within a sentence, or the full stop between two. */
const sentenceSign = /\w, \w|[a-z]\. [A-Z]/;

/** `configuring the card` · `finally` · but not `fping`, `syncthing`: whatever ends so is no program's name. */
const proseEnding = /^(?!readonly$)[a-z]{4,}(?:(?<!p|th)ing|ly)$/;

/** Programs to which `name:` is a place. */
const takesPlaces = /^(?:scp|rsync|rclone|incus|lxc|restic|borg|sftp|smbclient)$/;

/** Programs to which `name.` is a domain. */
const takesDomains = /^(?:dig|kdig|delv|drill|host|nslookup|whois|dnswalk|rndc|pdnsutil)$/;

/** `set up the disk:` · `see above.` · but not `rclone ls backup:` nor `host example.com.` */
function endsLikeSentence(program: string, text: string): boolean {
  if (text.endsWith(':')) return /[a-z]:$/.test(text) && !takesPlaces.test(program);
  return /[a-z][.!?]$/.test(text) && !takesDomains.test(program);
}

function isProse(word: string, command: string): boolean {
  const name = word.replace(/[.,:;!?]+$/, '');
  if (NEVER_COMMANDS.has(name.toLowerCase()) || proseEnding.test(name)) return true;
  if (SAYING_PROGRAMS.has(name) || isLoop(command)) return false;
  const text = withoutQuotes(command);
  const plain = text
    .split(/\s+/)
    .slice(1)
    .map((one) => (/^[A-Z]{2,}$/.test(one) ? '' : one.replace(/[.,:;!?()]+/g, '').toLowerCase()));
  const strong = plain.filter((one) => STRONG_FUNCTION_WORDS.has(one)).length;
  if (strong > 0 && sentenceSign.test(text)) return true;
  if (shellSign.test(text) || command.includes('\\')) return strong > 1;
  if (strong > 0 || (plain.length > 0 && (sentenceSign.test(text) || endsLikeSentence(name, text))))
    return true;
  if (plain.slice(0, -1).some((one) => one === 'and' || one === 'or')) return true;
  const arePlain = plain.every((one) => /^[a-z]*$/.test(one));
  if (arePlain && plain.slice(0, -1).some((one) => WEAK_FUNCTION_WORDS.has(one))) return true;
  return (
    PLAIN_VERBS.has(name) &&
    !/^(?:reboot|shutdown) now$/.test(command) &&
    /^\w+(?: [A-Za-z]+)+(?: \d+)?$/.test(command)
  );
}
