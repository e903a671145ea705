import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { projectCopy } from './project-copy.ts';

/** A project with additions, and the dev server that serves it. */
export class DevProject {
  readonly folder: string;
  /** Where the server answers. */
  origin = '';
  /** What the server has printed. */
  printed = '';
  #server?: ChildProcess;

  /** @param name of its folder, below that of the tests */
  constructor(name: string) {
    this.folder = projectCopy(name, 'tests/fixtures/additions', (config) =>
      config
        .replace('import { defineConfig }', "import preact from '@astrojs/preact';\nimport { defineConfig }")
        .replace('integrations: [', 'integrations: [preact(), '),
    );
  }

  async start(): Promise<void> {
    this.#server = spawn(process.execPath, ['src/cli/dev.ts', '--port', '0'], {
      cwd: this.folder,
      // Under Vitest, Astro's dev server doesn't answer.
      env: {
        ...process.env,
        VITEST: '',
        NODE_ENV: 'development',
        OPSNOTES_CONTENT: 'content',
        OPSNOTES_COMMAND: 'dev',
      },
    });
    for (const stream of [this.#server.stdout!, this.#server.stderr!])
      stream.on('data', (text: Buffer) => (this.printed += text.toString()));
    this.origin = await eventually(() => {
      const found = /http:\/\/localhost:\d+/.exec(this.printed)?.[0];
      expect(found, this.printed).toBeDefined();
      return found!;
    });
  }

  stop(): void {
    this.#server?.kill();
  }

  /** The path of a file of the project. */
  file(path: string): string {
    return join(this.folder, path);
  }

  async textAt(path: string): Promise<string> {
    const answer = await fetch(this.origin + path);
    expect(answer.status, path).toBe(200);
    return answer.text();
  }
}

/** The server needs a moment to see a change. */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 60_000, interval: 100 });
}
