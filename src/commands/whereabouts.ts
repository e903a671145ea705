import type { Step } from './block.ts';

/** Programs that open a root's shell on the same machine, where `# ` says all that there is to say. */
const rootOpeners = /^(?:su|sudo|doas)$/;

/**
 * Steps of one block → for each whether it is typed in another shell than those before it, and nothing but its place says so: after `ssh web2`, a
 * bare `$ ls` is meant for web2; after `chroot /mnt`, `# update-grub` for what is below /mnt. A prompt that names its host or its user, and `# ` after
 * `su` or `sudo -i`, says it by itself.
 */
export function inOtherShell(steps: readonly Step[]): boolean[] {
  const open: { program: string; before: Step }[] = [];
  return steps.map((step) => {
    const opener = open.at(-1);
    const isElsewhere = opener !== undefined && !saysWhere(step, opener);
    if (step.byHand?.reason === 'leaves-shell') open.pop();
    if (step.byHand?.reason === 'opens-shell') open.push({ program: step.byHand.program, before: step });
    return isElsewhere;
  });
}

function saysWhere(step: Step, { program, before }: { program: string; before: Step }): boolean {
  if (step.prompt.includes('@')) return step.prompt !== before.prompt;
  const isOtherHost = step.hosts.length > 0 && step.hosts.join(' ') !== before.hosts.join(' ');
  return isOtherHost || (rootOpeners.test(program) && step.root && !before.root);
}
