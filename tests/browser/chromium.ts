import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { PATIENCE } from '../patience.ts';
import { CACHE } from '../site/build-sites.ts';

/** Names that systems use for Chromium and browsers made from it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** A name for this machine that browsers, unlike `localhost`, don't trust without HTTPS. */
export const INSECURE_HOST = 'insecure.test';

/** No sandbox (root has none), and no calls home: the tests check every request. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`,
];

/**
 * Starts a browser: `CHROMIUM_PATH`, or else an installed Chromium, or else the one from `@sparticuz/chromium`, with
 * the system's libraries or, if those are missing, with its own.
 *
 * @throws if none starts, with what to do; browser tests are never skipped
 */
export function startBrowser(flags: readonly string[] = []): Promise<Browser> {
  return firstThatStarts((options) => chromium.launch({ ...options, args: [...FLAGS, ...flags] }));
}

async function firstThatStarts<T>(start: (options: LaunchOptions) => Promise<T>): Promise<T> {
  const failures: string[] = [];
  for (const [name, find] of Object.entries({ installed, chrome, carried, carriedWithLibraries })) {
    try {
      const options = find();
      if (options !== undefined) return await start({ ...options, timeout: PATIENCE });
    } catch (error) {
      failures.push(`${name}: ${reason(error as Error)}`);
    }
  }
  throw new Error(
    `No Chromium starts here (${failures.join('; ')}). Install Chromium by your system's packages, or set ` +
      'CHROMIUM_PATH to one that runs.',
  );
}

function installed(): LaunchOptions | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const executablePath =
    process.env['CHROMIUM_PATH'] ??
    folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
  return executablePath === undefined ? undefined : { executablePath };
}

/** Google Chrome in its place on macOS and Windows, where it isn't on the path. */
function chrome(): LaunchOptions | undefined {
  return process.platform === 'linux' ? undefined : { channel: 'chrome' };
}

/** The package only has a Chromium for Linux. */
function carried(): LaunchOptions | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = unpacked();
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  return { executablePath: join(folder, 'chromium'), env };
}

/** For systems without NSS and similar libraries. */
function carriedWithLibraries(): LaunchOptions | undefined {
  const options = carried();
  const env = { ...options?.env, LD_LIBRARY_PATH: join(unpacked(), 'al2023', 'lib') };
  return options && { ...options, env };
}

/**
 * The package's Chromium, unpacked on first use into the project's own cache, and moved into place when complete. The
 * package only adds its libraries if it believes that it is running at Amazon.
 */
function unpacked(): string {
  const folder = join(CACHE, 'chromium');
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const fresh = mkdtempSync(join(CACHE, 'chromium-'));
  try {
    const script =
      "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()";
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    writeFileSync(join(fresh, 'fonts.conf'), fontSettings(join(folder, 'fonts')));
    putInPlace(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** Two test files may unpack it at once: the first wins. */
function putInPlace(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Uses the system's fonts or, if it has none, the package's. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The most telling line: the browser's own output if there is any, or else the first line of the error. */
function reason({ message }: Error): string {
  const lines = message.split('\n');
  return (
    lines.find((line) => /error while loading|cannot open|not found/i.test(line)) ??
    lines[0] ??
    ''
  ).trim();
}
