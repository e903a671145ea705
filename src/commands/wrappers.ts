/** How a program that runs another one takes its options, so that the command after them can be found. */
interface Wrapper {
  /** Short options with a value. */
  short?: string;
  /** Long options whose value is the next word. */
  long?: readonly string[];
  /** Words between the options and the command, such as timeout's duration. */
  operands?: number;
  /** A word that must come before the command, as in `docker exec`. */
  subcommand?: string;
  /** The command comes after `--` and nowhere else. */
  afterDashes?: boolean;
}

const containers: Wrapper = {
  short: 'euw',
  long: ['env', 'user', 'workdir', 'env-file'],
  operands: 1,
  subcommand: 'exec',
};
const pods: Wrapper = { subcommand: 'exec', afterDashes: true };

/** Programs whose arguments are a command of their own. */
const wrappers: Readonly<Record<string, Wrapper>> = {
  sudo: {
    short: 'ughpCrtTUDR',
    long: ['user', 'group', 'host', 'prompt', 'chdir', 'role', 'type', 'other-user'],
  },
  doas: { short: 'uC' },
  runuser: { short: 'ugG', long: ['user', 'group'] },
  env: { short: 'uCS', long: ['unset', 'chdir'] },
  nice: { short: 'n', long: ['adjustment'] },
  ionice: { short: 'cnpPu', long: ['class', 'classdata'] },
  chrt: { operands: 1 },
  taskset: { operands: 1 },
  nohup: {},
  setsid: {},
  time: { short: 'fo' },
  command: {},
  builtin: {},
  exec: { short: 'a' },
  stdbuf: { short: 'ioe' },
  timeout: { short: 'ks', long: ['kill-after', 'signal'], operands: 1 },
  xargs: { short: 'IndLPsaE', long: ['max-args', 'max-procs', 'delimiter', 'arg-file', 'replace'] },
  watch: { short: 'n', long: ['interval'] },
  strace: { short: 'eopsuEPS' },
  flock: { short: 'wE', operands: 1 },
  chroot: { operands: 1 },
  'arch-chroot': { short: 'u', operands: 1 },
  nsenter: { short: 'tSG', long: ['target', 'setuid', 'setgid'] },
  unshare: { short: 'SG' },
  'systemd-run': { short: 'pHMu', long: ['unit', 'property', 'slice', 'uid', 'gid'] },
  'systemd-inhibit': { long: ['what', 'who', 'why', 'mode'] },
  ip: { operands: 2, subcommand: 'netns' },
  docker: containers,
  podman: containers,
  kubectl: pods,
  oc: pods,
  lxc: pods,
  incus: pods,
};

/** Programs that take shell text: as the value of `-c`, as their arguments, or as their standard input. */
const shells: readonly string[] = ['sh', 'bash', 'dash', 'zsh', 'ksh', 'ash'];

const ssh: Wrapper = { short: 'bBcDEeFIiJLlmOopPQRSWw', operands: 1 };

/** Program and its arguments → the command inside them; undefined when there is none. */
export function unwrap(program: string, words: readonly string[]): string[] | undefined {
  const wrapper = Object.hasOwn(wrappers, program) ? wrappers[program] : undefined;
  return wrapper && afterOptions(wrapper, words);
}

/** Program and its arguments → shell text inside them: `sh -c "…"`, `su -c "…"`, `ssh host …`, `eval …`. */
export function shellTextOf(program: string, words: readonly string[]): string | undefined {
  if (program === 'eval') return words.join(' ');
  if (program === 'ssh') return afterOptions(ssh, words)?.join(' ');
  if (!shells.includes(program) && program !== 'su' && program !== 'runuser' && program !== 'flock')
    return undefined;
  const option = words.findIndex((word) => /^(?:-[a-z]*c|--command)$/.test(word));
  return option === -1 ? undefined : words[option + 1];
}

/** Program and its arguments → whether it runs the shell text that comes on standard input. */
export function readsShellText(program: string, words: readonly string[]): boolean {
  if (program === 'ssh')
    return /^(?:(?:sudo )?\w*sh(?: -\w+)*)?$/.test(afterOptions(ssh, words)?.join(' ') ?? '');
  return shells.includes(program) && words.every((word) => word.startsWith('-') && word !== '-c');
}

function afterOptions(wrapper: Wrapper, words: readonly string[]): string[] | undefined {
  let index = 0;
  if (wrapper.subcommand !== undefined) {
    if (words[0] !== wrapper.subcommand) return undefined;
    index = 1;
  }
  if (wrapper.afterDashes) {
    const dashes = words.indexOf('--');
    return dashes === -1 ? undefined : words.slice(dashes + 1);
  }
  while (index < words.length && (words[index]!.startsWith('-') || isAssignment(words[index]!))) {
    if (words[index] === '--') {
      index++;
      break;
    }
    index += takesNext(wrapper, words[index]!) ? 2 : 1;
  }
  const command = words.slice(index + (wrapper.operands ?? 0));
  return command.length > 0 ? command : undefined;
}

function takesNext(wrapper: Wrapper, option: string): boolean {
  if (option.startsWith('--')) return (wrapper.long ?? []).includes(option.slice(2));
  const first = option
    .slice(1)
    .split('')
    .findIndex((letter) => wrapper.short?.includes(letter));
  return option.startsWith('-') && first !== -1 && first === option.length - 2;
}

function isAssignment(word: string): boolean {
  return /^[A-Za-z_]\w*=/.test(word);
}
