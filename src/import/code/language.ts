import { bundledLanguages } from 'shiki/langs';
import { parseJson } from '../read/values.ts';

/** Other names that blogs and generators use for a language. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...named(
    'text',
    'plaintext plain txt none nohighlight no-highlight text-only output raw null undefined default ascii',
  ),
  ...named(
    'console',
    'shell-session shellsession sh-session bash-session terminal term commandline command-line shell_session ps1con',
  ),
  ...named('bash', 'bashscript shellscript shell-script unix'),
  ...named('apache', 'apacheconf apache-conf httpd htaccess'),
  ...named('ini', 'dosini cfg systemd desktop properties-file editorconfig'),
  ...named('text', 'conf config configuration'),
  ...named('sql', 'mysql pgsql postgres postgresql mssql oracle sqlite'),
  ...named('python', 'pycon python3 py3 python-console pytb'),
  ...named('javascript', 'jscript node nodejs'),
  ...named('go', 'golang'),
  ...named('cpp', 'c++ cplusplus'),
  ...named('csharp', 'c# c-sharp'),
  ...named('diff', 'patch udiff'),
  ...named('html', 'xhtml htm html4strict html5'),
  ...named('xml', 'svg rss wsdl'),
  ...named('viml', 'vimscript'),
  ...named('docker', 'dockerfile-config containerfile'),
  ...named('hcl', 'hashicorp nomad'),
  ...named('jinja', 'jinja2 django twig-html'),
  ...named('json', 'json-object jsonp'),
  ...named('yaml', 'ansible salt'),
  ...named('delphi', 'objectpascal'),
  ...named('tex', 'latex-source'),
};

function named(language: string, others: string): Record<string, string> {
  return Object.fromEntries(others.split(' ').map((name) => [name, language]));
}

/** Languages that the block parser knows and Shiki doesn't. */
const OURS = new Set(['text', 'console', 'bash', 'sh', 'shell', 'zsh']);

/** The name that we use for a source's language; undefined if we don't know it. */
export function knownLanguage(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const name = written
    .trim()
    .toLowerCase()
    .replace(/^(?:language|lang|highlight-source|highlight|brush|source)[-:\s]\s*/, '')
    .replace(/^[.{]+|[}]+$/g, '');
  const known = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name]! : name;
  return OURS.has(known) || Object.hasOwn(bundledLanguages, known) ? known : undefined;
}

/** First lines that identify a language with certainty. */
const SIGNS: readonly [language: string, sign: RegExp][] = [
  ['php', /^<\?php\b/],
  ['xml', /^(?:<\?xml\b|<!DOCTYPE (?!html)|<[a-z][\w:-]*(?:\s+[\w:-]+="[^"]*")*\s*\/?>\s*(?:\n|$))/],
  ['html', /^<(?:!DOCTYPE html|html|head|body|div|p|a|script|form|table|ul|img)\b/i],
  ['diff', /^(?:diff --git |--- [^\n]+\n\+\+\+ |Index: [^\n]+\n=+\n|@@ -\d+)/],
  ['docker', /^FROM [\w./:-]+(?: AS \w+)?\n(?:[^]*\n)?(?:RUN|COPY|CMD|ENTRYPOINT|ADD|ENV|WORKDIR) /i],
  [
    'sql',
    /^(?:SELECT\s[^]*\sFROM\s|INSERT INTO\s|UPDATE\s+\S+\s+SET\s|CREATE (?:TABLE|DATABASE|USER|INDEX)\s|ALTER TABLE\s|DELETE FROM\s|GRANT\s[^]*\sTO\s|DROP (?:TABLE|DATABASE)\s)/i,
  ],
  [
    'python',
    /^(?:import \w+(?:\.\w+)*\n|from \w[\w.]* import |def \w+\([^\n]*\):\n|class \w+(?:\([^\n]*\))?:\n)/,
  ],
  ['ini', /^(?:[;#][^\n]*\n)*\[[\w .:@"/-]+\][ \t]*\n(?:[ \t]*(?:[;#][^\n]*)?\n)*[ \t]*[\w .@/-]+[ \t]*=/],
  ['nginx', /^(?:server|http|upstream \S+|location [^\n{]+)\s*\{\n/],
  ['apache', /^<(?:VirtualHost|Directory|IfModule|Location|Files)\b[^\n>]*>/i],
  ['yaml', /^(?:---\n|[\w-]+:\n(?: +- | +[\w-]+:)|- [\w-]+: [^\n]*\n {2}[\w-]+:)/],
  ['c', /^#include\s*[<"]/],
];

/** Recognises the language of code that names none; undefined if it isn't certain. */
export function languageOfText(text: string): string | undefined {
  const start = text.trimStart();
  const shebang = /^#!\s*\S*?(?:\/env\s+(?:-S\s+)?)?([\w+-]+)[\d.]*(?:\s|$)/.exec(start)?.[1];
  if (shebang !== undefined) return knownLanguage(shebang.replace(/^(?:da|a|k)sh$/, 'sh'));
  if (/^[[{]/.test(start) && parseJson(text) !== undefined) return 'json';
  return SIGNS.find(([, sign]) => sign.test(start.slice(0, 5000)))?.[0];
}
