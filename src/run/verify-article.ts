import type { PlanItem } from '../articles/plan.ts';
import { recipeDigest } from '../articles/recipe-digest.ts';
import type { Sandbox as Recipe } from '../content/schemas/sandbox.ts';
import type { Verification } from '../content/schemas/verification.ts';
import type { RunnableArticle } from './article.ts';
import type { Hosts } from './execute.ts';
import { packageVersions, recordOf } from './record.ts';
import { cached, packagesName, rootName } from './sandbox/cache.ts';
import { fetchPackages, makeRoot } from './sandbox/root.ts';
import { Sandbox } from './sandbox/sandbox.ts';
import { Shell } from './shell.ts';
import { addressPlaceholder, type Values } from './values.ts';
import { verifyPlan, type VerifiedItem } from './verify.ts';

/** How to verify an article. */
export interface VerifyArticleOptions {
  /** A root file system to use instead of one from the cache. */
  root?: string | undefined;
  signal: AbortSignal;
  /** The day for the record. */
  date: string;
  onItem: (verified: VerifiedItem) => void;
  /** Receives progress messages besides the article's steps. */
  say: (text: string) => void;
}

/**
 * Runs an article on disposable hosts, and takes them down whatever happens.
 *
 * @throws if no hosts can be made, and the signal's reason if it is aborted
 */
export async function verifyArticle(
  article: RunnableArticle & { recipe: Recipe },
  options: VerifyArticleOptions,
): Promise<{ record: Verification; done: VerifiedItem[] }> {
  const { data, recipe, plan } = article;
  const { signal, say } = options;
  const made = await materials(recipe, options);
  const start = performance.now();
  const sandbox = await Sandbox.open({
    hosts: data.hosts,
    ...made,
    disks: recipe.disks,
    init: recipe.init,
    signal,
  });
  say(`${data.hosts.join(', ')}: up after ${secondsSince(start)} s`);
  try {
    if (plan.some((item) => isOrdinary(item))) await addOrdinaryUser(sandbox, signal);
    const done = await verifyPlan(plan, {
      hosts: hostsOf(sandbox),
      values: sandboxValues(article, sandbox.addresses),
      timeout: recipe.timeout,
      signal,
      onItem: options.onItem,
    });
    const facts = await factsOf(sandbox, recipe.packages, signal);
    return { record: recordOf(done, { date: options.date, recipe: recipeDigest(recipe), ...facts }), done };
  } finally {
    const end = performance.now();
    await sandbox.close();
    say(`taken down after ${secondsSince(end)} s`);
  }
}

/** The root file system and the packages, made if they aren't in the cache. */
async function materials(
  { distribution, packages }: Recipe,
  { root, signal, say }: VerifyArticleOptions,
): Promise<{ root: string; packages: string | undefined }> {
  if (root !== undefined) return { root, packages: undefined };
  const made = await cached(rootName(distribution), async (folder) => {
    say(`making a root file system of ${distribution}; it is kept for the next time`);
    await makeRoot(distribution, folder, signal);
  });
  if (packages.length === 0) return { root: made, packages: undefined };
  const fetched = await cached(packagesName(distribution, packages), async (folder) => {
    say(`fetching packages: ${packages.join(' ')}; they are kept for the next time`);
    await fetchPackages(made, packages, folder, signal);
  });
  return { root: made, packages: fetched };
}

/** Runs items that name no user: a user for `$`, root for everything else. */
const ORDINARY_USER = 'user';

function hostsOf(sandbox: Sandbox): Hosts {
  return {
    shell: (host, user) => sandbox.shell(host, user ?? 'root'),
    userOf: (item) => item.user ?? (isOrdinary(item) ? ORDINARY_USER : 'root'),
  };
}

function isOrdinary(item: PlanItem): boolean {
  return item.kind === 'command' && item.user === undefined && item.prompt !== '';
}

async function addOrdinaryUser(sandbox: Sandbox, signal: AbortSignal): Promise<void> {
  const command = `useradd --create-home --shell /bin/bash ${ORDINARY_USER}
[ ! -d /etc/sudoers.d ] || echo '${ORDINARY_USER} ALL=(ALL:ALL) NOPASSWD: ALL' >/etc/sudoers.d/${ORDINARY_USER}`;
  await Promise.all(sandbox.hosts.map((host) => asRoot(sandbox, host, command, signal)));
}

/** Runs a command that isn't from the article; returns its output. */
async function asRoot(sandbox: Sandbox, host: string, command: string, signal: AbortSignal): Promise<string> {
  const shell = new Shell(sandbox.shell(host, 'root'));
  const { output } = await shell.run(command, { signal, timeout: 30 });
  shell.end();
  return output;
}

/** The value from the recipe, or else the sandbox's for a host's address, or else the example. */
function sandboxValues({ data }: RunnableArticle, addresses: Readonly<Record<string, string>>): Values {
  const examples = Object.entries(data.placeholders).map(([name, { example }]) => [name, example]);
  const known = Object.entries(addresses).map(([host, address]) => [addressPlaceholder(host), address]);
  return Object.fromEntries([...examples, ...known, ...Object.entries(data.sandbox?.values ?? {})]) as Values;
}

const SYSTEM = '. /etc/os-release; echo "${NAME%% *} $VERSION_ID"';

/** The state of the hosts at the end: their system, and which of the recipe's packages were installed. */
async function factsOf(
  sandbox: Sandbox,
  packages: readonly string[],
  signal: AbortSignal,
): Promise<Pick<Verification, 'system' | 'packages'>> {
  const system = await asRoot(sandbox, sandbox.hosts[0]!, SYSTEM, signal);
  if (packages.length === 0) return { system: system.trim(), packages: [] };
  const versions = `dpkg-query --show --showformat '\${db:Status-Abbrev}\${source:Package} \${Version}\\n' ${packages.join(' ')} 2>/dev/null | sed -n 's/^ii //p'`;
  const lists = await Promise.all(sandbox.hosts.map((host) => asRoot(sandbox, host, versions, signal)));
  return { system: system.trim(), packages: packageVersions(lists.join('')) };
}

/** Rounded to one digit. */
export function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}
