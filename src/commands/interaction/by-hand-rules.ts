import { items } from '../tables.ts';
import type { Arguments } from '../arguments.ts';
import type { ByHandReason } from '../block.ts';
import { baseName, type Invocation } from '../invocations.ts';

/** A way in which a command leaves its shell or never returns to it. The table is its own test. */
export interface ByHandRule {
  reason: ByHandReason;
  programs: RegExp;
  /** Without it, the rule applies whatever the arguments are. */
  matches?: (args: Arguments, invocation: Invocation) => boolean;
  /** Examples of commands that have to be done by hand. */
  hand: readonly string[];
  /** Examples of similar commands that a script can run. */
  left: readonly string[];
}

const anyShell = /^-?(?:ba|z|da|a|k|mk|c|tc|fi)?sh$|^\{\{\w+\}\}$/;

/** Options of `docker run` and the like that connect the container to the reader's terminal. */
function hasTerminal({ has }: Arguments): boolean {
  return has('i interactive stdin t tty');
}

function isAlone({ operands }: Arguments): boolean {
  return operands.length === 0;
}

/** Every rule, grouped by what happens to the shell. */
export const BY_HAND_RULES: readonly ByHandRule[] = [
  {
    // The shell of another user or another root directory.
    reason: 'opens-shell',
    programs: /^su$/,
    matches: ({ has }) => !has('c command session-command'),
    hand: items(`su · su - · su - postgres · sudo su · sudo su - oracle`),
    left: items(`su -c "yum update" · su - postgres -c psql\\ -l · suspend-all`),
  },
  {
    reason: 'opens-shell',
    programs: /^(?:sudo|doas|runuser|machinectl|sg)$/,
    matches: ({ has, operands, verb }, { program, words }) => {
      if (program === 'machinectl') return ['shell', 'login'].includes(verb);
      if (program === 'runuser') return !has('u c user command');
      if (program === 'sg') return operands.length < 2;
      return has('i s login shell') && wordsAfterOptions(words) === 0;
    },
    hand: items(`sudo -i · sudo -s · sudo -u git -i · doas -s · runuser -l git · machinectl shell web`),
    left: items(`sudo -i ls · sudo -u git ls · sudo ls -i · runuser -u git -- ls · machinectl list`),
  },
  {
    // A shell called by name, without a script, a command or input.
    reason: 'opens-shell',
    programs: anyShell,
    matches: ({ has }, { words }) =>
      words.every((word) => /^-[a-z]*$/.test(word) && !word.includes('c')) && !has('s'),
    hand: items(`bash · sudo bash · sh -l · docker exec -it web bash`),
    left: items(`bash install.sh · sh -c ls · bash -s · curl x | sh · bash < x.sh · bash --version`),
  },
  {
    reason: 'opens-shell',
    programs: /^(?:chroot|arch-chroot|xchroot|nsenter|unshare|newgrp|systemd-nspawn)$/,
    matches: ({ has, operands }, { program }) => {
      if (program === 'newgrp') return true;
      if (program === 'nsenter' || program === 'unshare') return isLastAnOption(operands) && !has('version');
      if (program === 'systemd-nspawn') return has('b boot') || operands.length <= 1;
      return operands.length === 1;
    },
    hand: items(`
      chroot /mnt · arch-chroot /mnt · xchroot /mnt · newgrp docker · systemd-nspawn -bD /srv/web
    `),
    left: items(`chroot /mnt update-grub · nsenter -t 1 -n ip a · unshare -r id`),
  },
  {
    reason: 'opens-shell',
    programs: /^(?:ssh|mosh|telnet|rsh|rlogin)$/,
    matches: (_, { program, words }) => program !== 'ssh' || opensRemoteShell(words),
    hand: items(`
      ssh web2 · ssh -p 2222 root@web2 · ssh -i key -o User=x web2 · ssh -t web2 · telnet switch1
    `),
    left: items(`
      ssh web2 uptime · ssh web2 < script.sh · ssh -V · ssh -fN -L 80:a:80 web2 · ssh-add · ssh -O exit web2
    `),
  },
  {
    reason: 'opens-shell',
    programs: /^(?:docker|podman|nerdctl|kubectl|oc|crictl|docker-compose)$/,
    matches: (args, { program, words }) => {
      const [first, second] = args.operands;
      if (first === 'rsh' || first === 'attach') return true;
      // Compose's `exec` and `run` use the terminal without being asked to.
      if (first === 'compose' || program === 'docker-compose')
        return (
          args.operands.some((word) => word === 'exec' || word === 'run') &&
          !args.has('T d') &&
          endsInShell(words)
        );
      const verb = first === 'container' ? second : first;
      if (verb !== 'run' && verb !== 'exec' && verb !== 'debug' && verb !== 'start') return false;
      return hasTerminal(args) && endsInShell(words);
    },
    hand: items(`
      docker run -it debian bash · docker run --rm -ti alpine · docker exec -it web sh ·
      kubectl exec -it web-0 -- bash · docker compose exec web bash · docker attach web · oc rsh web
    `),
    left: items(`
      docker run -d nginx · docker exec web ls · docker exec -it web ls -l · kubectl exec web -- ls
    `),
  },
  {
    reason: 'opens-shell',
    programs:
      /^(?:lxc|incus|lxc-attach|lxc-console|pct|qm|virsh|vagrant|multipass|toolbox|distrobox|limactl|gcloud|az|aws)$/,
    matches: ({ has, hasWords, operands }, { program, words }) => {
      const [first] = operands;
      if (program === 'lxc-attach') return operands.length <= 1;
      if (program === 'lxc-console') return true;
      if (program === 'aws') return hasWords('ssm start-session');
      if (program === 'gcloud') return hasWords('compute ssh') && !has('command');
      if (first === 'exec') return endsInShell(words);
      return ['shell', 'console', 'enter', 'ssh', 'terminal'].includes(first ?? '') && !has('c command');
    },
    hand: items(`
      lxc exec web -- bash · pct enter 101 · virsh console vm1 · vagrant ssh · lxc-attach -n web ·
      qm terminal 100
    `),
    left: items(`
      lxc list · lxc exec web -- ls · virsh list · vagrant ssh -c ls · vagrant up · lxc-attach -n web -- ls
    `),
  },
  {
    reason: 'opens-shell',
    programs: /^(?:screen|tmux|byobu|minicom|picocom|script|nix-shell|poetry|pipenv|guix|ipmitool|cu)$/,
    matches: ({ has, hasWords, operands, verb }, { program }) => {
      if (program === 'screen') return !has('ls list X wipe dmS d v');
      if (program === 'tmux')
        return (
          isAlone({ operands } as Arguments) ||
          (/^(?:new|attach|a|new-session|attach-session)$/.test(verb) && !has('d'))
        );
      if (program === 'nix-shell') return !has('run command');
      if (program === 'ipmitool') return hasWords('sol activate');
      if (program === 'script') return !has('c command');
      return /^(?:poetry|pipenv|guix)$/.test(program) ? verb === 'shell' : true;
    },
    hand: items(`
      screen · screen -r · tmux · tmux attach -t x · nix-shell · minicom -D /dev/ttyS0 · script out.log
    `),
    left: items(`
      screen -ls · screen -dmS x ls · tmux ls · tmux new -d -s x · nix-shell -p hello --run hello
    `),
  },
  {
    // The next lines are typed at another program's prompt.
    reason: 'opens-interpreter',
    programs:
      /^(?:mysql|mariadb|psql|cqlsh|clickhouse-client|sqlplus|isql|usql|mongo|mongosh|influx|redis-cli|valkey-cli|sqlite3?|duckdb)$/,
    matches: ({ has, operands }, { program, words }) => {
      if (has('e c f execute command file query q eval list l V')) return false;
      if (/^sqlite|^duckdb/.test(program)) return operands.length <= 1 && !has('init cmd');
      if (program.endsWith('-cli'))
        return valuesLeft(words, 'hpnaus').length === 0 && !has('scan bigkeys stat latency');
      return program !== 'mongosh' || !operands.some((word) => word.endsWith('.js'));
    },
    hand: items(`
      mysql · mysql -u root -p · sudo -u postgres psql · psql -h db shop · sqlite3 x.db · redis-cli ·
      redis-cli -h db · mongosh
    `),
    left: items(`
      mysql -e "SHOW DATABASES" · mysql shop < dump.sql · psql -c "SELECT 1" · psql -l · psql -f x.sql ·
      sqlite3 x.db .dump · redis-cli ping · redis-cli -h db ping · echo x | mysql · mysql <<EOF\nx\nEOF ·
      mysqldump shop > x
    `),
  },
  {
    reason: 'opens-interpreter',
    programs:
      /^(?:python[\d.]*|ipython\d?|node|irb|perl|php|lua|ghci|scala|jshell|iex|erl|tclsh|gdb|bc|rails|R)$/,
    matches: ({ has, operands, verb }, { program, words }) => {
      if (program === 'rails') return /^c(?:onsole)?$/.test(verb);
      if (program === 'perl') return words.some((word) => /^-de\d?/.test(word));
      if (program === 'php') return has('a interactive');
      if (program === 'gdb') return !has('batch');
      return operands.length === 0 && !has('c e m V v h p eval print noshell detached f');
    },
    hand: items(`
      python · python3 · node · irb · php -a · gdb ./a.out · bc · bc -l · rails console · perl -de1
    `),
    left: items(`
      python x.py · python3 -c 1 · python -m venv x · node app.js · node -v · echo 1+1 | bc · perl -e 1 ·
      rails db:migrate · gdb -batch x
    `),
  },
  {
    reason: 'opens-interpreter',
    programs: /^(?:fdisk|gdisk|cfdisk|cgdisk|parted|sfdisk|debugfs|xfs_db)$/,
    matches: ({ has, operands }, { program, words }) => {
      if (program === 'parted') return operands.length <= 1 && !has('s l script list');
      if (program === 'debugfs') return !has('R f');
      if (program === 'xfs_db') return !has('c');
      if (program === 'sfdisk') return words.length === 1 && operands.length === 1;
      return (
        operands.some((word) => word.startsWith('/') || word.startsWith('$') || word.startsWith('{{')) &&
        !has('l list s x V')
      );
    },
    hand: items(`
      fdisk /dev/sda · gdisk /dev/sdb · cfdisk /dev/sdb · parted /dev/sda · fdisk -u /dev/sda ·
      sfdisk /dev/sda
    `),
    left: items(`
      fdisk -l /dev/sda · parted -s /dev/sda mklabel gpt · parted -l · sfdisk -d /dev/sda ·
      sfdisk /dev/sda < t · parted /dev/sda print
    `),
  },
  {
    reason: 'opens-interpreter',
    programs:
      /^(?:sftp|ftp|lftp|smbclient|nslookup|kadmin|kadmin\.local|vtysh|bluetoothctl|wpa_cli|connmanctl|lvm|virsh|crm|gluster|cpan|nft|augtool|ldapvi|asterisk|birdc|rndc-shell|zkCli\.sh|hbase|ceph|crmsh|pcs-shell|targetcli|bconsole|samba-tool-shell|nmcli|iwctl|opensips-cli|linstor|drbdtop|grub)$/,
    matches: ({ has, operands, verb, line }, { program, words }) => {
      if (/^s?ftp$/.test(program)) return !has('b') && words.length > 0;
      if (program === 'smbclient') return !has('c L command list');
      if (program === 'kadmin' || program === 'kadmin.local') return !has('q');
      if (program === 'vtysh') return !has('c f b');
      if (program === 'asterisk') return has('r') && !has('x rx');
      if (program === 'nmcli') return /^c\w* e\w*\b/.test(line) && operands.length <= 3;
      if (program === 'nft') return has('i interactive');
      if (program === 'lftp') return !has('e f c');
      if (program === 'hbase') return verb === 'shell';
      return operands.length === 0 && words.length === 0;
    },
    hand: items(`
      sftp web2 · ftp ftp.example.org · nslookup · kadmin.local · vtysh · bluetoothctl · lvm ·
      smbclient //a/b · asterisk -r · nmcli connection edit eth0
    `),
    left: items(`
      sftp -b x web2 · nslookup a.example · kadmin.local -q listprincs · vtysh -c "show run" · lvm vgs ·
      smbclient -L a · nmcli connection show · gluster volume info
    `),
  },
  {
    // Returns to the previous shell, or to none.
    reason: 'leaves-shell',
    programs: /^(?:exit|logout|exec|return|bye|quit)$/,
    matches: (_, { program, words, around }) => !around.apart && (program !== 'exec' || words.length > 0),
    hand: items(`exit · exit 0 · logout · exec ls · test -f x || exit 1`),
    left: items(`(exit 1) · bash -c "exit 1" · exec > log · f() { exit 1; }`),
  },
  {
    reason: 'never-ends',
    programs: /^(?:tail|journalctl|dmesg|kubectl|oc|docker|podman|docker-compose|logread|stern)$/,
    matches: ({ has, operands, verb }, { program }) => {
      if (program === 'tail') return has('f F follow');
      if (program === 'journalctl' || program === 'logread') return has('f follow');
      if (program === 'dmesg') return has('w W follow follow-new');
      const action = operands.find((word) => /^(?:logs|events|stats|up|get|port-forward|proxy)$/.test(word));
      if (action === 'logs') return has('f follow');
      if (action === 'get') return has('w watch') && /^(?:kubectl|oc)$/.test(program);
      if (action === 'port-forward' || action === 'proxy') return /^(?:kubectl|oc)$/.test(program);
      if (action === 'stats') return /^(?:docker|podman)$/.test(program) && !has('no-stream');
      if (action === 'up')
        return verb === 'compose' || program === 'docker-compose' ? !has('d detach wait') : false;
      return action === 'events' && /^(?:docker|podman)$/.test(program) && !has('until');
    },
    hand: items(`
      tail -f /var/log/syslog · journalctl -fu ssh · dmesg -w · docker logs -f web · kubectl get pods -w ·
      kubectl port-forward web 80 · docker compose up · docker stats
    `),
    left: items(`
      tail -n 5 x · tail -f x & · timeout 5 tail -f x · journalctl -u ssh -n 5 · docker logs web ·
      docker compose up -d · kubectl get pods
    `),
  },
  {
    reason: 'never-ends',
    programs:
      /^(?:watch|ping6?|tcpdump|tshark|inotifywait|iperf3?|nc|ncat|yes|vmstat|iostat|mpstat|sar|pidstat|strace)$/,
    matches: ({ has, operands }, { program, around }) => {
      const numbers = operands.filter((word) => /^\d+$/.test(word)).length;
      if (/^(?:vmstat|iostat|mpstat|sar|pidstat)$/.test(program)) return numbers === 1;
      if (program === 'ping' || program === 'ping6') return !has('c w n V');
      if (program === 'tcpdump' || program === 'tshark') return !has('c r D a');
      if (program === 'inotifywait') return has('m monitor');
      if (program.startsWith('iperf')) return has('s server') && !has('D 1 one-off');
      if (program === 'nc' || program === 'ncat') return has('l listen') && !around.caught;
      if (program === 'yes') return !around.caught;
      if (program === 'strace') return has('p');
      return true;
    },
    hand: items(`
      watch df · ping web2 · tcpdump -ni eth0 · iperf3 -s · nc -l 1234 · vmstat 1 · strace -p 1
    `),
    left: items(`
      ping -c 3 web2 · tcpdump -c 5 · tcpdump -r x · iperf3 -c web2 · nc -z web2 22 · yes | rm x · vmstat ·
      vmstat 1 5 · iostat -x
    `),
  },
  {
    reason: 'stops-machine',
    programs: /^(?:reboot|poweroff|halt|shutdown|init|telinit|systemctl|kexec|loginctl|pm-suspend)$/,
    matches: ({ has, verb, line }, { program, around }) => {
      if (around.remote) return false;
      if (program === 'init' || program === 'telinit') return /^[0156sS]$/.test(verb);
      if (program === 'kexec') return has('e exec');
      if (program === 'shutdown') return !has('c k');
      if (program === 'systemctl' || program === 'loginctl')
        return /^(?:reboot|poweroff|halt|kexec|suspend|hibernate|hybrid-sleep|rescue|emergency|soft-reboot)\b|^isolate (?:rescue|emergency|poweroff|reboot|halt)/.test(
          line,
        );
      return !has('w wtmp-only');
    },
    hand: items(`
      reboot · sudo reboot · shutdown -r now · systemctl reboot · init 6 · poweroff · make && reboot
    `),
    left: items(`
      shutdown -c · ssh web2 reboot · systemctl restart x · last reboot · init --version · which reboot
    `),
  },
];

/** How many words follow the options: `-u git -i` → 0, `-u git ls` → 1. The options are those of sudo and doas. */
function wordsAfterOptions(words: readonly string[]): number {
  return valuesLeft(words, 'ugCpUhrtD').length;
}

/** The words that are neither options nor values of the options in `short`. */
function valuesLeft(words: readonly string[], short: string): string[] {
  return words.filter((word, index) => {
    const before = words[index - 1] ?? '';
    const isValue = /^-[A-Za-z]$/.test(before) && short.includes(before[1]!);
    return !word.startsWith('-') && !isValue;
  });
}

function opensRemoteShell(words: readonly string[]): boolean {
  const args = words.filter((word) => word.startsWith('-') && word !== '--');
  if (args.some((word) => /^-(?:V|Q|O|G|.*N|.*f)/.test(word))) return false;
  return valuesLeft(words, 'bBcDEeFIiJLlmOopPQRSWw').length === 1;
}

function endsInShell(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  if (anyShell.test(baseName(last))) return true;
  // `docker run -it debian`: the image's own shell.
  return words[0] === 'run' && valuesLeft(words, 'vpehuwm').length === 2;
}

function isLastAnOption(operands: readonly string[]): boolean {
  return operands.filter((word) => !/^\d+$/.test(word)).length === 0;
}
