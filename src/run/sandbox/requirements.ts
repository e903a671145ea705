import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Sandbox } from '../../content/schemas/sandbox.ts';

/** Programs of the real machine that a sandbox needs, and the Debian package of each. */
const PROGRAMS: Readonly<Record<string, string>> = {
  bash: 'bash',
  unshare: 'util-linux',
  nsenter: 'util-linux',
  setpriv: 'util-linux',
  mount: 'mount',
  ip: 'iproute2',
};

/** Programs that making a root file system needs as well. */
const MAKERS: Readonly<Record<string, string>> = {
  mmdebstrap: 'mmdebstrap',
  mmtarfilter: 'mmdebstrap',
  'apt-get': 'apt',
  'dpkg-deb': 'dpkg',
};

/**
 * What this machine lacks for a sandbox, each in a few words. Nothing is changed on it.
 *
 * @param making whether a root file system has to be made first
 */
export function missingRequirements(init: Sandbox['init'], making: boolean): string[] {
  if (process.platform !== 'linux') return ['Linux'];
  const root = process.getuid?.() === 0 ? [] : ['root'];
  const fuse = canUse('/dev/fuse') ? [] : ['/dev/fuse'];
  const programs = Object.entries({ ...PROGRAMS, ...(making && MAKERS) })
    .filter(([program]) => !isInstalled(program))
    .map(([program, from]) => `the program ${program} (package ${from})`);
  // Only root can try the rest, and only with these programs.
  const untried = root.length > 0 || programs.length > 0;
  return [...root, ...fuse, ...programs, ...(untried ? overlayByName() : tried(init))];
}

function canUse(device: string): boolean {
  if (process.getuid?.() !== 0) return existsSync(device);
  try {
    accessSync(device, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isInstalled(program: string): boolean {
  const path = `${process.env['PATH'] ?? ''}${delimiter}/usr/sbin${delimiter}/sbin`;
  return path.split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Finds out without trying: a kernel that supports overlay file systems lists them, or has a module for them. */
function overlayByName(): string[] {
  const { status } = spawnSync('sh', [
    '-c',
    'grep -qw overlay /proc/filesystems || modinfo overlay >/dev/null 2>&1',
  ]);
  return status === 0 ? [] : ['overlay file systems'];
}

function tried(init: Sandbox['init']): string[] {
  const trial = join(import.meta.dirname, 'trial.sh');
  const { status, stdout } = spawnSync(
    'unshare',
    ['--mount', '--net', '--pid', '--uts', '--ipc', '--fork', '--propagation', 'private', 'bash', trial],
    { env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', INIT: init }, encoding: 'utf8' },
  );
  return status === 0 ? stdout.split('\n').filter(Boolean) : ['the right to make namespaces'];
}
