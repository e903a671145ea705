import { items } from '../tables.ts';
import { isEssential, isWholeTree } from './paths.ts';
import { rulesOf } from './rule.ts';

/** Units and processes that remote logins depend on. */
const accessService =
  /^(?:sshd?(?:@.*)?|dropbear|(?:ssh|sshd)\.socket|network(?:ing)?|NetworkManager|systemd-networkd|dhcpcd|dhclient|wpa_supplicant|wg-quick@.*|openvpn(?:@.*)?|tailscaled|strongswan|ipsec|xrdp|systemd-logind|dbus|netif|net\..*)(?:\.(?:service|socket|target))?$/;

const packagesOfAccess =
  /^(?:openssh(?:-server)?|ssh|sudo|doas|bash|systemd|init|glibc|libc6|network-manager|NetworkManager|ifupdown|netplan\.io|dhcpcd5?|isc-dhcp-client|kernel(?:-.*)?|linux-image.*|grub.*|python3?|pam|libpam.*|login|util-linux|coreutils|initramfs-tools|dracut|openvpn|wireguard.*)$/;

/** Commands after which nobody may be able to log in, or nothing works. */
export const ACCESS_RULES = rulesOf('cuts-off', [
  {
    name: 'flush-firewall',
    explanation: 'Deletes firewall rules: the machine can be left open, or out of reach.',
    programs: /^(?:ip6?tables(?:-legacy|-nft)?|ebtables|arptables|nft|ufw|ipset)$/,
    matches: ({ has, verb, line }, { program }) => {
      if (program === 'nft') return verb === 'flush' || /^delete table\b/.test(line);
      if (program === 'ufw') return verb === 'reset';
      if (program === 'ipset') return verb === 'flush' || verb === 'destroy';
      return has('F flush');
    },
    marked: items(`
      iptables -F · iptables -t nat --flush · ip6tables -F INPUT · nft flush ruleset · ufw reset
    `),
    left: items(`iptables -L · iptables -A INPUT -p tcp -j ACCEPT · nft list ruleset · ufw status`),
  },
  {
    name: 'close-firewall',
    explanation: 'Closes the machine to the network, perhaps to you too.',
    programs:
      /^(?:ip6?tables(?:-legacy|-nft)?|ip6?tables-restore|nft|ufw|firewall-cmd|pfctl|csf|ipfw|shorewall)$/,
    matches: ({ has, operands }, { program, words }) => {
      const line = words.join(' ');
      if (program.endsWith('-restore')) return !has('t test');
      if (program === 'nft') return has('f file') && !has('c check');
      if (program === 'ufw')
        return (
          /^(?:--force )?enable$/.test(line) ||
          /^default (?:deny|reject)(?! (?:outgoing|routed))/.test(line) ||
          /^(?:insert \d+ )?(?:deny|reject|delete (?:allow|limit)) (?:.*\b)?(?:22|ssh|OpenSSH)\b/i.test(line)
        );
      if (program === 'firewall-cmd')
        return (
          has('panic-on') ||
          words.some((word) =>
            /^--(?:set-default-zone=(?:drop|block)|remove-(?:service=ssh|port=22\/tcp))/.test(word),
          )
        );
      if (program === 'pfctl') return has('e f') && !has('n');
      if (program === 'csf' || program === 'shorewall') return /^(?:-e|-x|stop|start)/.test(line);
      if (program === 'ipfw') return operands.includes('deny') && operands.includes('any');
      if (/(?:^| )(?:-P|--policy) (?:INPUT|OUTPUT) (?:DROP|REJECT)\b/.test(line)) return true;
      return (
        /(?:^| )(?:-[AI]|--append|--insert) (?:INPUT|OUTPUT)(?: \d+)? (?:-j|--jump) (?:DROP|REJECT)\b/.test(
          line,
        ) || /--dport (?:22|ssh) .*-j (?:DROP|REJECT)\b/.test(line)
      );
    },
    marked: items(`
      iptables -P INPUT DROP · iptables -A INPUT -j DROP · iptables-restore < rules.v4 · ufw enable ·
      ufw default deny incoming · ufw deny ssh · ufw delete allow OpenSSH · firewall-cmd --panic-on ·
      firewall-cmd --permanent --remove-service=ssh · nft -f /etc/nftables.conf
    `),
    left: items(`
      iptables -P FORWARD DROP · iptables -A INPUT -s 192.0.2.7 -j DROP ·
      iptables -A INPUT -p tcp --dport 25 -j DROP · ufw allow ssh · ufw status · ufw default allow outgoing ·
      ufw deny 25 · firewall-cmd --reload · nft -c -f x · iptables-save
    `),
  },
  {
    name: 'stop-access',
    explanation: 'Stops the service you are logged in through.',
    programs:
      /^(?:systemctl|service|rc-service|rc-update|sv|initctl|stop|invoke-rc\.d|update-rc\.d|chkconfig|launchctl|sshd?|networking|network|killall|pkill|kill)$/,
    matches: ({ operands }, { program, words }) => {
      const [first, second] = operands;
      if (program === 'systemctl')
        return (
          /^(?:stop|disable|mask|kill)$/.test(first ?? '') &&
          operands.slice(1).some((unit) => accessService.test(unit))
        );
      if (/^(?:service|rc-service|invoke-rc\.d)$/.test(program))
        return second === 'stop' && accessService.test(first!);
      if (program === 'update-rc.d')
        return /^(?:remove|disable)$/.test(second ?? '') && accessService.test(first!);
      if (program === 'rc-update') return (first ?? '').startsWith('del') && accessService.test(second ?? '');
      if (program === 'chkconfig') return second === 'off' && accessService.test(first!);
      if (program === 'sv' || program === 'initctl')
        return /^(?:down|stop|force-stop|d)$/.test(first ?? '') && accessService.test(second ?? '');
      if (program === 'stop') return accessService.test(first ?? '');
      if (program === 'killall' || program === 'pkill')
        return (
          operands.some((word) =>
            /^(?:sshd|systemd|init|NetworkManager|dhclient|openvpn|wpa_supplicant)$/.test(word),
          ) && !words.some((word) => /^-(?:HUP|USR[12]|0|1|s)$|^-SIGHUP$/.test(word))
        );
      if (program === 'kill')
        return operands.at(-1) === '1' && words.some((word) => /^-(?:9|KILL|TERM|15|SIGKILL)$/.test(word));
      // /etc/init.d/ssh stop
      return first === 'stop' && operands.length === 1 && program !== 'launchctl';
    },
    marked: items(`
      systemctl stop sshd · systemctl disable --now ssh.socket · systemctl mask NetworkManager.service ·
      service ssh stop · /etc/init.d/networking stop · pkill sshd · sv down sshd · kill -9 1 ·
      chkconfig network off
    `),
    left: items(`
      systemctl restart sshd · systemctl stop nginx · systemctl stop systemd-resolved ·
      systemctl status sshd · service ssh restart · pkill -HUP sshd · ssh stop@web1 ls · kill 1234
    `),
  },
  {
    name: 'link-down',
    explanation: 'Takes a network link down, or removes an address or a route.',
    programs:
      /^(?:ip|ifdown|ifconfig|nmcli|route|netplan|wg-quick|dhclient|dhcpcd|wpa_cli|networkctl|rfkill)$/,
    matches: ({ has, operands, verb, line }, { program }) => {
      if (program === 'ip')
        return (
          (/^l(?:i|ink)?\w* (?:set|s)\b/.test(line) && operands.includes('down')) ||
          /^l(?:ink)? (?:del|delete|d)\b/.test(line) ||
          /^a(?:ddr|ddress)? (?:flush|del|delete|f|d)\b/.test(line) ||
          /^(?:r|ro|route) (?:flush|(?:del|delete) default)\b/.test(line)
        );
      if (program === 'ifdown') return !operands.includes('lo');
      if (program === 'ifconfig') return operands.includes('down') || operands.includes('delete');
      if (program === 'nmcli')
        return /^(?:c\w* (?:down|del\w*)|d\w* (?:disconnect|delete)|n\w* off|networking off|radio \w+ off)\b/.test(
          line,
        );
      if (program === 'route')
        return /^(?:del|delete) (?:-net )?(?:default|0\.0\.0\.0)/.test(line) || verb === 'flush';
      if (program === 'netplan') return verb === 'apply';
      if (program === 'wg-quick' || program === 'networkctl') return verb === 'down';
      if (program === 'rfkill')
        return verb === 'block' && !/^(?:bluetooth|nfc|gps|fm)$/.test(operands[1] ?? '');
      if (program === 'wpa_cli') return operands.includes('disconnect') || operands.includes('terminate');
      return has('r x release exit');
    },
    marked: items(`
      ip link set eth0 down · ip link set dev eth0 down · ifdown eth0 · ifconfig eth0 down ·
      ip addr flush dev eth0 · ip route del default · nmcli connection down eth0 · nmcli networking off ·
      netplan apply · wg-quick down wg0 · dhclient -r
    `),
    left: items(`
      ip link set eth0 up · ip addr · ip link show · ifup eth0 · nmcli con show · netplan try ·
      ip route add default via 192.0.2.1 · ip addr add 192.0.2.2/24 dev eth0 · dhclient eth0
    `),
  },
  {
    name: 'stop-machine',
    explanation: 'Stops or restarts a machine, with everybody and everything on it.',
    programs:
      /^(?:reboot|poweroff|halt|shutdown|init|telinit|systemctl|kexec|ipmitool|pm-suspend|stonith_admin|pcs|fence_\w+|loginctl|grub-reboot-now)$/,
    matches: ({ has, verb, line }, { program, words }) => {
      if (words.join(' ').includes('--when cancel') || words.includes('--when=cancel')) return false;
      if (program === 'init' || program === 'telinit') return /^[016sS]$/.test(verb);
      if (program === 'kexec') return has('e exec');
      if (program === 'shutdown') return !has('c k');
      if (program === 'systemctl' || program === 'loginctl')
        return /^(?:reboot|poweroff|halt|kexec|suspend|hibernate|hybrid-sleep|rescue|emergency|soft-reboot|isolate (?:rescue|emergency|poweroff|reboot|halt)(?:\.target)?)\b/.test(
          line,
        );
      if (program === 'ipmitool') return /\bpower (?:off|cycle|reset|soft)\b/.test(line);
      if (program === 'pcs') return /^stonith (?:fence|confirm)\b/.test(line);
      if (program === 'stonith_admin') return has('F B fence reboot');
      if (program.startsWith('fence_')) return has('o action') && !/status|list|monitor|metadata/.test(line);
      return !has('w wtmp-only');
    },
    marked: items(`
      reboot · sudo reboot · shutdown -r now · shutdown +10 · systemctl poweroff · init 6 · halt ·
      ipmitool -H a power off · pcs stonith fence node2 · ssh web2 reboot · systemctl isolate rescue.target
    `),
    left: items(`
      shutdown -c · pcs node standby node2 · init 5 · systemd-inhibit --what shutdown sleep 5 ·
      systemctl halt --when cancel · last reboot · systemctl restart nginx ·
      systemctl isolate multi-user.target · ipmitool power status · init --version · echo reboot
    `),
  },
  {
    name: 'lock-account',
    explanation: 'Locks an account, or takes away its rights.',
    programs: /^(?:passwd|usermod|chage|gpasswd|deluser)$/,
    matches: ({ has, operands }, { program, words }) => {
      if (program === 'passwd') return has('l lock');
      if (program === 'usermod')
        return (
          has('L lock') ||
          words.some(
            (word, index) => /^(?:-e|--expiredate)$/.test(words[index - 1] ?? '') && /^[01]$/.test(word),
          )
        );
      if (program === 'chage') return words.join(' ').includes('-E 0') || words.includes('-E0');
      if (program === 'gpasswd')
        return has('d delete') && operands.some((word) => /^(?:sudo|wheel|admin)$/.test(word));
      return operands.slice(1).some((word) => /^(?:sudo|wheel|admin)$/.test(word));
    },
    marked: items(`
      passwd -l root · usermod -L anna · chage -E 0 anna · gpasswd -d anna wheel · deluser anna sudo
    `),
    left: items(`
      passwd root · usermod -aG sudo anna · chage -l anna · passwd -u root · deluser anna docker
    `),
  },
  {
    name: 'overwrite-essential',
    explanation: 'Changes a file that logging in or booting depends on.',
    matches: ({ has, operands }, { program, truncates, words }) => {
      if (truncates.some(isEssential)) return true;
      if (program === 'tee') return !has('a append') && operands.some(isEssential);
      if (program === 'rm' || program === 'unlink') return operands.some(isEssential);
      if (program === 'mv') return operands.some(isEssential);
      if (program === 'cp' || program === 'install' || program === 'ln')
        return operands.length > 1 && isEssential(operands.at(-1)!);
      if (program === 'truncate' || program === 'shred') return operands.some(isEssential);
      return program === 'dd' && words.some((word) => word.startsWith('of=') && isEssential(word.slice(3)));
    },
    marked: items(`
      > /etc/passwd · cat > /etc/fstab <<EOF\nx\nEOF · echo x | sudo tee /etc/sudoers.d/anna ·
      rm /boot/vmlinuz-6.1 · cp sshd_config /etc/ssh/sshd_config · mv /etc/shadow /root/ ·
      truncate -s 0 ~/.ssh/authorized_keys
    `),
    left: items(`
      echo x >> /etc/fstab · cat /etc/passwd · cp /etc/fstab /etc/fstab.bak ·
      cp /boot/grub2/grub.cfg /boot/grub2/grub.cfg.backup · tee -a /etc/fstab · vi /etc/fstab ·
      echo x > /etc/hosts
    `),
  },
  {
    name: 'remove-essential-package',
    explanation: 'Removes a package that logging in or booting depends on.',
    programs: /^(?:apt|apt-get|aptitude|dpkg|yum|dnf|zypper|rpm|pacman|apk|emerge|pkg|xbps-remove)$/,
    matches: ({ has, operands, verb }, { program, words }) => {
      const removes =
        /^(?:remove|purge|erase|rm|del|delete|autoremove)$/.test(verb) ||
        (/^(?:rpm|dpkg)$/.test(program) && has('e erase r P remove purge')) ||
        (program === 'pacman' && words.some((word) => word.startsWith('-R'))) ||
        program === 'xbps-remove';
      return removes && !has('q query') && operands.some((word) => packagesOfAccess.test(word));
    },
    marked: items(`
      apt remove openssh-server · apt-get purge sudo · yum remove kernel · rpm -e glibc · pacman -Rns sudo ·
      dnf remove NetworkManager
    `),
    left: items(`
      apt install openssh-server · apt remove nano · rpm -qe x · yum update kernel · pacman -S sudo
    `),
  },
  {
    name: 'recursive-owner',
    explanation: 'Changes owner or mode of a whole system, which then no longer works.',
    programs: /^(?:chmod|chown|chgrp|setfacl|chattr)$/,
    matches: ({ has, operands }) => has('R recursive') && operands.some(isWholeTree),
    marked: items(`chmod -R 777 / · chown -R anna /etc · sudo chown --recursive anna:anna /usr/`),
    left: items(`chmod -R g+w /srv/www · chown anna /etc · chmod 755 /`),
  },
  {
    name: 'boot-entry',
    explanation: 'Removes what the machine boots from.',
    programs:
      /^(?:efibootmgr|bootctl|kernel-install|update-initramfs|grubby|flashrom|grub2?-set-default-none)$/,
    matches: ({ has, verb }, { program }) => {
      if (program === 'efibootmgr') return has('B delete-bootnum O');
      if (program === 'flashrom') return has('w write E erase');
      if (program === 'update-initramfs') return has('d');
      if (program === 'grubby') return has('remove-kernel');
      return verb === 'remove';
    },
    marked: items(`
      efibootmgr -b 3 -B · bootctl remove · update-initramfs -d -k all · flashrom -p internal -w bios.bin
    `),
    left: items(`efibootmgr · bootctl status · update-initramfs -u · flashrom -r bios.bin`),
  },
  {
    name: 'kill-everything',
    explanation: 'Kills every process that the user may kill; for root that is all of them.',
    programs: /^(?:kill|killall5|pkill|killall|skill)$/,
    matches: ({ operands }, { program, words }) => {
      if (program === 'pkill' || program === 'killall' || program === 'skill')
        return (
          words.some(
            (word, index) =>
              /^-[uU]$/.test(words[index - 1] ?? '') && /^(?:root|0|\$USER|\$LOGNAME)$/.test(word),
          ) &&
          (program !== 'killall' || operands.length === 1)
        );
      return program === 'killall5' || words.slice(1).includes('-1');
    },
    marked: items(`kill -9 -1 · kill -TERM -1 · kill -9 -- -1 · pkill -9 -u root`),
    left: items(`kill -1 1234 · kill -9 1234 · kill 1 · pkill -u www nginx`),
  },
  {
    name: 'magic-reboot',
    explanation: 'Stops or restarts the machine at once, without writing memory out to disk.',
    matches: (_, { writes, words, program }) =>
      writes.includes('/proc/sysrq-trigger') || (program === 'tee' && words.includes('/proc/sysrq-trigger')),
    marked: items(`echo b > /proc/sysrq-trigger · echo b | sudo tee /proc/sysrq-trigger`),
    left: items(`cat /proc/sys/kernel/sysrq`),
  },
]);
