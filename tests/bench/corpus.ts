import { mkdir, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findPlaceholders } from '../../src/commands/placeholders.ts';
import { parseBlock } from '../../src/commands/parse-block.ts';

/** One page of a corpus: what is known of a program, as the corpora's README describes it. */
export interface CorpusPage {
  id: string;
  title: string;
  summary: string;
  commands: { description: string; plain: string }[];
}

/** Reads a corpus, JSON lines, gzipped or not. */
export function readCorpus(file: string): CorpusPage[] {
  return readLines<CorpusPage>(file);
}

/** Reads JSON lines, gzipped or not. */
export function readLines<T>(file: string): T[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Makes a content folder of a corpus: an article a page. Gives slug → page id. */
export async function writeCorpusContent(
  pages: readonly CorpusPage[],
  folder: string,
): Promise<Map<string, string>> {
  await Promise.all(['articles', 'tags'].map((part) => mkdir(join(folder, part), { recursive: true })));
  await writeFile(join(folder, 'site.yaml'), SITE);
  await writeFile(
    join(folder, 'tags', 'commands.yaml'),
    'label: Commands\ndescription: Commands of all kinds.\n',
  );
  const slugs = new Map<string, string>();
  for (const page of pages) {
    const slug = freeSlug(page.id, slugs);
    slugs.set(slug, page.id);
    await writeFile(join(folder, 'articles', `${slug}.mdx`), articleOf(page));
  }
  return slugs;
}

const SITE = 'title: Corpus\nurl: https://corpus.example\ncomments:\n  via: none\ncards: false\n';

function freeSlug(id: string, taken: ReadonlyMap<string, string>): string {
  const slug = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  let free = slug === '' ? 'page' : slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
  return free;
}

function articleOf({ title, summary, commands }: CorpusPage): string {
  const front = {
    kind: 'note',
    title,
    description: summary.slice(0, 300) || title,
    published: '2026-01-01',
    tags: ['commands'],
    placeholders: declared(commands),
  };
  const steps = commands.map(({ description, plain }) => `${escaped(description)}\n\n${fence(plain)}`);
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${steps.join('\n\n')}\n`;
}

/** What looks like a placeholder of ours is declared, so that the checks let it pass. */
function declared(commands: CorpusPage['commands']): Record<string, { label: string; example: string }> {
  const names = commands.flatMap(({ plain }) => findPlaceholders(plain).map(({ name }) => name));
  return Object.fromEntries(names.map((name) => [name, { label: name, example: name }]));
}

/** What a shell would refuse is for another interpreter: PowerShell, a router. */
function fence(command: string): string {
  const { problems } = parseBlock({ language: 'bash', meta: '', text: command, line: 1 });
  const ticks = '`'.repeat(Math.max(3, ...[...command.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  if (problems.length === 0) return `${ticks}bash\n${command}\n${ticks}`;
  return `${ticks}console prompt="> " output="any"\n> ${command.replace(/\s*\n\s*/g, ' ')}\n${ticks}`;
}

/** Prose whose every mark of Markdown and MDX stands for itself. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$&!]/g, String.raw`\$&`);
}
