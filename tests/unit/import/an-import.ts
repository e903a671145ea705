import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkFolder } from '../../../src/checks/folder.ts';
import { importSource, type ImportOptions, type ImportResult } from '../../../src/import/import.ts';

/** Files by path. */
export type Files = Record<string, string | Uint8Array>;

/** An import, and the content folder afterwards. */
export interface Imported extends ImportResult {
  folder: string;
  /** Every file of the content folder except the import's own, by path. */
  files: Record<string, string>;
  /** The body of the only article. */
  text: string;
  /** Its frontmatter. */
  frontmatter: string;
  /** `kind code` of each note, in order. */
  codes: string[];
  /** Codes of the faults that the check finds. */
  faults: string[];
}

/** An empty folder for one test. */
export function aFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'opsnotes-import-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Options for importing the person's own texts. */
export function options(source: string, folder: string, more: Partial<ImportOptions> = {}): ImportOptions {
  return {
    source,
    folder,
    relation: undefined,
    sourceSlug: undefined,
    fetchImages: false,
    dryRun: false,
    language: undefined,
    tags: [],
    date: '2026-01-31',
    restore: false,
    onProgress: () => undefined,
    ...more,
  };
}

/** Imports a file or folder into the given content folder, or a new one. */
export async function importFrom(
  source: string,
  more: Partial<ImportOptions> = {},
  folder = aFolder(),
): Promise<Imported> {
  const result = await importSource(options(source, folder, more));
  const files = filesOf(folder);
  const articles = Object.keys(files).filter((path) => path.endsWith('.mdx'));
  const [, frontmatter = '', text = ''] =
    /^---\n(.*?)---\n\n(.*)$/s.exec(files[articles[0] ?? ''] ?? '') ?? [];
  return {
    ...result,
    folder,
    files,
    text,
    frontmatter,
    codes: result.notes.map(({ kind, code }) => `${kind}: ${code}`),
    faults: (await checkFolder(folder)).faults.map(({ code, message }) => `${code}: ${message}`),
  };
}

/** Imports some files as a folder. */
export async function importFolder(files: Files, more: Partial<ImportOptions> = {}): Promise<Imported> {
  return importFrom(aFolder(files), more);
}

/** Imports a single file by its name. */
export async function importFile(
  name: string,
  content: string | Uint8Array,
  more: Partial<ImportOptions> = {},
  folder = aFolder(),
): Promise<Imported> {
  return importFrom(join(aFolder({ [name]: content }), name), more, folder);
}

/** The text that HTML is converted to, as the content of a feed's only entry. */
export async function fromHtml(html: string): Promise<Imported> {
  return importFile('feed.xml', rss(item(html)));
}

/** The text that Markdown is converted to. */
export async function fromMarkdown(markdown: string, others: Files = {}): Promise<Imported> {
  return importFolder({
    'post.md': `---\ntitle: Post\ndate: 2010-05-28\ntags: [linux]\n---\n\n${markdown}`,
    ...others,
  });
}

/** An entry of an RSS feed. */
export function item(html: string, more = ''): string {
  return `<item><title>Post</title><link>https://blog.example/2010/05/post/</link><guid>https://blog.example/?p=1</guid><pubDate>Fri, 28 May 2010 00:34:10 +0000</pubDate><category>Linux</category>${more}<content:encoded><![CDATA[${html}]]></content:encoded></item>`;
}

/** A feed with some entries. */
export function rss(items: string, head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/">
<channel><title>A blog</title><link>https://blog.example/</link><language>en</language>${head}
${items}
</channel></rss>`;
}

export function filesOf(folder: string): Record<string, string> {
  const paths = existsSync(folder) ? globSync('**/*', { cwd: folder, withFileTypes: true }) : [];
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')] as const)
      .filter(([path]) => !path.startsWith('.'))
      .sort(),
  );
}
