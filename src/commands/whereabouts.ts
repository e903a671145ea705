import type { Step } from './block.ts';

/** Programs that open a root shell on the same machine, where `# ` says everything there is to say. */
const rootOpeners = /^(?:su|sudo|doas)$/;

/**
 * For each step of a block, whether it is typed in another shell than those before it, and only its position says so:
 * after `ssh web2`, a bare `$ ls` is meant for web2; after `chroot /mnt`, `# update-grub` is for the system below
 * /mnt. A prompt with its host or user says it itself, and so does `# ` after `su` or `sudo -i`.
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
