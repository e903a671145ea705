import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { styleText } from 'node:util';
import { SEARCH_INDEX } from '../articles/paths.ts';
import { contentFolder } from '../content/content-folder.ts';
import { loadSite } from '../content/read-site.ts';
import { fromFolder } from '../search/read-folder.ts';
import { Search, type Answer } from '../search/search.ts';
import { EXIT, readArguments } from './arguments.ts';

const { values, positionals } = readArguments({
  help: `Usage: npm run find -- 'QUERY' [--json] [--as-typed] [--out FOLDER]

Asks the built site's search, without a browser, and prints commands and articles
with their addresses. A query that begins with a hyphen comes after --: npm run
find -- -- '--raid 1'. Exits with 1 where nothing is found.

  --json         the whole answer as JSON
  --as-typed     put no slip of the pen right
  --out FOLDER   the built site (default: dist)
  -h, --help     this text`,
  options: {
    json: { type: 'boolean', default: false },
    'as-typed': { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
  },
  positionals: true,
});

const index = join(resolve(values.out), SEARCH_INDEX);
if (positionals.length === 0 || !existsSync(index)) {
  console.error(
    positionals.length === 0
      ? 'Unexpected end of the command line, expected a query: npm run find -- --help'
      : `Unexpected folder \`${resolve(values.out)}\`, expected a built site: run \`npm run build\` first.`,
  );
  process.exit(EXIT.usage);
}

const site = loadSite(contentFolder()).url.replace(/\/$/, '');
const answer = await new Search(fromFolder(index)).find(positionals.join(' '), {}, values['as-typed']);
console.log(values.json ? JSON.stringify(asData(answer), undefined, 2) : asText(answer));
if (answer.commands.length + answer.articles.length === 0) process.exit(EXIT.faults);

/** The answer without what only a page shows. */
function asData({ query, corrected, commands, articles }: Answer): object {
  return {
    query,
    corrected,
    commands: commands.map(({ article, command }) => ({
      command: command.command,
      introduction: command.introduction,
      hosts: command.hosts,
      destructive: command.destructive,
      article: article.title,
      url: `${site}${article.path}#${command.anchor}`,
    })),
    articles: articles.map(({ article }) => ({
      title: article.title,
      description: article.description,
      kind: article.kind,
      year: article.year,
      tags: article.tags.map(([, label]) => label),
      url: `${site}${article.path}`,
    })),
  };
}

function asText({ query, corrected, commandsFirst, commands, articles }: Answer): string {
  const correction =
    corrected === undefined ? [] : [`Searched for \`${corrected}\`; --as-typed searches for \`${query}\`.`];
  const commandLines = commands.map(({ article, command: { sign, command, hosts, anchor, introduction } }) =>
    [
      styleText('bold', `${sign === '' ? '' : `${sign} `}${command}`),
      ...[introduction].filter(Boolean).map((line) => `    ${line}`),
      `    ${[hosts.join(' '), article.title].filter(Boolean).join(', ')}`,
      `    ${styleText('cyan', `${site}${article.path}#${anchor}`)}`,
    ].join('\n'),
  );
  const articleLines = articles.map(({ article }) =>
    [
      styleText('bold', article.title),
      `    ${article.description}`,
      `    ${styleText('cyan', `${site}${article.path}`)}`,
    ].join('\n'),
  );
  const groups = commandsFirst ? [commandLines, articleLines] : [articleLines, commandLines];
  const found = groups.flat();
  return [...correction, ...(found.length === 0 ? [`Nothing found for \`${query}\`.`] : found)].join('\n');
}
