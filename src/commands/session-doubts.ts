import { findByHand } from './interaction/find-interaction.ts';
import { readShell } from './invocations.ts';

/** Back to the shell before, into a virtual environment, or into a container with the reader's terminal. */
const otherShell =
  /^(?:(?:sudo|doas|exec)(?: -\S+)* )*(?:(?:exit|logout)\b|source |\. |(?:docker|podman|nerdctl|kubectl|oc)\b.* (?:-\w*[it]\w*|--interactive|--tty)\b)/;

/** Command → whether the prompts after it may be another shell's. */
export function opensShell(command: string): boolean {
  if (otherShell.test(command)) return true;
  const reading = readShell(command);
  const reason = reading && findByHand(reading)?.reason;
  return reason === 'opens-shell' || reason === 'opens-interpreter' || reason === 'leaves-shell';
}
