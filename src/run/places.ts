import { userInfo } from 'node:os';
import type { PlanItem } from '../articles/plan.ts';
import { quoted } from '../outputs/scripts/shell-text.ts';
import { BASH, driver } from './driver.ts';
import type { Hosts } from './execute.ts';
import type { ShellStart } from './shell.ts';

/**
 * This machine. Other users' steps go through `runuser` or `sudo`, which ask for a password themselves if necessary.
 */
export function thisMachine(): Hosts {
  const me = userInfo().username;
  return {
    userOf: ({ user }: PlanItem) => user,
    shell: (_host, user): ShellStart => {
      const [file, ...before] = [...become(user, me, process.getuid?.() === 0), ...BASH];
      return { file, args: (mark) => [...before, driver(mark)], detached: false };
    },
  };
}

/**
 * Reaches each host with the person's own OpenSSH client, which knows the keys. A host's name is passed to `ssh`,
 * unless `destinations` has another for it.
 */
export function overSsh(destinations: Readonly<Record<string, string>>): Hosts {
  return {
    userOf: ({ user }: PlanItem) => user,
    shell: (host, user): ShellStart => ({
      file: 'ssh',
      args: (mark) => ['--', destinations[host] ?? host, remoteCommand(driver(mark), user)],
      detached: false,
    }),
  };
}

/** The command for the remote shell: becomes the user if necessary, and runs the driver. */
function remoteCommand(text: string, user: string | undefined): string {
  const bash = [...BASH, quoted(text)].join(' ');
  if (user === undefined) return `exec ${bash}`;
  const name = quoted(user);
  return `if [ "$(id -un)" = ${name} ]; then exec ${bash}
elif [ "$(id -u)" = 0 ]; then exec runuser -u ${name} -- ${bash}
else exec sudo -n -u ${name} -- ${bash}; fi`;
}

function become(user: string | undefined, me: string, isRoot: boolean): string[] {
  if (user === undefined || user === me) return [];
  return isRoot ? ['runuser', '-u', user, '--'] : ['sudo', '-u', user, '--'];
}
