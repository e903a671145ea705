import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readContent } from '../../../../src/content/read-content.ts';
import { hostScript } from '../../../../src/outputs/scripts/host-script.ts';
import { hostRunbook, hostsWithWork } from '../../../../src/articles/runbook.ts';

const FOLDERS = ['content', 'tests/fixtures/sites/small', 'tests/fixtures/sites/olemskoi'];
const SCRIPTS = FOLDERS.flatMap(scriptsOf);
const SHELLCHECK = spawnSync('shellcheck', ['--version']).status === 0;

describe('the scripts of all articles here', () => {
  it('exist', () => {
    expect(SCRIPTS.length).toBeGreaterThanOrEqual(4);
  });

  it.each(SCRIPTS)('are valid bash: $name', ({ script }) => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.runIf(SHELLCHECK)('have no errors for ShellCheck', () => {
    const folder = mkdtempSync(join(tmpdir(), 'opsnotes-scripts-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const files = SCRIPTS.map(({ name, script }) => {
      const file = join(folder, `${name.replaceAll('/', '-')}.sh`);
      writeFileSync(file, script);
      return file;
    });
    const { status, stdout } = spawnSync('shellcheck', ['-S', 'error', ...files], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  it.runIf(!SHELLCHECK)('are NOT checked by ShellCheck, which is not installed here', () => {
    console.warn(
      'ShellCheck is not installed (Debian: apt install shellcheck): no script was checked by it.',
    );
  });
});

function scriptsOf(folder: string): { name: string; script: string }[] {
  const { articles } = readContent(resolve(folder));
  return articles.flatMap(({ slug, data, outline }) => {
    if (data === undefined || outline === undefined) throw new Error(`${folder}: ${slug} has faults.`);
    const { blocks } = outline;
    const placeholders = Object.entries(data.placeholders).map(([name, value]) => ({ name, ...value }));
    return hostsWithWork(blocks, data.hosts).map((host) => ({
      name: `${folder}/${slug}/${host}`,
      script: hostScript({ host, about: [data.title], placeholders, items: hostRunbook(blocks, host) }),
    }));
  });
}
