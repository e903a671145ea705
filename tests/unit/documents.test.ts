import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { CONTENT_CODES, RUN_CODES, SITE_CODES } from '../../src/content/fault-codes.ts';
import { checkFolder } from '../../src/checks/folder.ts';
import { PROBLEM_CODES } from '../../src/commands/problems.ts';
import { KINDS } from '../../src/content/schemas/article.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const readme = read('README.md');
const errors = read('docs/errors.md');
/** All documents about using or developing the project, by path. */
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: ROOT }).sort()];
const documents = DOCUMENTS.map((path) => ({ path, text: read(path) }));
const CODES = Object.keys({ ...CONTENT_CODES, ...RUN_CODES, ...SITE_CODES, ...PROBLEM_CODES });
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('docs/errors.md explains the errors:', () => {
  const sections = [...errors.matchAll(/^### `(?<code>[^`]+)`\n(?<text>.*?)(?=^##|$(?![^]))/gms)];
  const examples = sections.flatMap(({ groups }) => exampleOf(groups!['code']!, groups!['text']!));

  it('every code has one heading, and every such heading is a code', () => {
    expect(sections.map(({ groups }) => groups!['code']).sort()).toEqual([...CODES].sort());
  });

  it('every code but a few has an example', () => {
    const shown = examples.map(({ code }) => code);
    expect(CODES.filter((code) => !shown.includes(code) && !(code in RUN_CODES))).toEqual([
      'unreadable-file',
      'mdx-render',
      'duplicate-id',
      'outside-file',
      'bad-file',
      'bad-picture',
      'bad-data',
      'bad-chart',
      'duplicate-file',
      'circular-successor',
      'forbidden-character',
      'skipped-heading',
      'repeated-title',
      'located-picture',
      'rare-tag',
      'large-file',
      'page-render',
      'invalid-html',
      'invalid-feed',
      'wrong-copy',
      'block-too-large',
    ]);
  });

  it.each(examples)(
    'the example of $code has that fault, and no fault of another kind',
    async ({ code, files }) => {
      const faults = await faultsOf(files);
      expect([...new Set(faults.map((fault) => fault.code))]).toEqual([code]);
    },
  );
});

/** A picture of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsVq6pwAAAABJRU5ErkJggg==',
  'base64',
);

describe('README', () => {
  it('shows pieces of an article that add up to one without faults', async () => {
    const [frontmatter, ...pieces] = fencesOf(readme, ['yaml', 'md', 'mdx']);
    const text = pieces.flatMap(({ language, text }) => (language === 'yaml' ? [] : [text])).join('\n');
    const files = {
      'articles/example.mdx': article(text, frontmatter!.text),
      'articles/load.png': PICTURE,
      'articles/speed.csv': 'filesystem,clients,rate,min,max\nxfs,1,100,90,110\next4,1,90,80,95\n',
      'tags/linux.yaml': 'label: Linux\ndescription: The system.\n',
    };
    expect(await faultsOf(files)).toEqual([]);
  });
});

describe('The documents', () => {
  const mentions = documents.flatMap(({ text }) => [
    ...text.matchAll(
      /\bnpm (?:run (?<run>[\w:-]+)|(?<own>start|test))|`(?<part>(?:bench|check|test):[\w-]+)`/g,
    ),
  ]);
  const mentioned = new Set(mentions.map(({ groups }) => Object.values(groups!).find((name) => name)!));

  it('name no npm script that does not exist', () => {
    expect([...mentioned].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('name every npm script', () => {
    expect(Object.keys(scripts).filter((name) => !mentioned.has(name))).toEqual([]);
  });

  it.each(documents)('name no path of the project that does not exist: $path', ({ text }) => {
    const paths = withoutFences(text).matchAll(
      /`((?:src|tests|public|docs|\.vscode|\.github)\/[^`\s<>*]*)`/g,
    );
    expect(missing([...paths].map(([, path]) => path!))).toEqual([]);
  });

  it.each(documents)('link to no missing file or heading: $path', ({ path, text }) => {
    const links = withoutFences(text).matchAll(/\]\((?!https?:)(?<file>[^)#]*)(?:#(?<heading>[^)]*))?\)/g);
    const targets = [...links].map(({ groups }) => ({
      file: groups!['file'] === '' ? path : join(dirname(path), groups!['file']!),
      heading: groups!['heading'],
    }));
    expect(missing(targets.map(({ file }) => file))).toEqual([]);
    const dead = targets.filter(({ file, heading }) => heading && !headingsOf(file).includes(heading));
    expect(dead).toEqual([]);
  });

  it('list the layout of folders and files that exist', () => {
    const layout = /^## Layout\n(.*?)(?=^## )/ms.exec(readme)![1]!;
    const paths = [...layout.matchAll(/^\| ((?:`[^`]+`(?:, )?)+)/gm)].flatMap(([, cell]) =>
      cell!.match(/[^`, ]+/g)!,
    );
    expect(paths.length).toBeGreaterThan(10);
    expect(missing(paths)).toEqual([]);
  });
});

describe('The snippets', () => {
  // JSON with trailing commas, which YAML accepts too.
  const snippets = parse(read('.vscode/opsnotes.code-snippets')) as Record<string, Snippet>;

  it('are one for each kind of article, and for a session and a listing', () => {
    expect(Object.values(snippets).map(({ prefix }) => prefix)).toEqual([...KINDS, 'console', 'listing']);
  });

  it.each(Object.values(snippets))('write a $prefix without faults', async ({ prefix, body }) => {
    const text = expand(body.join('\n'));
    const whole = (KINDS as readonly string[]).includes(prefix) ? text : `${article()}${text}`;
    const files = { ...folder(), 'articles/example.mdx': whole };
    // There are still fields to fill in.
    expect(await faultsOf(files, { withWarnings: false })).toEqual([]);
  });
});

describe('No file of the project', () => {
  const files = globSync('**', {
    cwd: ROOT,
    withFileTypes: true,
    exclude: ({ name }) => UNTRACKED.test(name),
  })
    .filter((entry) => entry.isFile() && !/\.(?:png|jpe?g|webp|ico)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

  it('contains the name of the project’s folder', () => {
    expect(files.length).toBeGreaterThan(100);
    // A path such as `/src/` may occur anywhere and mean something else.
    const own =
      dirname(ROOT) === '/' ? [] : files.filter((file) => readFileSync(file, 'utf8').includes(ROOT));
    expect(own).toEqual([]);
  });

  it('except articles and tests names a home folder', () => {
    const own = files.filter((file) => !/^(?:content|tests)\//.test(file.slice(ROOT.length + 1)));
    const home = /(?<![\w.~])\/(?:home|Users)\/\w/;
    expect(own.filter((file) => home.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

interface Snippet {
  prefix: string;
  body: string[];
}

/** What Git doesn't track, according to `.gitignore`, and Git's own folder. */
const UNTRACKED = /^(?:node_modules|dist|\.dist-.*|\.astro|\.cache|\.git|.*\.log)$/;

/** Files of a content folder, by path. */
type Files = Record<string, string>;

/** The frontmatter of the article that contains an example, by key. */
const FRONTMATTER: Readonly<Record<string, string>> = {
  kind: 'kind: note\n',
  title: 'title: Example\n',
  description: 'description: An example.\n',
  published: 'published: 2026-01-31\n',
  tags: 'tags: [sysadmin]\n',
  hosts: 'hosts: [server1]\n',
};

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Markdown without its fenced blocks. */
function withoutFences(text: string): string {
  return text.replace(/^(`{3,}).*?^\1$/gms, '');
}

/** The anchors that a Git host gives the headings of a document. */
function headingsOf(path: string): string[] {
  const slugger = new GithubSlugger();
  return [...withoutFences(read(path)).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    slugger.slug(heading!.replaceAll('`', '')),
  );
}

/** The paths that don't exist. */
function missing(paths: readonly string[]): string[] {
  return paths.filter((path) => !existsSync(join(ROOT, path)));
}

/** A fenced block of Markdown. */
interface Fence {
  language: string;
  file: string | undefined;
  text: string;
}

/** The fenced blocks of a Markdown text in certain languages. */
function fencesOf(markdown: string, languages: readonly string[]): Fence[] {
  const fence = /^(?<marks>`{3,})(?<language>\w+)(?: file="(?<file>[^"]+)")?\n(?<text>.*?)^\k<marks>$/gms;
  const fences = [...markdown.matchAll(fence)].map(({ groups }) => groups as unknown as Fence);
  return fences.filter(({ language }) => languages.includes(language));
}

/** Turns the first fence of a section into a content folder; `docs/errors.md` explains how to read its examples. */
function exampleOf(code: string, section: string): { code: string; files: Files }[] {
  const [fence] = fencesOf(section, ['mdx', 'yaml', 'text']);
  return fence === undefined ? [] : [{ code, files: { ...folder(), ...filesOf(fence) } }];
}

function filesOf({ language, file, text }: Fence): Files {
  if (file !== undefined) return { [file]: text };
  if (language === 'mdx') return { 'articles/example.mdx': article(text) };
  if (language === 'yaml') return { 'articles/example.mdx': article('Text.\n', text) };
  return Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((path) => [path, article('Text.\n', `title: ${path}\n`)]),
  );
}

/** A content folder without a fault. */
function folder(): Files {
  return {
    'tags/sysadmin.yaml': 'label: System administration\ndescription: All of it.\n',
    'articles/example.mdx': article(),
  };
}

/** An article: its text below the usual frontmatter, in which some keys can be overridden. */
function article(text = 'Text.\n', lines = ''): string {
  const given = lines.split(/^(?=\w)/m).map((chunk) => [chunk.slice(0, chunk.indexOf(':')), chunk]);
  const chunks = { ...FRONTMATTER, ...(Object.fromEntries(given) as Record<string, string>) };
  return `---\n${Object.values(chunks).join('')}---\n\n${text}`;
}

async function faultsOf(files: Record<string, string | Buffer>, { withWarnings = true } = {}) {
  const root = await mkdtemp(join(tmpdir(), 'opsnotes-documents-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const { faults, warnings } = await checkFolder(root);
  return [...faults, ...(withWarnings ? warnings : [])];
}

/** What the editor inserts if nothing is filled in. */
function expand(body: string): string {
  return body
    .replaceAll('$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE', '2026-01-31')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1');
}
