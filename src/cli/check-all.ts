import { spawnSync } from 'node:child_process';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit.ts';

const { values } = readArguments({
  help: `Usage: npm run check [-- --fix] [--strict] [--site [--out FOLDER]]
       npm run check -- --todo | --format FORMAT

Checks the content, then the formatting, types and lint rules of the code. All
checks run, even if an earlier one fails.

  --fix          fix what has only one right form, then check
  --strict       treat warnings about the content as faults
  --todo, --format FORMAT
                 only check the content (see npm run check:content -- --help)
  --site         check the built site too (see npm run check:content -- --help)
  --out FOLDER   the built site (default: dist)
  -h, --help     show this help

OPSNOTES_CONTENT   the content folder (default: content)`,
  options: {
    fix: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    site: { type: 'boolean', default: false },
    out: { type: 'string' },
    todo: { type: 'boolean', default: false },
    format: { type: 'string' },
  },
});

const ofContent = [
  ...(['fix', 'strict', 'site', 'todo'] as const).filter((name) => values[name]).map((name) => `--${name}`),
  ...(values.out === undefined ? [] : ['--out', values.out]),
  ...(values.format === undefined ? [] : ['--format', values.format]),
];

// These options are for programs and authors; the output of the code's own checks doesn't belong there.
if (values.todo || values.format !== undefined)
  process.exit(runScript('check:content', ['--', ...ofContent]));

const ended = [
  runScript('check:content', ['--', ...ofContent]),
  runScript(values.fix ? 'format' : 'check:format', []),
  runScript('check:types', []),
  runScript('check:lint', values.fix ? ['--', '--fix'] : []),
];
process.exit(ended.every((status) => status === EXIT.ok) ? EXIT.ok : EXIT.faults);

/** Runs a script of `package.json`, which prints its own output. */
function runScript(name: string, args: readonly string[]): number {
  const { status } = spawnSync('npm', ['run', '--silent', name, ...args], {
    stdio: 'inherit',
    // On Windows, `npm` is a script that needs a shell.
    shell: process.platform === 'win32',
  });
  return status ?? EXIT.ours;
}
