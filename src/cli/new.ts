import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { articleTemplate, type ArticleStart } from '../authoring/article-template.ts';
import { canAsk, Questions, type Question } from '../authoring/questions.ts';
import { contentFolder } from '../content/content-folder.ts';
import { isOneOf } from '../content/one-of.ts';
import { didYouMean } from '../content/nearest.ts';
import { readContent } from '../content/read-content.ts';
import { KINDS } from '../content/schemas/article.ts';
import { RELATIONS } from '../content/schemas/attribution.ts';
import { isSlug } from '../content/schemas/slug.ts';
import { slugOfText } from '../import/slug.ts';
import { TagBook, UNTAGGED } from '../import/tag-book.ts';
import { displayPath } from '../content/fault.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';

const SLUG_FORM = 'lower-case letters, digits and single hyphens';

const help = `Usage: npm run new -- [KIND] [SLUG] [options]

Creates content/articles/SLUG.mdx, a draft with the frontmatter of its kind, and
prints its path. Asks for anything that you leave out.

  KIND             ${KINDS.join(', ')}
  SLUG             its name in the URL (default: from the title)
  --title TITLE
  --tags A,B       file names of tags; missing tags are created
  --source NAME    the source it draws on: a file name in content/sources/
  --relation R     how it relates to the source: ${RELATIONS.join(', ')}
                   (default: notes-on)
  --edit           open it in $VISUAL or $EDITOR
  -h, --help       show this help

OPSNOTES_CONTENT   the content folder (default: content)`;

const { values, positionals } = readArguments({
  help,
  options: {
    title: { type: 'string' },
    tags: { type: 'string' },
    source: { type: 'string' },
    relation: { type: 'string' },
    edit: { type: 'boolean', default: false },
  },
  positionals: true,
});

const folder = contentFolder();
const { tags: knownTags, sources } = readContent(folder);
if (positionals.length > 2)
  wrongUse(`Unexpected \`${positionals.slice(2).join(' ')}\`, expected a kind and a slug.`);
refuseTaken(positionals[1]);
const questions = canAsk() ? new Questions(() => exitWith(EXIT.interrupted)) : undefined;
const answers = await complete();
questions?.end();
refuseTaken(answers.slug);
const file = join(folder, 'articles', `${answers.slug}.mdx`);
const book = new TagBook(knownTags, new Map());
const tags = [
  ...new Set((answers.tags.length === 0 ? [UNTAGGED] : answers.tags).map((tag) => book.slugOf(tag))),
];
for (const { slug, label, description } of book.made()) {
  const path = join(folder, 'tags', `${slug}.yaml`);
  write(path, stringify({ label, description }, { lineWidth: 0 }));
  console.log(`${displayPath(path)} (a new tag: describe it there)`);
}
write(file, articleTemplate({ ...answers, tags, published: new Date() }));
console.log(displayPath(file));
if (values.edit) edit(file);

type Answers = Omit<ArticleStart, 'published'> & { slug: string };

/** Takes what the command line gives, and asks for the rest. */
async function complete(): Promise<Answers> {
  const kind =
    (await answer(positionals[0], {
      text: `Kind: ${KINDS.join(', ')}`,
      fallback: 'note',
      completions: KINDS,
      check: faultOfKind,
    })) ?? '';
  if (!isOneOf(KINDS, kind)) wrongUse(faultOfKind(kind)!);
  const named = positionals[1];
  const title =
    (await answer(values.title?.replace(/\s+/g, ' ').trim(), {
      text: 'Title',
      ...(named !== undefined && { fallback: asTitle(named) }),
      check: faultOfTitle,
    })) ?? asTitle(named ?? '');
  if (title === '')
    wrongUse('Unexpected end of the command line, expected a title: --title "Replace a disk", or a slug.');
  const slug = await answer(named ?? slugOfText(title), {
    text: 'Its name in the address',
    check: (text) => (isSlug(text) ? undefined : `Expected ${SLUG_FORM}.`),
  });
  if (slug === undefined)
    wrongUse(`Unexpected title \`${title}\`, expected letters for an address, or a SLUG after the kind.`);
  if (!isSlug(slug)) wrongUse(`Unexpected slug \`${slug}\`, expected ${SLUG_FORM}.`);
  const written = await answer(values.tags, {
    text: 'Tags, separated by commas; Tab completes',
    fallback: '',
    completions: knownTags.map((tag) => tag.slug),
  });
  const names = (written ?? '').split(',').map((tag) => tag.trim());
  return { kind, slug, title, tags: names.filter(Boolean), source: await sourceOf() };
}

/** What the command line gives, or else the answer to a question, if there is somebody to ask. */
async function answer(given: string | undefined, question: Question): Promise<string | undefined> {
  return given ?? (await questions?.ask(question));
}

async function sourceOf(): Promise<Answers['source']> {
  const names = sources.map(({ slug }) => slug);
  const question: Question = {
    text: 'Source it draws on, if any',
    fallback: '',
    completions: names,
    check: (text) => (text === '' || names.includes(text) ? undefined : `There are: ${names.join(', ')}.`),
  };
  const name = (await answer(values.source ?? (names.length === 0 ? '' : undefined), question)) ?? '';
  if (name === '') return undefined;
  const source = sources.find(({ slug }) => slug === name)?.data;
  if (source === undefined)
    wrongUse(
      `Unexpected source \`${name}\`, expected ${names.length === 0 ? 'none: content/sources/ is empty' : `one of ${names.join(', ')}`}. ${didYouMean(name, names) ?? ''}`,
    );
  const relation =
    (await answer(values.relation, {
      text: `Relation: ${RELATIONS.join(', ')}`,
      fallback: 'notes-on',
      completions: RELATIONS,
      check: (text) => (isOneOf(RELATIONS, text) ? undefined : `There are: ${RELATIONS.join(', ')}.`),
    })) ?? 'notes-on';
  if (!isOneOf(RELATIONS, relation))
    wrongUse(`Unexpected relation \`${relation}\`, expected one of ${RELATIONS.join(', ')}.`);
  return { slug: name, relation, url: source.url };
}

/** The article that already has a slug. */
function fileOf(slug: string): string | undefined {
  return [`${slug}.mdx`, join(slug, 'index.mdx')]
    .map((name) => join(folder, 'articles', name))
    .find((path) => existsSync(path));
}

function refuseTaken(slug: string | undefined): void {
  const taken = slug === undefined ? undefined : fileOf(slug);
  if (taken === undefined) return;
  console.error(
    `${displayPath(taken)}:1  duplicate-slug  Unexpected slug \`${slug!}\`, expected one that is free.`,
  );
  exitWith(EXIT.faults);
}

/** Checked while the title can still be changed. */
function faultOfTitle(title: string): string | undefined {
  if (title === '') return 'A title needs at least one letter.';
  const slug = positionals[1] === undefined ? slugOfText(title) : undefined;
  const other = slug === undefined ? undefined : fileOf(slug);
  return other === undefined ? undefined : `${displayPath(other)} already exists.`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
}

/** The editor setting may contain arguments: `code --wait`. */
function edit(path: string): void {
  const [editor, ...options] = (process.env['VISUAL'] ?? process.env['EDITOR'] ?? 'vi').split(/\s+/);
  const { error } = spawnSync(editor!, [...options, path], { stdio: 'inherit' });
  if (error) console.error(`Unexpected editor \`${editor!}\`, expected an installed program: set EDITOR.`);
}

function asTitle(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function faultOfKind(text: string): string | undefined {
  if (isOneOf(KINDS, text)) return undefined;
  return `Unexpected ${text === '' ? 'end of the command line' : `kind \`${text}\``}, expected one of ${KINDS.join(', ')}. ${didYouMean(text, KINDS) ?? ''}`.trim();
}
