import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { satisfies } from 'semver';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Project;
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as LockFile;
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** Where npm can install the project's Node. */
const PLATFORMS = ['darwin arm64', 'darwin x64', 'linux arm64', 'linux x64', 'win32 x64'];

describe('the lock file', () => {
  it('has an integrity hash for each package', () => {
    expect(locked.length).toBeGreaterThan(500);
    expect(pathsOf(({ integrity = '' }) => !integrity.startsWith('sha512-'))).toEqual([]);
  });

  it('takes packages only from the public registry', () => {
    const elsewhere = ({ resolved }: Locked) => !(resolved ?? REGISTRY).startsWith(REGISTRY);
    expect(pathsOf(elsewhere)).toEqual([]);
  });

  it('has every package that another one needs, for each platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isFound(path, name))
        .map((name) => `${name} for ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('has no deprecated package', () => {
    expect(pathsOf(({ deprecated }) => deprecated !== undefined)).toEqual([]);
  });

  it('has no install script that has not been decided on', () => {
    const scripts = pathsOf(({ hasInstallScript }) => hasInstallScript === true).map(nameOf);
    expect(scripts.filter((name) => project.allowScripts[name] === undefined)).toEqual([]);
  });
});

describe('the Node that npm installs', () => {
  const nodes = Object.keys(project.optionalDependencies).map((name) => packages[`node_modules/${name}`]!);

  it('is there for each platform', () => {
    expect(nodes.map(({ os, cpu }) => `${String(os)} ${String(cpu)}`).sort()).toEqual(PLATFORMS);
  });

  it('is the same version on each', () => {
    expect(new Set(nodes.map(({ version }) => version)).size).toBe(1);
  });

  it('is one that all packages run on', () => {
    const { version } = nodes[0]!;
    // Packages for other processors, such as 32-bit Windows, are never installed.
    const isInstalled = ({ cpu = ['x64'] }: Locked) => cpu.includes('x64') || cpu.includes('arm64');
    const isRefused = (entry: Locked) => !satisfies(version, entry.engines?.node ?? '*');
    expect(pathsOf((entry) => isInstalled(entry) && isRefused(entry))).toEqual([]);
  });
});

interface Project {
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

interface LockFile {
  /** By folder; the project itself by ''. */
  packages: Record<string, Locked>;
}

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  deprecated?: string;
  hasInstallScript?: boolean;
  os?: string[];
  cpu?: string[];
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const REGISTRY = 'https://registry.npmjs.org/';

function pathsOf(test: (locked: Locked) => boolean): string[] {
  return locked.filter(([, entry]) => test(entry)).map(([path]) => path);
}

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Whether a package in a folder can find another one, next to it or further up, as Node looks for it. */
function isFound(folder: string, name: string): boolean {
  if (packages[join(folder, 'node_modules', name)] !== undefined) return true;
  return folder !== '' && isFound(folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))), name);
}
