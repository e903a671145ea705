import { spawnSync } from 'node:child_process';
import { checkFolder } from '../checks/folder.ts';
import { todosOf, type Todo } from '../checks/todos.ts';
import { contentFolder } from '../content/content-folder.ts';
import { byPlace, displayPath } from '../content/fault.ts';
import { EXIT, readArguments } from './arguments.ts';
import { asGithub, asJson, FORMATS, type Finding, type Format } from './fault-formats.ts';
import { printFaults, printWarnings } from './print-faults.ts';

const help = `Usage: npm run check [-- --todo] [-- --format FORMAT]

Checks the content folder, then the code: formatting, types, lint. Prints every
fault as path:line  code  Unexpected X, expected Y. With an option, and by
npm run check:content, only the content is checked.

  --todo            list what imports and authors left to do, too
  --format FORMAT   ${FORMATS.join(', ')} (default: text)
  -h, --help        this text

OPSNOTES_CONTENT   the content folder (default: content)

Exits with 1 where there are faults; something to do is none.`;

const { values } = readArguments({
  help,
  options: {
    todo: { type: 'boolean', default: false },
    format: { type: 'string', default: 'text' },
    // By `npm run check` alone, for those who work on the code.
    'with-code': { type: 'boolean', default: false },
  },
});

const { format } = values;
if (!isFormat(format)) {
  console.error(`Unexpected format \`${format}\`, expected one of ${FORMATS.join(', ')}.\n\n${help}`);
  process.exit(EXIT.usage);
}
const { content, faults, warnings } = checkFolder(contentFolder());
const todos = todosOf(content);
if (format === 'text') printText();
else printFindings(format);
const isOfContent = values.todo || format !== 'text';
if (faults.length > 0) process.exitCode = EXIT.faults;
else if (values['with-code'] && !isOfContent) process.exitCode = checkCode();

function printText(): void {
  printWarnings(warnings);
  if (faults.length > 0) printFaults(faults);
  else
    console.log(
      `${content.articles.length} articles, ${content.tags.length} tags, ${content.sources.length} sources: no faults.`,
    );
  if (values.todo)
    console.log(
      todos.length === 0
        ? 'Nothing to do.'
        : `${todos.map(todoLine).join('\n')}\n\n${todos.length} to do. Take the comment out where it is done.`,
    );
  else if (todos.length > 0) console.log(`${todos.length} to do: npm run check -- --todo`);
}

function todoLine({ file, line, message }: Todo): string {
  return `${displayPath(file, process.cwd())}:${line}  to-do  ${message}`;
}

function printFindings(kind: Exclude<Format, 'text'>): void {
  const findings: Finding[] = [
    ...faults.map((fault) => ({ ...fault, severity: 'fault' as const })),
    ...warnings.map((fault) => ({ ...fault, severity: 'warning' as const })),
    ...(values.todo ? todos.map((todo) => ({ ...todo, code: 'to-do', severity: 'todo' as const })) : []),
  ];
  const text = (kind === 'json' ? asJson : asGithub)(findings.sort(byPlace));
  if (text !== '') console.log(text);
}

/** The code's own checks, one after the other; the first that fails decides. */
function checkCode(): number {
  for (const script of ['check:format', 'check:types', 'check:lint']) {
    const { status } = spawnSync('npm', ['run', '--silent', script], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) return status ?? EXIT.faults;
  }
  return EXIT.ok;
}

function isFormat(text: string): text is Format {
  return (FORMATS as readonly string[]).includes(text);
}
