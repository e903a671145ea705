import { readArguments, type Arguments } from './arguments.ts';
import { items } from './tables.ts';
import { readShell } from './invocations.ts';

/** A program that prints lines of a file or configuration, in which `# ` begins a comment. */
interface Printer {
  programs: RegExp;
  matches?: (args: Arguments, program: string) => boolean;
  /** Commands whose output makes a bare `# ` ambiguous. */
  prints: readonly string[];
  left: readonly string[];
}

/** The table is its own test. After any other program's command, `# ` is root's next prompt. */
export const FILE_PRINTERS: readonly Printer[] = [
  {
    programs:
      /^(?:cat|tac|nl|head|tail|less|more|most|bat|batcat|z?cat|zless|zgrep|xzcat|zstdcat|strings|rev|column|sort|uniq|cut|fold|tr)$/,
    prints: items(`
      cat /etc/hosts · sudo head -n 3 x · docker exec web cat /etc/hosts · ssh web2 cat x · cat a | sort
    `),
    left: items(`cat > x · cat a | tee b > c · cat x | sh · echo x >> y`),
  },
  {
    programs: /^(?:[ef]?grep|rg|ag|ack|git-grep|sed|awk|gawk|mawk|diff|sdiff|colordiff)$/,
    matches: ({ has }) => !has('i in-place q quiet c') || has('E n r v'),
    prints: items(`grep -v x /etc/fstab · sed -n 1,3p x · awk '{print}' x · diff a b`),
    left: items(`sed -i s/a/b/ x · grep -q x y`),
  },
  {
    programs: /^(?:getfacl|ssh-keyscan|dmidecode|ip6?tables-save|slapcat|ldapsearch|postconf)$/,
    prints: items(`getfacl /srv · ssh-keyscan web2 · dmidecode · iptables-save · slapcat · ldapsearch -x`),
    left: items(`iptables-save > x · setfacl -m u:a:r x · ssh-keygen -A`),
  },
  {
    programs: /^(?:crontab|systemctl|git|nft|drbdadm|nginx|sshd|apachectl)$/,
    matches: ({ has, verb }) => has('l T') || /^(?:cat|show|diff|blame|list|dump)$/.test(verb),
    prints: items(`
      crontab -l · systemctl cat ssh · git diff · git show HEAD · nft list ruleset · drbdadm dump · nginx -T
    `),
    left: items(`crontab -e · systemctl start ssh · git push · nginx -t · drbdadm up r0`),
  },
  {
    programs: /^(?:curl|wget)$/,
    matches: ({ has, operands }, program) =>
      program === 'wget' ? operands.includes('-') || has('-') : !has('o O output remote-name I head'),
    prints: items(`
      curl -s https://example.org/x · wget -qO- https://example.org/x · wget -O - https://example.org/x
    `),
    left: items(`
      wget https://example.org/x · curl -LO https://example.org/x · curl -o x https://example.org/x ·
      curl https://example.org/x | sh
    `),
  },
];

/** Whether the lines after a command are likely the content of a file. */
export function printsFile(command: string): boolean {
  const reading = readShell(command);
  const shown = reading?.invocations.filter(({ around }) => !around.caught && !around.background) ?? [];
  if (reading?.invocations.some(({ program }) => /^(?:sh|bash|tee)$/.test(program)) === true) return false;
  return shown.some(({ program, words }) => {
    const args = readArguments(words);
    return FILE_PRINTERS.some(
      ({ programs, matches }) => programs.test(program) && (matches?.(args, program) ?? true),
    );
  });
}
