import type { Arguments } from './arguments.ts';
import type { Invocation } from './invocations.ts';

/** Whether one of the programs that can stop or restart their machine does so. */
export function stopsMachine({ has, verb, line }: Arguments, { program, words }: Invocation): boolean {
  if (program === 'init' || program === 'telinit') return /^[016sS]$/.test(verb);
  if (program === 'kexec') return has('e exec');
  if (program === 'shutdown') return !has('c k');
  if (program === 'systemctl' || program === 'loginctl')
    return STOPPING.test(line) && !/--when[ =]cancel/.test(words.join(' '));
  return !has('w wtmp-only');
}

const STOPPING =
  /^(?:reboot|poweroff|halt|kexec|suspend|hibernate|hybrid-sleep|rescue|emergency|soft-reboot|isolate (?:rescue|emergency|poweroff|reboot|halt)(?:\.target)?)\b/;
