/** Programs that print a file's lines, in which `# ` begins a comment. */
const printers =
  /^(?:sudo )?(?:cat|head|tail|less|more|e?grep|zcat|sed|awk|diff|curl|wget|git (?:diff|show))\b/;

/** Commands after which another shell may ask, with a prompt of another form. */
const shellOpeners = new RegExp(
  [
    String.raw`^(?:(?:sudo|doas|exec)(?: -\S+)* )*`, // sudo -E
    String.raw`(?:(?:su|ssh|bash|sh|zsh|chroot|arch-chroot|nsenter|unshare|machinectl|systemd-nspawn|newgrp|telnet)\b`,
    String.raw`|(?:docker|podman|kubectl|oc|lxc|incus|virsh|vagrant|pct|screen|tmux|nix-shell)\b`,
    String.raw`|(?:exit|logout)\b|source |\. )`, // back to the shell before; a virtual environment
    String.raw`|^(?:sudo|doas) -\w*[is]`, // sudo -i
  ].join(''),
);

/** Words that no command begins with: "Install the packages", "Установка", "-----". */
const commentStart = /^(?:(?!X|Rscript)[A-Z][a-z']+,? [A-Za-z][a-z]|[-=*+,;)]|[^\x00-\x7f])/; // eslint-disable-line no-control-regex -- all of ASCII is meant

/** Text after `# ` → whether it is a comment in someone's words rather than a command. */
export function looksLikeComment(text: string): boolean {
  return commentStart.test(text);
}

/** Command → whether it prints a file, so that `# ` below it is likely that file's comment. */
export function printsFile(command: string): boolean {
  return printers.test(command);
}

/** Command → whether the prompts after it may be another shell's. */
export function opensShell(command: string): boolean {
  return shellOpeners.test(command);
}
