import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outline } from '../../../../src/content/outline/outline.ts';
import { hostScript } from '../../../../src/outputs/scripts/host-script.ts';
import { hostRunbook, type RunbookItem } from '../../../../src/articles/runbook.ts';

/** What a test declares about a placeholder; label and example are as plain as possible. */
export type Declared = Record<string, { label?: string; example?: string; pattern?: string }>;

/** The script of an article's text for host `a`. */
export function aScript(mdx: string, declared: Declared = {}, about: string[] = ['A title: a']): string {
  return scriptOf(hostRunbook(outline(mdx).blocks, 'a'), declared, about);
}

/** The script for host `a` that does certain things. */
export function scriptOf(items: RunbookItem[], declared: Declared = {}, about = ['A title: a']): string {
  const placeholders = Object.entries(declared).map(
    ([name, { label = 'A label', example = 'b', pattern }]) => {
      return { name, label, example, pattern };
    },
  );
  return hostScript({ host: 'a', about, placeholders, items });
}

/** A fence for host `a`. */
export function fence(info: string, text: string): string {
  const [language = '', ...meta] = info.split(' ');
  return `\`\`\`\`\`${language} host="a" ${meta.join(' ')}\n${text}\n\`\`\`\`\`\n\n`;
}

/** The result of running a script. */
export interface Run {
  status: number | null;
  stdout: string;
  /** Without the lines that announce each step. */
  stderr: string;
  /** Those lines: `[1/2] $ ls`. */
  steps: string[];
  /** The text files that it left in its working directory. */
  files: Record<string, string>;
}

/** Runs a script with bash in a folder of its own; `keys` are typed at a terminal, and without them there is no terminal. */
export function run(
  script: string,
  values: Record<string, string> = {},
  args: string[] = [],
  keys?: string,
): Run {
  const folder = mkdtempSync(join(tmpdir(), 'opsnotes-script-'));
  try {
    const path = join(folder, '.script.sh');
    writeFileSync(path, script);
    const env = { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8', ...values };
    const { status, stdout, stderr } =
      keys === undefined
        ? spawnSync('bash', [path, ...args], { cwd: folder, env, encoding: 'utf8', input: '' })
        : atTerminal(['bash', path, ...args], { cwd: folder, env }, keys);
    const lines = stderr.split('\n');
    const isStep = (line: string) => /^\[\d+\/\d+\] /.test(line);
    return {
      status,
      stdout,
      stderr: lines.filter((line) => !isStep(line)).join('\n'),
      steps: lines.filter(isStep),
      files: filesIn(folder),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a command at a terminal made by util-linux; all output comes as one text, as on a screen. */
function atTerminal(command: string[], options: { cwd: string; env: NodeJS.ProcessEnv }, keys: string) {
  const line = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const { status, stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
    ...options,
    encoding: 'utf8',
    input: keys,
  });
  return { status, stdout: '', stderr: stdout.replaceAll('\r\n', '\n') };
}

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name !== '.script.sh');
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
