import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOneOf } from '../content/one-of.ts';
import { emptyBase, LICENCES } from '../authoring/empty-base.ts';
import { canAsk, Questions } from '../authoring/questions.ts';
import { LOCALES, type Locale } from '../content/schemas/localized.ts';
import { displayPath } from '../content/fault.ts';
import { typed } from '../outputs/scripts/shell-text.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';

const KNOWN_LICENCES = LICENCES.map((licence) => licence.name).join(', ');

const help = `Usage: npm run init -- FOLDER [options]

Creates an empty knowledge base that builds: site.yaml with the settings, an
example article, a tag, an about page, and web server configuration. Asks for
anything that you leave out. FOLDER must be new or empty.

  --title TITLE      the site's name
  --url URL          where it will be served: https://notes.example.org/
  --author NAME      who runs it
  --licence LICENCE  the licence of its texts: ${KNOWN_LICENCES},
                     or any name and URL: 'Own licence https://…'
  --lang LANG        the interface's language: ${LOCALES.join(', ')}
  -h, --help         show this help`;

const { values, positionals } = readArguments({
  help,
  options: {
    title: { type: 'string' },
    url: { type: 'string' },
    author: { type: 'string' },
    licence: { type: 'string' },
    lang: { type: 'string' },
  },
  positionals: true,
});

const [name] = positionals;
if (name === undefined || positionals.length > 1)
  wrongUse('Unexpected end of the command line, expected one folder.');
const folder = resolve(name);
if (existsSync(folder) && readdirSync(folder).length > 0) {
  console.error(`Unexpected files in ${name}, expected a folder that is new or empty; nothing was written.`);
  exitWith(EXIT.faults);
}

const questions = canAsk() ? new Questions(() => exitWith(EXIT.interrupted)) : undefined;
const title = await answer('title', 'Title', 'Our notes');
const url = await answer('url', 'Address', 'https://notes.example.org/', (text) =>
  isWebAddress(text) ? undefined : 'Expected an address such as https://notes.example.org/.',
);
const author = await answer('author', 'Who runs it', userInfo().username);
const licence = await answer('licence', `Licence: ${KNOWN_LICENCES}`, 'CC BY-SA 4.0', (text) =>
  licenceOf(text) === undefined ? `Expected one of ${KNOWN_LICENCES}, or a name and its URL.` : undefined,
);
const locale = await answer('lang', `Language: ${LOCALES.join(', ')}`, 'en', (text) =>
  isOneOf(LOCALES, text) ? undefined : `Expected one of ${LOCALES.join(', ')}.`,
);
questions?.end();

const deploy = fileURLToPath(new URL('../../deploy', import.meta.url));
const served = Object.fromEntries(
  readdirSync(deploy).map((file) => [file, readFileSync(join(deploy, file), 'utf8')]),
);
const files = emptyBase(
  {
    title,
    url: url.replace(/\/?$/, '/'),
    author,
    licence: licenceOf(licence)!,
    locale: locale as Locale,
    now: new Date(),
  },
  served,
);
for (const [path, text] of Object.entries(files)) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
  console.log(displayPath(file));
}
const setting = folder === resolve('content') ? '' : `OPSNOTES_CONTENT=${typed(name)} `;
console.log(`\nBuild and serve it:   ${setting}npm start`);
console.log(`Import a blog:        ${setting}npm run import -- export.xml`);

/** The value from the command line, or else the answer to a question, or else the default. */
async function answer(
  option: keyof typeof values,
  text: string,
  fallback: string,
  check: (answer: string) => string | undefined = (said) =>
    said.trim() === '' ? 'Expected a text.' : undefined,
): Promise<string> {
  const said = values[option];
  if (said === undefined) return (await questions?.ask({ text, fallback, check })) ?? fallback;
  const fault = check(said);
  if (fault !== undefined) wrongUse(`Unexpected --${option} \`${said}\`. ${fault}`);
  return said;
}

function licenceOf(text: string): { name: string; url: string } | undefined {
  const known = LICENCES.find((licence) => licence.name.toLowerCase() === text.trim().toLowerCase());
  if (known !== undefined) return known;
  const [, own, address] = /^(\S.*?)\s+(https?:\/\/\S+)$/.exec(text.trim()) ?? [];
  return own === undefined || address === undefined ? undefined : { name: own, url: address };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^/\s]+/.test(text) && URL.canParse(text);
}
