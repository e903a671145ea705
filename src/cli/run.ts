import { contentFolder } from '../content/content-folder.ts';
import { didYouMean } from '../content/nearest.ts';
import { noSuchArticle, runnableArticles, type RunnableArticle } from '../run/article.ts';
import { planText } from '../run/dry-run.ts';
import { interruptible } from '../run/interruptible.ts';
import { personAtTerminal } from '../run/person.ts';
import { typed } from '../outputs/scripts/shell-text.ts';
import { overSsh, thisMachine } from '../run/places.ts';
import { assignments, missingValues, valueFaults } from '../run/run-options.ts';
import { runPlan, type RunEnd } from '../run/runner.ts';
import { Transcript } from '../run/transcript.ts';
import { readArguments } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';
import { printFaults } from './print-faults.ts';

const help = `Usage: npm run run -- ARTICLE [--host H] [--from N] [--set NAME=VALUE]...
       npm run run -- ARTICLE --over ssh [--at HOST=DESTINATION]... [...]

Runs an article's steps on this machine: shows each command, asks, runs it, and
compares its output with the article. Stops at the first difference, and says how
to continue. Before writing a file, it shows the change and keeps a copy.

  --host H             which of the article's hosts this machine is
  --from N             start at step N
  --set NAME=VALUE     a value for a placeholder, such as gluster1_ip=10.0.0.11
  --yes                only ask before steps that can do harm
  --yes-destroy        together with --yes, don't ask before those either
  --over ssh           run each host's steps on that host, through your own ssh;
                       with --host, only for that host
  --at HOST=WHERE      what you would type after ssh for a host, if not its name
  --dry-run            print the plan and do nothing
  -h, --help           show this help

OPSNOTES_CONTENT   the content folder (default: content)
XDG_STATE_HOME     transcripts are kept in its folder opsnotes/transcripts
                   (default: ~/.local/state)`;

const { values: given, positionals } = readArguments({
  help,
  options: {
    host: { type: 'string' },
    from: { type: 'string', default: '1' },
    set: { type: 'string', multiple: true, default: [] },
    yes: { type: 'boolean', default: false },
    'yes-destroy': { type: 'boolean', default: false },
    over: { type: 'string' },
    at: { type: 'string', multiple: true, default: [] },
    'dry-run': { type: 'boolean', default: false },
  },
  positionals: true,
});

const article = chosenArticle();
if (article.faults.length > 0) {
  printFaults(article.faults);
  exitWith(EXIT.faults);
}
const { data, plan } = article;
const over =
  given.over === undefined || given.over === 'ssh'
    ? given.over
    : wrongUse(`Unexpected --over ${given.over}, expected ssh.`);
const here = chosenHosts();
const from = Number(given.from);
if (!Number.isInteger(from) || from < 1 || from > plan.length)
  wrongUse(`Unexpected --from ${given.from}, expected a step from 1 to ${plan.length}.`);
const values = assignments(given.set) ?? wrongUse('Unexpected --set, expected NAME=VALUE.');
const destinations = assignments(given.at) ?? wrongUse('Unexpected --at, expected HOST=DESTINATION.');
const faults = valueFaults(values, data.placeholders);
if (faults.length > 0) wrongUse(faults.join('\n'));

if (given['dry-run']) {
  console.log(planText(plan.slice(from - 1), here, values));
  exitWith(EXIT.ok);
}

const missing = missingValues(plan.slice(from - 1), here, values);
if (missing.length > 0)
  wrongUse(
    missing
      .map(
        (name) =>
          `Unexpected end of the values, expected --set ${name}=VALUE: ${data.placeholders[name]!.label}.`,
      )
      .join('\n'),
  );

const now = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
const transcript = new Transcript(`${article.slug}-${here.join('-')}-${now}.log`);
let end: RunEnd | undefined;
const stopped = await interruptible(async (signal) => {
  end = await runPlan(plan, {
    hosts: over === undefined ? thisMachine() : overSsh(destinations),
    values,
    here,
    from,
    yes: given.yes,
    yesDestroy: given['yes-destroy'],
    person: personAtTerminal((text) => {
      transcript.add(text);
    }, signal),
    terminal: over === undefined && process.stdin.isTTY,
    backupEnding: `.before-${now}`,
    signal,
  });
});
transcript.close();
console.log(`\nTranscript: ${transcript.file}`);
if (stopped && over === 'ssh')
  console.log('What was running on a host may still be running there: ssh leaves it alone.');
exitWith(stopped ? EXIT.interrupted : told(end!));

/** Prints how the run ended; returns the exit status. */
function told(ended: RunEnd): number {
  if (ended.kind === 'done') {
    console.log(`Done${ended.skipped === 0 ? '' : `; ${ended.skipped} skipped or done by hand`}.`);
    return EXIT.ok;
  }
  const { number, line } = ended.at;
  const again = `${sameCommand()} --from ${number} continues with this step, --from ${number + 1} after it.`;
  if (ended.kind === 'failed') {
    const message = `${ended.why} On ${ended.host}.`;
    printFaults([{ file: article.file, line, code: 'failed-step', message, hint: again }]);
  } else if (ended.kind === 'unasked') console.error(`Stopped before step ${number}: ${ended.why}. ${again}`);
  else console.log(`Stopped before step ${number}. ${again}`);
  return EXIT.faults;
}

/** The command as it was given, except for the step to start at, ready to paste. */
function sameCommand(): string {
  const options = [
    ...(given.host === undefined ? [] : ['--host', given.host]),
    ...(given.over === undefined ? [] : ['--over', given.over]),
    ...given.at.flatMap((pair) => ['--at', pair]),
    ...given.set.flatMap((pair) => ['--set', pair]),
    ...(given.yes ? ['--yes'] : []),
    ...(given['yes-destroy'] ? ['--yes-destroy'] : []),
  ];
  return ['npm run run --', article.slug, ...options.map(typed)].join(' ');
}

function chosenArticle(): RunnableArticle {
  const articles = runnableArticles(contentFolder());
  const [slug, ...others] = positionals;
  if (slug === undefined || others.length > 0) wrongUse('Unexpected arguments, expected one article.');
  return articles.find((one) => one.slug === slug) ?? wrongUse(noSuchArticle(slug, articles));
}

/** The hosts whose steps to run. */
function chosenHosts(): string[] {
  const { hosts } = data;
  if (given.host !== undefined) {
    const hint = didYouMean(given.host, hosts) ?? '';
    const expected = hosts.join(', ') || 'no host, because this article names none';
    return hosts.includes(given.host)
      ? [given.host]
      : wrongUse(`Unexpected host \`${given.host}\`, expected ${expected}. ${hint}`);
  }
  if (over === 'ssh' || hosts.length === 1) return hosts;
  return wrongUse(
    hosts.length === 0
      ? 'Unexpected article without hosts, expected one whose steps name their hosts.'
      : `Unexpected end of the arguments, expected --host with one of ${hosts.join(', ')}.`,
  );
}

function wrongUse(message: string): never {
  console.error(`${message}\n\nnpm run run -- --help explains the arguments.`);
  exitWith(EXIT.usage);
}
