/** How to start bash for the driver: without startup files, which it would read if its input is a socket. */
export const BASH = ['bash', '--norc', '--noprofile', '-c'] as const;

/**
 * The loop with which a shell runs an article's commands one by one. Each command ends with a NUL on its input, and
 * after each it prints a mark with the exit status. So directory, variables and umask last from step to step, as they
 * do for a person, and no command's text is in the list of processes, where the article's own `pgrep -f` would find
 * it.
 *
 * A command that begins with U+0001 gets the terminal as input and output, because it asks something.
 *
 * @param mark something that no command prints by chance
 * @param prelude runs first, e.g. to change to the home directory
 */
export function driver(mark: string, prelude = ''): string {
  return `exec 8<&0 </dev/null 2>&1
${prelude}
shopt -s expand_aliases
_opsnotes() { return "$1"; }
_opsnotes_status=0
while IFS= read -r -d '' -u 8 _opsnotes_text; do
  if [ "\${_opsnotes_text:0:1}" = $'\\001' ]; then
    _opsnotes "$_opsnotes_status"
    eval "\${_opsnotes_text:1}" 8<&- </dev/tty >/dev/tty 2>&1
  else
    _opsnotes "$_opsnotes_status"
    eval "$_opsnotes_text" 8<&-
  fi
  _opsnotes_status=$?
  printf '\\0${mark} %d\\0' "$_opsnotes_status"
done`;
}
