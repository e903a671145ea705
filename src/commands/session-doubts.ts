import { BY_HAND_RULES } from './interaction/by-hand-rules.ts';
import { findByHand } from './interaction/find-interaction.ts';
import { readShell } from './invocations.ts';

/** Back to the shell before, into a virtual environment, or into a container with the reader's terminal. */
const otherShell =
  /^(?:(?:sudo|doas|exec)(?: -\S+)* )*(?:(?:exit|logout)\b|source |\. |(?:docker|podman|nerdctl|kubectl|oc)\b.* (?:-\w*[it]\w*|--interactive|--tty)\b)/;

const rules = BY_HAND_RULES.filter(({ reason }) => reason === 'opens-shell' || reason === 'leaves-shell');

/** Command → whether the prompts after it may be another shell's. */
export function opensShell(command: string): boolean {
  if (otherShell.test(command)) return true;
  if (!namesOpener(command)) return false;
  const reading = readShell(command);
  const reason = reading && findByHand(reading)?.reason;
  return reason === 'opens-shell' || reason === 'leaves-shell';
}

/** Nearly every command names none, and need not be parsed for this. */
function namesOpener(command: string): boolean {
  const words = command.slice(0, 2000).match(/[\w.{}-]+/g) ?? [];
  return words.some((word) => rules.some(({ programs }) => programs.test(word)));
}
