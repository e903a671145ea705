import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { styleText } from 'node:util';
import { SEARCH_INDEX } from '../articles/paths.ts';
import { contentFolder } from '../content/content-folder.ts';
import { loadSite } from '../content/read-site.ts';
import type { Answer, Hit } from '../search/plan/answer.ts';
import { Finder } from '../search/plan/find.ts';
import { openFolder } from '../search/plan/node.ts';
import { readArguments } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';

const { values, positionals } = readArguments({
  help: `Usage: npm run find -- 'QUERY' [--json] [--as-typed] [--out FOLDER]

Searches the built site without a browser, and prints commands, files and
articles with their addresses. Put -- before a query that begins with a hyphen:
npm run find -- -- '--raid 1'. Exits with 1 if nothing is found.

  --json         the whole answer as JSON
  --as-typed     don't correct typos
  --out FOLDER   the built site (default: dist)
  -h, --help     show this help`,
  options: {
    json: { type: 'boolean', default: false },
    'as-typed': { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
  },
  positionals: true,
});

const index = join(resolve(values.out), SEARCH_INDEX);
if (positionals.length === 0)
  fail(EXIT.usage, 'Unexpected end of the command line, expected a query: npm run find -- --help');
if (!existsSync(index))
  fail(
    EXIT.usage,
    `Unexpected folder \`${resolve(values.out)}\`, expected a built site: run \`npm run build\` first.`,
  );

const site = loadSite(contentFolder()).url.replace(/\/$/, '');
const answer = await ask(positionals.join(' '));
console.log(values.json ? JSON.stringify(asData(answer), undefined, 2) : asText(answer));
if (answer.commands.length + answer.articles.length === 0) process.exitCode = EXIT.faults;

async function ask(query: string): Promise<Answer> {
  // Pagefind logs what it could not read; our own line is enough.
  const { error } = console;
  console.error = () => undefined;
  try {
    return await new Finder(await openFolder(index)).find(query, {}, values['as-typed']);
  } catch {
    console.error = error;
    return fail(
      EXIT.faults,
      `Unexpected index in \`${index}\`, expected a complete one: run \`npm run build -- --clean\`.`,
    );
  } finally {
    console.error = error;
  }
}

function fail(status: number, line: string): never {
  console.error(line);
  exitWith(status);
}

/** The answer without anything that only a page needs. */
function asData({ typed, corrected, commands, articles, unknown, near }: Answer): object {
  return {
    query: typed,
    corrected,
    commands: commands.map((hit) => ({
      ...commandData(hit),
      without: hit.without,
      article: hit.article.title,
      url: addressOf(hit),
    })),
    articles: articles.map(({ article, heading, without, ...hit }) => ({
      title: article.title,
      description: article.description,
      kind: article.kind,
      year: article.year,
      tags: article.tags.map(([, label]) => label),
      section: heading,
      without,
      url: addressOf({ ...hit, article }),
    })),
    unknown,
    near,
  };
}

function commandData({ shown }: Hit): object {
  if (shown?.type === 'listing')
    return { file: shown.file, text: shown.text, about: shown.about, hosts: shown.hosts };
  if (shown === undefined) return {};
  const { command, about, hosts, user, harms } = shown;
  return { command, about, hosts, user, harms };
}

function addressOf({ article, id }: Pick<Hit, 'article' | 'id'>): string {
  return `${site}${article.path}${id === '' ? '' : `#${id}`}`;
}

function asText({ typed, corrected, commandsFirst, commands, articles, unknown, near }: Answer): string {
  const notes = [
    ...(corrected === undefined
      ? []
      : [`Searched for \`${corrected}\`; --as-typed searches for \`${typed}\`.`]),
    ...(unknown.length === 0
      ? []
      : [`Nowhere on this site: ${unknown.map((word) => `\`${word}\``).join(', ')}.`]),
    ...(near.length === 0 ? [] : [`Did you mean ${near.map((name) => `\`${name}\``).join(', ')}?`]),
  ];
  const groups = commandsFirst ? [commands, articles] : [articles, commands];
  const found = groups.flat().map(hitText);
  return [...notes, ...(found.length === 0 ? [`Nothing found for \`${typed}\`.`] : found)].join('\n');
}

function hitText(hit: Hit): string {
  const { shown, article, heading, without } = hit;
  const lines =
    shown === undefined
      ? [styleText('bold', article.title), heading === '' ? article.description : `§ ${heading}`]
      : [
          styleText(
            'bold',
            shown.type === 'listing' ? shown.file : [shown.sign, shown.command].join(' ').trim(),
          ),
          shown.about,
          [shown.hosts.join(' '), article.title].filter(Boolean).join(', '),
        ];
  const left = without.length === 0 ? '' : `without ${without.join(' ')}`;
  const [first = '', ...rest] = [...lines, left, styleText('cyan', addressOf(hit))].filter(Boolean);
  return [first, ...rest.map((line) => `    ${line}`)].join('\n');
}
