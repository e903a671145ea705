import { quoted } from './shell-text.ts';

/** Exit statuses of a script, besides 0 and 1 (a step failed). */
export const SCRIPT_STATUS = { wrongUse: 2, byHand: 3, leftOut: 4 } as const;

const { wrongUse, byHand, leftOut } = SCRIPT_STATUS;

/** Shell options, and the functions that the steps call. Their names begin with `_`, which no placeholder's name does. */
export function preamble(total: number): string {
  return `set -eu

_dry=no _from=1 _yes=no _destroy=no _go_on=no _total=${total}
_number=0 _done=no _stopped=no

_usage() {
  cat <<'END_OF_USAGE'
Usage: bash FILE [options]

  --dry-run       print what would be done, and do nothing
  --from N        start at step N
  --yes           replace differing files without asking; manual steps remain manual
  --yes-destroy   also run steps that destroy data or can cut you off
  --go-on         skip such steps and continue

Exit status: 0 if everything is done, 1 if a step failed, ${wrongUse} for wrong arguments, ${byHand} if something has to be
done by hand or answered and there is no terminal, ${leftOut} if a dangerous step was left out.
END_OF_USAGE
}

while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) _dry=yes ;;
    --yes) _yes=yes ;;
    --yes-destroy) _destroy=yes ;;
    --go-on) _go_on=yes ;;
    --from)
      shift
      case \${1:-} in
        '' | *[!0-9]* | 0*) _usage >&2; exit ${wrongUse} ;;
      esac
      _from=$1
      ;;
    --help) _usage; exit 0 ;;
    *) _usage >&2; exit ${wrongUse} ;;
  esac
  shift
done

# Status, message: ends the script on purpose.
_stop() {
  _stopped=yes
  printf '%s\\n' "$2" >&2
  exit "$1"
}

# However a step ends the script, it must not look like success.
_ended() {
  _status=$?
  trap - EXIT
  if [ "$_done" = yes ] || [ "$_stopped" = yes ] || [ "$_number" -eq 0 ]; then exit "$_status"; fi
  printf '%s\\n' "Step $_number of $_total ended the script with status $_status. Once that is fixed: --from $_number" >&2
  exit 1
}
trap _ended EXIT

# Number, what it is: whether to do it now.
_step() {
  [ "$1" -ge "$_from" ] || return 1
  if [ "$_dry" = yes ]; then
    printf '%3s  %s\\n' "$1" "$2"
    return 1
  fi
  _number=$1
  printf '[%s/%s] %s\\n' "$1" "$_total" "$2" >&2
}

# Number, reason: whether a dangerous step may run.
_allowed() {
  [ "$_destroy" = no ] || return 0
  if [ "$_go_on" = no ]; then
    _stop ${leftOut} "Step $1 is left out: $2 To run it: --from $1 --yes-destroy. To continue without it: --from $1 --go-on"
  fi
  printf '%s\\n' "Left out step $1: $2" >&2
  return 1
}

# Number, what to do: waits until somebody has done it.
_by_hand() {
  printf '%s\\n' "To be done by hand: $2" >&2
  _wait "Step $1 of $_total has to be done by hand, and there is no terminal. When it is done: --from $(($1 + 1))"
}

# Number, what to wait for: something on another host.
_first() {
  [ "$1" -ge "$_from" ] || return 0
  if [ "$_dry" = yes ]; then
    printf '     wait: %s\\n' "$2"
    return 0
  fi
  [ "$1" -gt "$_from" ] || [ "$_from" -eq 1 ] || return 0
  printf '%s\\n' "First: $2" >&2
  _wait "Step $1 of $_total has to wait for another host, and there is no terminal. When that is done: --from $1"
}

_wait() {
  [ -t 0 ] || _stop ${byHand} "$1"
  printf 'Press Enter when it is done. ' >&2
  read -r _answer || _stop ${byHand} "$1"
}

# Number, program: a step that asks needs somebody to answer.
_asks() {
  [ -t 0 ] || _stop ${byHand} "Step $1 of $_total asks for input ($2), and there is no terminal. When it is done: --from $(($1 + 1))"
}

# File, text: writes the text. If the file differs, shows the changes, asks, and keeps a copy next to it.
_replace() {
  _new=$(mktemp)
  printf '%s\\n' "$2" > "$_new"
  if [ -e "$1" ] && ! cmp -s "$1" "$_new"; then
    diff -u "$1" "$_new" >&2 || true
    if [ "$_yes" = no ]; then
      [ -t 0 ] || { rm -f "$_new"; _stop ${byHand} "Step $_number of $_total would replace $1, and there is no terminal to ask at. To replace it: --from $_number --yes"; }
      printf '%s' "Replace $1? A copy is kept. [y/N] " >&2
      read -r _answer || _answer=
      case $_answer in
        [yY]*) ;;
        *) rm -f "$_new"; _stop ${byHand} "Step $_number of $_total was not done. To do it: --from $_number" ;;
      esac
    fi
    _keep "$1"
  fi
  cat "$_new" > "$1"
  rm -f "$_new"
}

# File, text: appends the text, unless the file already ends with it.
_append() {
  if [ -e "$1" ]; then
    # Compares the preceding line break, too: a file that ends with \`myweb1\` doesn't have \`web1\`.
    _end=$(tail -c "$(($(printf '\\n%s\\n' "$2" | wc -c)))" "$1"; echo .)
    if [ "$_end" = "$2"$'\\n.' ] || [ "$_end" = $'\\n'"$2"$'\\n.' ]; then
      printf '%s\\n' "$1 already ends with it." >&2
      return 0
    fi
    _keep "$1"
    [ -z "$(tail -c 1 "$1")" ] || echo >> "$1"
  fi
  printf '%s\\n' "$2" >> "$1"
}

# File: copies it to the first free number next to it.
_keep() {
  _copy=1
  while [ -e "$1.before-$_copy" ]; do _copy=$((_copy + 1)); done
  cp -p "$1" "$1.before-$_copy"
  printf '%s\\n' "Kept $1.before-$_copy" >&2
}

# Text on descriptor 3: stores it in _text. The full stop preserves trailing newlines, which $(…) would strip.
_text=
_read() {
  _text=$(cat <&3; echo .)
  _text=\${_text%$'\\n.'}
}

# User, text: runs steps in one shell of that user.
_as() {
  _lines="set -eu
$(declare -p _dry _from _yes _destroy _go_on _total \${!_value_@})
$(declare -f $(compgen -A function _))
_number=0 _done=no _stopped=no _text=
trap _ended EXIT
$2
_done=yes"
  if [ "$_dry" = yes ]; then bash -c "$_lines"; else runuser -u "$1" -- bash -c "$_lines"; fi || {
    _code=$?
    _stopped=yes
    exit "$_code"
  }
}`;
}

/** Stops a script that needs root and doesn't have it. */
export const ROOT_CHECK = `if [ "$_dry" = no ] && [ "$(id -u)" -ne 0 ]; then
  echo 'Unexpected user, expected root.' >&2
  exit ${wrongUse}
fi`;

/** Ends a script after its last step. */
export function farewell(host: string): string {
  return `_done=yes\n[ "$_dry" = yes ] || echo ${quoted(`${host}: done`)}`;
}
