import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runBuild } from './build-sites.ts';

it.each([
  ['en', 'https://notes.example/ops'],
  ['ru', 'https://заметки.example/'],
])(
  'a new knowledge base with a first article of its own is built without a fault (%s, %s)',
  async (lang, url) => {
    const folder = mkdtempSync(join(tmpdir(), 'opsnotes-test-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const [content, out] = [join(folder, 'content'), join(folder, 'site')];
    const run = (command: string, ...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
        encoding: 'utf8',
        env: { ...process.env, OPSNOTES_CONTENT: content },
      });
      return { status, printed: stdout + stderr };
    };
    const options = ['--title', 'Записки & notes', '--url', url, '--author', 'Ann <ann>', '--lang', lang];
    expect(run('init', content, ...options)).toMatchObject({ status: 0 });
    expect(run('new', 'guide', 'replace-a-disk', '--tags', 'linux,Диски')).toMatchObject({ status: 0 });
    expect(await runBuild(content, out)).toMatchObject({ status: 0 });
    const { status, printed } = run('check', '--site', '--out', out);
    expect(printed).toMatch(/: no faults\.\n\d+ pages of .*: no faults\.\n$/);
    expect(status).toBe(0);
  },
);
