import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { runBuild, type BuildResult } from './build-sites.ts';
import { projectCopy } from './project-copy.ts';

/** An integration that says something in each build. */
const GREETER =
  "{ name: 'greeter', hooks: { 'astro:build:done': ({ logger }) => logger.info('Hello from an integration.') } }";

/**
 * The project of somebody who knows Astro: ours, with their additions. Two articles, one of which imports components, data and a
 * picture; a page, a plug-in, two integrations.
 */
export class AddedProject {
  readonly folder: string;

  /** @param name of its folder; each test file has its own */
  constructor(name: string) {
    this.folder = projectCopy(name, 'tests/fixtures/additions', (config) =>
      config
        .replace(
          'import { defineConfig }',
          "import preact from '@astrojs/preact';\nimport { shout } from './src/shout.mjs';\nimport { defineConfig }",
        )
        .replace('integrations: [', `integrations: [preact(), ${GREETER}, `)
        .replace('hastPlugins: [', 'hastPlugins: [shout, '),
    );
  }

  build(): Promise<BuildResult> {
    return runBuild('content', 'dist', {}, [], this.folder);
  }

  /**
   * Builds with more or other files, and puts everything back.
   *
   * @param files text by path; of an article, what comes first in its body, from line 9 on
   */
  async buildWith(files: Readonly<Record<string, string>>): Promise<BuildResult> {
    const before = Object.keys(files).map((path) => [path, this.#textOf(path)] as const);
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    const result = await this.build();
    for (const [path, text] of before) {
      if (text === undefined) rmSync(join(this.folder, path));
      else this.write(path, text);
    }
    return result;
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, path.startsWith('content/articles/') ? this.#article(text) : text);
  }

  #textOf(path: string): string | undefined {
    const file = join(this.folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  #article(text: string): string {
    const plain = readFileSync(join(this.folder, 'content/articles/plain.mdx'), 'utf8');
    return plain.replace('## First part', `${text}\n\n## First part`);
  }

  /** What the check of the built site prints. */
  checkSite(): string {
    const { stdout, stderr } = spawnSync(process.execPath, ['src/cli/check.ts', '--site'], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, OPSNOTES_CONTENT: 'content' },
    });
    return stdout + stderr;
  }

  /** A file of the built site. */
  read(path: string): string {
    return readFileSync(join(this.folder, 'dist', path), 'utf8');
  }

  /** A page of the built site. */
  page(path: string): CheerioAPI {
    return load(this.read(`${path}/index.html`));
  }
}
