import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { sync } from 'astro';
import { readArguments } from './arguments.ts';
import { keepCompiledCode } from './compiled-code.ts';
import { EXIT, exitWith } from './exit.ts';
import { withoutTelemetry } from './without-telemetry.ts';

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

keepCompiledCode();
withoutTelemetry();
// These options are for programs and authors; the output of the code's own checks doesn't belong there.
if (values.todo || values.format !== undefined)
  exitWith(await runScript('check:content', ['--', ...ofContent]));

const ofContentEnded = await runScript('check:content', ['--', ...ofContent]);
// They read the types that Astro makes of the collections.
await sync({ root: process.cwd(), logLevel: 'error' });
const ended = values.fix
  ? // Both write.
    [
      await runScript('format'),
      await runScript('check:lint', ['--', '--fix']),
      await runScript('check:types'),
    ]
  : await Promise.all(['check:format', 'check:types', 'check:lint'].map((name) => runScript(name)));
exitWith([ofContentEnded, ...ended].every((status) => status === EXIT.ok) ? EXIT.ok : EXIT.faults);

/** Runs a script of `package.json`. What it prints is printed when it ends, because others may be running. */
async function runScript(name: string, args: readonly string[] = []): Promise<number> {
  const script = spawn('npm', ['run', '--silent', name, ...args], {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...process.env },
    // On Windows, `npm` is a script that needs a shell.
    shell: process.platform === 'win32',
  });
  const [[status], printed, complained] = await Promise.all([
    once(script, 'close') as Promise<[number | null]>,
    buffer(script.stdout),
    buffer(script.stderr),
  ]);
  process.stdout.write(printed);
  process.stderr.write(complained);
  return status ?? EXIT.ours;
}
