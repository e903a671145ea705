import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renameInArticle, takeOver } from '../authoring/tag-edits.ts';
import { counted } from '../content/counted.ts';
import { contentFolder } from '../content/content-folder.ts';
import { displayPath, report } from '../content/fault.ts';
import { didYouMean } from '../content/nearest.ts';
import { readContent } from '../content/read-content.ts';
import { localizedTexts } from '../content/schemas/localized.ts';
import { isSlug } from '../content/schemas/slug.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { EXIT, exitWith } from './exit.ts';

const help = `Usage: npm run tags [-- COMMAND] [--dry-run]

Lists the tags with the number of articles, or changes them in all articles at
once. Pages of old names redirect to the new one, and their feeds continue.

  rename OLD NEW         rename a tag: rename linux-kernel kernel
  merge OLD… INTO        merge tags into one that exists
  --dry-run              only say what would change
  -h, --help             show this help

OPSNOTES_CONTENT   the content folder (default: content)`;

const { values, positionals } = readArguments({
  help,
  options: { 'dry-run': { type: 'boolean', default: false } },
  positionals: true,
});
const folder = contentFolder();
const { articles, tags } = readContent(folder);
const [command, ...names] = positionals;

switch (command) {
  case undefined:
    list();
    break;
  case 'rename':
    if (names.length !== 2)
      wrongUse('Unexpected arguments, expected an old name and a new one: rename OLD NEW.');
    rename(names[0]!, names[1]!);
    break;
  case 'merge':
    if (names.length < 2)
      wrongUse('Unexpected end of the command line, expected at least two tags: merge OLD… INTO.');
    merge(names.slice(0, -1), names.at(-1)!);
    break;
  default:
    wrongUse(`Unexpected \`${command}\`, expected rename or merge.`);
}

function list(): void {
  const counts = new Map<string, number>();
  for (const tag of articles.flatMap(({ data }) => data?.tags.map(({ id }) => id) ?? []))
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const rows = tags.map(({ slug, data }) => ({
    slug,
    count: counts.get(slug) ?? 0,
    label: data === undefined ? '' : localizedTexts(data.label).join(' / '),
  }));
  rows.sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const width = Math.max(0, ...rows.map(({ slug }) => slug.length));
  for (const { slug, count, label } of rows)
    console.log(`${String(count).padStart(5)}  ${slug.padEnd(width)}  ${label}`.trimEnd());
  const unused = rows.filter(({ count }) => count === 0).length;
  console.log(`\n${counted(rows.length, 'tag')}${unused === 0 ? '' : `, ${unused} of them unused`}.`);
}

function rename(old: string, name: string): void {
  if (!isSlug(name))
    wrongUse(`Unexpected name \`${name}\`, expected lower-case letters, digits and single hyphens.`);
  const file = fileOf(old);
  const target = join(folder, 'tags', `${name}.yaml`);
  if (existsSync(target))
    wrongUse(
      `Unexpected name \`${name}\`, which another tag has, expected a new one. To merge the two: merge ${old} ${name}.`,
    );
  change([old], name, () => {
    const text = takeOver(readFileSync(file, 'utf8'), [{ slug: old, spellings: [], formerly: [] }], {
      slug: name,
      label: [],
    });
    writeFileSync(file, text);
    renameSync(file, target);
  });
}

function merge(olds: readonly string[], into: string): void {
  const target = fileOf(into);
  if (olds.includes(into)) wrongUse(`Unexpected \`${into}\` twice, expected another tag.`);
  const others = olds.map((slug) => ({
    slug,
    file: fileOf(slug),
    data: tags.find((tag) => tag.slug === slug)?.data,
  }));
  const own = tags.find(({ slug }) => slug === into)?.data;
  change(olds, into, () => {
    const taken = others.map(({ slug, data }) => ({
      slug,
      spellings: data === undefined ? [] : [...localizedTexts(data.label), ...data.aliases],
      formerly: data?.formerly ?? [],
    }));
    writeFileSync(
      target,
      takeOver(readFileSync(target, 'utf8'), taken, {
        slug: into,
        label: own === undefined ? [] : localizedTexts(own.label),
      }),
    );
    for (const { file } of others) rmSync(file);
  });
}

/** Changes the articles first, then the tags' files; if any article has a fault, nothing is changed. */
function change(olds: readonly string[], name: string, changeTags: () => void): void {
  const broken = articles.filter(({ raw }) => raw === undefined);
  if (broken.length > 0) {
    console.error(
      report(
        broken.map(({ file }) => ({
          file,
          line: 1,
          code: 'yaml-syntax',
          message:
            'Unexpected YAML, expected it to parse: npm run check:content says where. Nothing was changed.',
        })),
      ),
    );
    exitWith(EXIT.faults);
  }
  const changed = articles.flatMap(({ file, source }) => {
    const text = renameInArticle(source, new Map(olds.map((old) => [old, name])));
    return text === undefined ? [] : [{ file, text }];
  });
  if (!values['dry-run']) {
    for (const { file, text } of changed) writeFileSync(file, text);
    changeTags();
  }
  for (const { file } of changed) console.log(displayPath(file));
  console.log(
    `${values['dry-run'] ? 'Would change' : 'Changed'} ${changed.length} ${changed.length === 1 ? 'article' : 'articles'}: ${olds.join(', ')} → ${name}. The old addresses redirect to /tags/${name}/.`,
  );
}

function fileOf(slug: string): string {
  const file = join(folder, 'tags', `${slug}.yaml`);
  if (existsSync(file) && isSlug(slug)) return file;
  wrongUse(
    `Unexpected tag \`${slug}\`, expected one of content/tags/. ${
      didYouMean(
        slug,
        tags.map((tag) => tag.slug),
      ) ?? ''
    }`.trim(),
  );
}
