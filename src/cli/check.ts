import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isOneOf } from '../content/one-of.ts';
import { writeFixes } from '../checks/fix.ts';
import { checkFolder } from '../checks/folder.ts';
import { todosOf, type Todo } from '../checks/todos.ts';
import { contentFolder } from '../content/content-folder.ts';
import { counted } from '../content/counted.ts';
import { byPlace, displayPath, type Fault } from '../content/fault.ts';
import { loadSite } from '../content/read-site.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';
import { asGithub, asJson, FORMATS, type Finding, type Format } from './fault-formats.ts';
import { printFaults, printWarnings } from './print-faults.ts';

const help = `Usage: npm run check:content [-- --fix] [--strict] [--todo] [--format FORMAT]
       npm run check:content -- --site [--out FOLDER]

Checks the content folder and prints every fault as
path:line  code  Unexpected X, expected Y.

  --fix             fix what has only one right form, then check again
  --strict          treat warnings as faults
  --todo            also list what imports and authors have left to do
  --format FORMAT   ${FORMATS.join(', ')} (default: text)
  --site            check the built site too: links, anchors, HTML, feeds, sitemap
                    and what the copy buttons copy
  --out FOLDER      the built site (default: dist)
  -h, --help        show this help

OPSNOTES_CONTENT   the content folder (default: content)`;

const { values } = readArguments({
  help,
  options: {
    fix: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    todo: { type: 'boolean', default: false },
    format: { type: 'string', default: 'text' },
    site: { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
  },
});

const { format } = values;
if (!isOneOf(FORMATS, format))
  wrongUse(`Unexpected format \`${format}\`, expected one of ${FORMATS.join(', ')}.`);
const folder = contentFolder();
if (values.fix) await fix();
const { content, faults, warnings } = await checkFolder(folder);
const stopping = values.strict ? [...faults, ...warnings] : faults;
const others = values.strict ? [] : warnings;
const todos = todosOf(content);
if (format === 'text') printText(stopping, others);
else printFindings(format, stopping, others);
if (stopping.length > 0) process.exitCode = EXIT.faults;
else if (values.site) await askSite();

function printText(found: readonly Fault[], notes: readonly Fault[]): void {
  printWarnings(notes);
  if (found.length > 0) printFaults(found);
  else
    console.log(
      `${counted(content.articles.length, 'article')}, ${counted(content.tags.length, 'tag')}, ${counted(content.sources.length, 'source')}: no faults.`,
    );
  if (values.todo) console.log(todos.length === 0 ? 'Nothing to do.' : todoList());
  else if (todos.length > 0) console.log(`${todos.length} to do: npm run check -- --todo`);
}

function todoList(): string {
  const line = ({ file, line, message }: Todo): string => `${displayPath(file)}:${line}  to-do  ${message}`;
  return `${todos.map(line).join('\n')}\n\n${todos.length} to do. Delete a comment once it is done.`;
}

function printFindings(
  kind: Exclude<Format, 'text'>,
  found: readonly Fault[],
  notes: readonly Fault[],
): void {
  const findings: Finding[] = [
    ...found.map((fault) => ({ ...fault, severity: 'fault' as const })),
    ...notes.map((fault) => ({ ...fault, severity: 'warning' as const })),
    ...(values.todo ? todos.map((todo) => ({ ...todo, code: 'to-do', severity: 'todo' as const })) : []),
  ];
  const text = (kind === 'json' ? asJson : asGithub)(findings.sort(byPlace));
  if (text !== '') console.log(text);
}

async function askSite(): Promise<void> {
  const out = resolve(values.out);
  if (!existsSync(join(out, 'index.html'))) {
    console.error(`Unexpected folder \`${out}\`, expected a built site: run \`npm run build\` first.`);
    exitWith(EXIT.usage);
  }
  // Imported here because the library that validates HTML takes a second to load.
  const { checkSite } = await import('../checks/site.ts');
  const { pages, faults } = await checkSite(out, content, loadSite(folder));
  if (faults.length > 0) {
    printFaults(faults);
    exitWith(EXIT.faults);
  }
  console.log(`${counted(pages, 'page')} of ${values.out}: no faults.`);
}

/** A fix may reveal the next fault in the same line, so check again, but only a few times in case fixes go round in circles. */
async function fix(): Promise<void> {
  let fixed = 0;
  for (let round = 0; round < 10; round++) {
    const { faults, warnings } = await checkFolder(folder);
    const now = writeFixes([...faults, ...warnings]);
    if (now === 0) break;
    fixed += now;
  }
  console.error(`${counted(fixed, 'fault')} fixed.`);
}
