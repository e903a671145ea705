import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { missingRequirements } from '../../src/run/sandbox/requirements.ts';

/** What this machine lacks for disposable hosts on its own root file system; if it lacks something, the tests are about that. */
export const LACKING = missingRequirements('plain', false);

/** How `npm run verify` ended. */
export interface Verified {
  status: number | null;
  stdout: string;
  stderr: string;
  /** The record that it wrote, if any. */
  record: string | undefined;
}

const FIXTURE = 'tests/fixtures/run';

/**
 * Verifies the fixture with two hosts, on this machine's own root file system, in a copy of its folder.
 *
 * @param edit changes the article first
 * @param whileRunning is called with the output so far, and the process
 */
export async function verify(
  edit: (mdx: string) => string = (mdx) => mdx,
  whileRunning: (stdout: string, pid: number) => void = () => undefined,
  args: readonly string[] = ['two-hosts', '--root', '/'],
): Promise<Verified> {
  const folder = mkdtempSync(join(tmpdir(), 'opsnotes-test-'));
  try {
    cpSync(FIXTURE, folder, { recursive: true });
    const article = join(folder, 'articles/two-hosts.mdx');
    writeFileSync(article, edit(readFileSync(article, 'utf8')));
    const ended = await run('src/cli/verify.ts', args, { OPSNOTES_CONTENT: folder }, whileRunning);
    const record = join(folder, 'articles/two-hosts.verification.yaml');
    return { ...ended, record: existsSync(record) ? readFileSync(record, 'utf8') : undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs one of our commands; returns how it ended. */
export async function run(
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  whileRunning: (stdout: string, pid: number) => void = () => undefined,
): Promise<Omit<Verified, 'record'>> {
  return runProgram(process.execPath, [resolve(script), ...args], environment, whileRunning);
}

/** Runs any program; returns how it ended. */
export async function runProgram(
  file: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  whileRunning: (stdout: string, pid: number) => void = () => undefined,
): Promise<Omit<Verified, 'record'>> {
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
    whileRunning(stdout, child.pid!);
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  const status = await new Promise<number | null>((end) => child.on('close', end));
  return { status, stdout, stderr };
}

/** What sandboxes may leave behind: folders, mounts, control groups, network namespaces, and our processes. */
export function remains(): string[] {
  const isState = (text: string): boolean => /opsnotes-hosts-\w{6}\b/.test(text);
  const folders = readdirSync(tmpdir()).filter(isState);
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n').filter(isState);
  const groups = ['/sys/fs/cgroup', '/sys/fs/cgroup/unified']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).filter(isState));
  const links = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .filter((line) => /^\s*(?:bridge|link\d):/.test(line));
  const namespaces = existsSync('/run/netns')
    ? readdirSync('/run/netns').filter((name) => ['one', 'two'].includes(name))
    : [];
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).includes(resolve('src/run/sandbox')) || isState(mountsOf(pid)));
  return [...folders, ...mounts, ...groups, ...links, ...namespaces, ...processes];
}

function commandLine(pid: string): string {
  return ofProcess(pid, 'cmdline');
}

/** A host's processes have its mounts, whatever they are called; its namespaces end with the last of them. */
function mountsOf(pid: string): string {
  return ofProcess(pid, 'mountinfo');
}

/** Empty if the process has ended in the meantime. */
function ofProcess(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
