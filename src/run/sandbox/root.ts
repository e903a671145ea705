import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Distribution } from '../../content/schemas/sandbox.ts';
import { runProgram } from './program.ts';

/** The release name of each distribution on its mirrors. */
const SUITES: Readonly<Record<Distribution, string>> = { 'debian-12': 'bookworm', 'debian-13': 'trixie' };

/** Packages that every host has besides the system itself: what people expect on a server. */
const BASE =
  'systemd-sysv dbus procps psmisc iproute2 iputils-ping curl socat less sudo ca-certificates'.split(' ');

/**
 * Makes the root file system of a distribution in an empty folder. This takes half a minute and downloads about 80
 * MB.
 */
export async function makeRoot(
  distribution: Distribution,
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  const args = ['--variant=minbase', `--include=${BASE.join(',')}`, SUITES[distribution], folder];
  await runProgram('mmdebstrap', args, signal);
  // They were copied from this machine to reach the mirror, and no host of the sandbox has a way out.
  await writeFile(join(folder, 'etc/resolv.conf'), '');
  await writeFile(join(folder, 'etc/hostname'), 'host\n');
}

/**
 * Fetches packages, with everything they need beyond a root file system, into an empty folder, and lists them for
 * apt. They are fetched by this machine's apt with its settings, and checked against the keys in the root file
 * system.
 */
export async function fetchPackages(
  root: string,
  packages: readonly string[],
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  const options = [
    `Dir=${root}`,
    `Dir::State::status=${root}/var/lib/dpkg/status`,
    `Dir::State::lists=${folder}/lists`,
    `Dir::Cache=${folder}/cache`,
    `Dir::Cache::archives=${folder}/archives`,
    'Dir::Log=/dev/null',
    'Debug::NoLocking=1',
    'APT::Sandbox::User=root',
    'APT::Install-Recommends=true',
  ].flatMap((option) => ['-o', option]);
  await runProgram('mkdir', [
    '-p',
    `${folder}/lists/partial`,
    `${folder}/archives/partial`,
    `${folder}/cache`,
  ]);
  await runProgram('apt-get', [...options, '--quiet', 'update'], signal);
  await runProgram(
    'apt-get',
    [...options, '--quiet', '--yes', '--download-only', 'install', ...packages],
    signal,
  );
  await runProgram('sh', ['-c', LIST, 'sh', folder], signal);
}

/**
 * A flat repository: the packages themselves, and their descriptions with the name, size and checksum of each file.
 */
const LIST = `set -eu
cd "$1"
mv archives/*.deb .
rm -rf archives lists cache
for file in *.deb; do
  dpkg-deb --field "$file"
  echo "Filename: ./$file"
  echo "Size: $(stat --format %s "$file")"
  echo "SHA256: $(sha256sum "$file" | cut -d ' ' -f 1)"
  echo
done >Packages`;
