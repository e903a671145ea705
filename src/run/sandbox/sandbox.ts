import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Sandbox as Recipe } from '../../content/schemas/sandbox.ts';
import { BASH, driver } from '../driver.ts';
import { Impossible } from '../impossible.ts';
import { Shell, type ShellStart } from '../shell.ts';
import { DROP } from './capabilities.ts';

/** What the hosts are made from. */
export interface SandboxPlan extends Pick<Recipe, 'disks' | 'init'> {
  hosts: readonly string[];
  /** A root file system, which is never written to. */
  root: string;
  /** A folder with packages for apt; undefined if there are none. */
  packages?: string | undefined;
  signal?: AbortSignal | undefined;
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The environment at a host's console, without pager and colours, because nobody looks. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH,
  TERM: 'dumb',
  LC_ALL: 'C.UTF-8',
  PAGER: 'cat',
  SYSTEMD_PAGER: '',
  SYSTEMD_COLORS: '0',
  COLUMNS: '120',
  DEBIAN_FRONTEND: 'noninteractive',
};

/** The first three numbers of the hosts' addresses, which only exist in our own namespaces. */
const NETWORK = '10.77.0';

/** The longest time that a host may take to start, in seconds. */
const START_TIME = 60;

/**
 * Disposable hosts on this machine, each in its own namespaces, on a network without a way out. They need root, and
 * root on them is real: this contains accidents but isn't a security boundary.
 */
export class Sandbox {
  readonly hosts: readonly string[];
  readonly #supervisor: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #init: Recipe['init'];
  readonly #state: string;
  /** Each host's first process, by its number on this machine. */
  readonly #pids = new Map<string, string>();
  #errors = '';

  private constructor(plan: SandboxPlan, state: string) {
    this.hosts = plan.hosts;
    this.#init = plan.init;
    this.#state = state;
    this.#supervisor = spawn(
      'unshare',
      ['--mount', '--propagation', 'private', 'bash', join(import.meta.dirname, 'supervise.sh')],
      { detached: true, env: environmentOf(plan, state) },
    );
    // Writing to a supervisor that has ended fails, which doesn't matter any more.
    this.#supervisor.stdin!.on('error', () => undefined);
    this.#supervisor.stderr!.on('data', (data: Buffer) => {
      this.#errors += data.toString();
    });
    this.#ended = new Promise((resolve) => {
      this.#supervisor.on('error', (error) => {
        this.#errors += error.message;
        resolve();
      });
      this.#supervisor.on('close', () => {
        resolve();
      });
    });
  }

  /**
   * Starts the hosts; resolves as soon as each accepts commands.
   *
   * @throws if one doesn't start, after everything has been taken down
   */
  static async open(plan: SandboxPlan): Promise<Sandbox> {
    const state = await mkdtemp(join(tmpdir(), 'opsnotes-hosts-'));
    const sandbox = new Sandbox(plan, state);
    try {
      await sandbox.#started();
      await Promise.all(plan.hosts.map((host) => sandbox.#ready(host, plan.signal)));
      return sandbox;
    } catch (error) {
      await sandbox.close();
      throw error;
    }
  }

  get addresses(): Record<string, string> {
    return Object.fromEntries(this.hosts.map((host, index) => [host, `${NETWORK}.${index + 1}`]));
  }

  /** How to start a user's shell on a host. */
  shell(host: string, user: string): ShellStart {
    const pid = this.#pids.get(host);
    if (pid === undefined)
      throw new Error(`Unexpected host ${host}, expected one of ${this.hosts.join(', ')}.`);
    const environment = Object.entries(ENVIRONMENT).map(([name, value]) => `${name}=${value}`);
    return {
      file: 'nsenter',
      args: (mark) => [
        ...['--target', pid, '--mount', '--pid', '--net', '--uts', '--ipc'],
        ...(this.#init === 'systemd' ? ['--cgroup'] : []),
        ...['--', 'setpriv', '--bounding-set', DROP, '--inh-caps', '-all'],
        ...(user === 'root' ? [] : ['runuser', '-u', user, '--']),
        ...['env', '-i', ...environment, ...BASH, driver(mark, homeOf(user))],
      ],
      env: { PATH },
      detached: true,
    };
  }

  /** Takes everything down: kills what runs on the hosts, and leaves nothing behind. */
  async close(): Promise<void> {
    this.#supervisor.stdin!.end();
    await this.#ended;
    // The supervisor does this last, if it gets that far.
    await rm(this.#state, { recursive: true, force: true });
  }

  /** Waits until every host has its namespaces and has reported its number. */
  async #started(): Promise<void> {
    const lines = createInterface({ input: this.#supervisor.stdout! });
    lines.on('line', (line) => {
      const [, host, pid] = /^host (\S+) (\d+)$/.exec(line) ?? [];
      if (host !== undefined && pid !== undefined) this.#pids.set(host, pid);
      if (this.#pids.size === this.hosts.length) lines.close();
    });
    await Promise.race([new Promise((resolve) => lines.once('close', resolve)), this.#ended]);
    if (this.#pids.size === this.hosts.length) {
      this.#supervisor.stdout!.resume();
      return;
    }
    await this.close();
    throw new Impossible(`The sandbox did not start: ${this.#errors.trim()}`);
  }

  async #ready(host: string, signal: AbortSignal | undefined): Promise<void> {
    const shell = new Shell(this.shell(host, 'root'));
    const command = this.#init === 'systemd' ? UNTIL_RUNNING : 'true';
    const { output, status } = await shell.run(command, { timeout: START_TIME, signal });
    shell.end();
    if (status !== 0) throw new Impossible(`The host ${host} did not start: ${output.trim()}`);
  }
}

/** `--wait` fails until systemd answers. */
const UNTIL_RUNNING = `until state=$(systemctl is-system-running --wait 2>/dev/null); [[ $state =~ ^(running|degraded)$ ]]; do
  sleep 0.02
done`;

function environmentOf(
  { hosts, root, packages, disks, init }: SandboxPlan,
  state: string,
): NodeJS.ProcessEnv {
  return {
    PATH,
    HERE: import.meta.dirname,
    STATE: state,
    GROUP: init === 'systemd' ? basename(state) : '',
    HOSTS: hosts.join(' '),
    NETWORK,
    ROOT: root,
    PACKAGES: packages ?? '',
    DISKS: disks.join(' '),
    INIT: init,
    CAPABILITIES: DROP,
  };
}

/** Changes to the home directory, as a login does. */
function homeOf(user: string): string {
  return `export HOME=~${user} USER=${user} LOGNAME=${user}; cd ~`;
}
