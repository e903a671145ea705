import { BY_HAND_RULES } from './interaction/by-hand-rules.ts';
import { findByHand } from './interaction/find-interaction.ts';
import { readShell } from './invocations.ts';

/** Returns to the previous shell, or enters a virtual environment or a container with the reader's terminal. */
const otherShell =
  /^(?:(?:sudo|doas|exec)(?: -\S+)* )*(?:(?:exit|logout)\b|source |\. |(?:docker|podman|nerdctl|kubectl|oc)\b.* (?:-\w*[it]\w*|--interactive|--tty)\b)/;

const rules = BY_HAND_RULES.filter(({ reason }) => reason === 'opens-shell' || reason === 'leaves-shell');

/** Whether the prompts after a command may come from another shell. */
export function opensShell(command: string): boolean {
  if (otherShell.test(command)) return true;
  if (!namesOpener(command)) return false;
  const reading = readShell(command);
  const reason = reading && findByHand(reading)?.reason;
  return reason === 'opens-shell' || reason === 'leaves-shell';
}

/** Nearly every command names none of them, and needn't be parsed for this. */
function namesOpener(command: string): boolean {
  const words = command.slice(0, 2000).match(/[\w.{}-]+/g) ?? [];
  return words.some((word) => rules.some(({ programs }) => programs.test(word)));
}
