import { items } from '../tables.ts';
import type { Arguments } from '../arguments.ts';
import type { Invocation } from '../invocations.ts';

/** A program that asks at the terminal and would take a pasted line as the answer. The table is its own test. */
export interface ReaderRule {
  programs: RegExp;
  /** Without it, the program asks whatever its arguments are. */
  matches?: (args: Arguments, invocation: Invocation) => boolean;
  /** How to keep it quiet, as an author would write it. */
  quiet?: string;
  /** Examples of commands that ask. */
  reads: readonly string[];
  /** Examples of similar commands that don't. */
  left: readonly string[];
}

const installs =
  /^(?:install|reinstall|remove|purge|autoremove|erase|upgrade|update|downgrade|dist-upgrade|full-upgrade|build-dep|localinstall|local|distro-sync|swap|in|rm|up|dup|patch|si|groupinstall|group|groupremove|module|system-upgrade|offline-upgrade|delete|history)$/;

/**
 * Every program that asks. `sudo` isn't one of them, although it asks for a password now and then. It would remove
 * the button from nearly every block of a guide for Ubuntu, the worst that happens to lines it reads is that they are
 * a wrong password, and shells with bracketed paste (bash since 5.1, zsh, fish) keep the remaining lines to
 * themselves.
 */
export const READER_RULES: readonly ReaderRule[] = [
  {
    programs: /^(?:passwd|smbpasswd|vncpasswd|kpasswd|ldappasswd|chsh|chfn)$/,
    matches: ({ has }, { program }) =>
      program === 'chsh' || program === 'chfn'
        ? !has('s f shell full-name l')
        : !has('stdin d delete l lock u unlock S status e expire s x n i'),
    quiet: 'chpasswd < FILE',
    reads: items(`passwd · passwd anna · sudo passwd root · smbpasswd -a anna · chsh`),
    left: items(`
      passwd -l anna · echo x | passwd --stdin anna · passwd -S · chsh -s /bin/zsh · chpasswd < x
    `),
  },
  {
    programs: /^(?:adduser|vigr|vipw)$/,
    matches: ({ has }, { program, words }) =>
      program !== 'adduser' ||
      (!has('disabled-password gecos system comment') &&
        !words.some((word) => /^-[a-zA-Z]/.test(word)) &&
        words.length === 1),
    quiet: '--disabled-password --gecos ""',
    reads: items(`adduser anna · vipw`),
    left: items(`
      adduser --disabled-password --gecos "" anna · adduser anna sudo · useradd anna · adduser -r x
    `),
  },
  {
    programs: /^ssh-keygen$/,
    matches: ({ has }) => !has('N l R F A H B D G r') || (has('N') && !has('f')),
    quiet: '-f FILE -N ""',
    reads: items(`ssh-keygen · ssh-keygen -t ed25519 · ssh-keygen -t rsa -N ""`),
    left: items(`
      ssh-keygen -t ed25519 -f key -N "" · ssh-keygen -R web1 · ssh-keygen -A · ssh-keygen -lf key
    `),
  },
  {
    programs: /^(?:scp|rsync|ssh-copy-id|sshfs)$/,
    matches: ({ has, operands }, { program, words }) =>
      program === 'ssh-copy-id' ||
      (!has('B') &&
        !words.some((word) => /BatchMode=yes/i.test(word)) &&
        operands.some((word) => /^(?:[\w.{}-]+@)?[\w.{}$-]+:(?!\/\/|:)/.test(word))),
    quiet: '-o BatchMode=yes',
    reads: items(`scp x web2: · scp anna@web2:x . · rsync -a x web2:/srv/ · ssh-copy-id web2`),
    left: items(`
      scp -B x web2: · rsync -a a/ b/ · rsync rsync://a/b . · scp -o BatchMode=yes x web2: · rsync a::b .
    `),
  },
  {
    // Even with a command it reads its standard input, and may ask for a password.
    programs: /^ssh$/,
    matches: ({ has }, { words }) =>
      words.length > 1 && !has('n f V') && !words.some((word) => /BatchMode=yes/i.test(word)),
    quiet: '-n -o BatchMode=yes',
    reads: items(`ssh web2 uptime`),
    left: items(`ssh -n web2 uptime · ssh web2 < script.sh · ssh -o BatchMode=yes web2 ls · ssh -V`),
  },
  {
    programs: /^(?:apt|apt-get|aptitude)$/,
    matches: ({ has, verb }) =>
      installs.test(verb) &&
      verb !== 'update' &&
      !has('y yes assume-yes s simulate dry-run d print-uris qq just-print'),
    quiet: '-y',
    reads: items(`
      apt install vim · sudo apt-get dist-upgrade · apt-get -q remove x ·
      DEBIAN_FRONTEND=noninteractive apt-get install x
    `),
    left: items(`
      apt install -y vim · apt-get -y upgrade · apt update · apt list · apt-get install --assume-yes x ·
      apt-get -qy install x
    `),
  },
  {
    programs: /^(?:yum|dnf|dnf5|microdnf|tdnf)$/,
    matches: ({ has, verb, line }, { words }) =>
      installs.test(verb) && !/^(?:group|module|history)$/.test(verb)
        ? !has('y assumeyes assumeno downloadonly')
        : /^(?:group (?:install|remove|update)|module (?:install|enable|disable|reset|remove|switch-to)|copr enable|history (?:undo|rollback|redo))\b/.test(
            line,
          ) &&
          !has('y assumeyes') &&
          words.length > 1,
    quiet: '-y',
    reads: items(`
      yum install httpd · dnf update · dnf module enable php:8 · yum groupinstall "Base" · dnf copr enable a/b
    `),
    left: items(`
      yum -y install httpd · dnf update -y · dnf list · dnf module list · yum makecache ·
      dnf install --assumeyes x
    `),
  },
  {
    programs: /^(?:zypper|xbps-install|xbps-remove|pkg|urpmi|eopkg|flatpak|pkgin|tazpkg|guix-install)$/,
    matches: ({ has, operands, verb }, { program }) => {
      if (has('y yes n non-interactive assumeyes auto yes-all dry-run assume-yes')) return false;
      if (program.startsWith('xbps')) return operands.length > 0 || has('u update');
      if (program === 'urpmi') return operands.length > 0;
      return installs.test(verb) && (verb !== 'update' || program === 'zypper' || program === 'flatpak');
    },
    quiet: '-y',
    reads: items(`zypper in vim · zypper up · xbps-install -S vim · pkg install vim · flatpak install x`),
    left: items(`
      zypper -n in vim · zypper ref · zypper in -y vim · xbps-install -Sy vim · pkg install -y vim ·
      pkg update
    `),
  },
  {
    programs: /^(?:pacman|yay|paru|pacstrap)$/,
    matches: ({ has }, { words }) =>
      !has('noconfirm') &&
      words.some(
        (word) =>
          /^-(?:[SRU][a-z]*)$/.test(word) &&
          !/^-S[a-z]*[sipgl]/.test(word) &&
          word !== '-Sy' &&
          word !== '-Syy',
      ),
    quiet: '--noconfirm',
    reads: items(`pacman -S vim · pacman -Syu · pacman -Rns vim · pacman -U x.pkg`),
    left: items(`pacman -S --noconfirm vim · pacman -Ss vim · pacman -Qi vim · pacman -Sy`),
  },
  {
    programs: /^(?:emerge|nala|portupgrade)$/,
    matches: ({ has, verb }, { program }) =>
      program === 'nala' ? installs.test(verb) && !has('y') : has('a ask i'),
    reads: items(`emerge --ask vim · emerge -av vim`),
    left: items(`emerge vim · emerge --sync`),
  },
  {
    programs: /^read$/,
    matches: ({ has }) => !has('u'),
    reads: items(`read name · read -rsp "Password: " p`),
    left: items(`
      read name < file · cat x | while read -r line; do echo "$line"; done ·
      while read -r a; do echo; done < x · read x <<< y
    `),
  },
  {
    programs:
      /^(?:mysql_secure_installation|mariadb-secure-installation|dpkg-reconfigure|raspi-config|nmtui|tasksel|sensors-detect|mc|whiptail|dialog|alsamixer|setup|ntsysv|system-config-\w+|pg_createcluster_interactive|vpnsetup)$/,
    matches: ({ has }, { program, words }) =>
      program === 'dpkg-reconfigure'
        ? !words.some((word) => /^-?-f(?:rontend)?/.test(word))
        : program === 'tasksel'
          ? words.length === 0
          : !has('auto use-default h'),
    reads: items(`
      mysql_secure_installation · sudo mysql_secure_installation · dpkg-reconfigure tzdata · nmtui · mc
    `),
    left: items(`dpkg-reconfigure -f noninteractive tzdata · sensors-detect --auto · tasksel install x`),
  },
  {
    // With -p and no value it asks for the password, whatever the other arguments are.
    programs: /^(?:mysql|mariadb|mysqldump|mariadb-dump|mysqladmin|mariadb-admin|mysqlcheck|mysqlimport)$/,
    matches: (_, { words }) => words.some((word) => /^(?:-[a-zA-Z]*p|--password)$/.test(word)),
    quiet: '--defaults-file=FILE',
    reads: items(`
      mysqldump -u root -p shop · mysqladmin -u root -p status · mysql -uroot -p -e "SHOW TABLES"
    `),
    left: items(`mysqldump shop · mysqladmin -uroot -pX status · mysql --password=x -e y`),
  },
  {
    programs: /^openssl$/,
    matches: ({ has, operands }, { words }) => {
      const [what] = operands;
      if (what === 'req')
        return (
          (has('new x509 newkey') && !has('subj batch config')) ||
          (has('newkey') && !has('nodes noenc passout config batch'))
        );
      if (what === 'genrsa' || what === 'genpkey' || what === 'rsa')
        return words.some((word) => /^-(?:aes|des|camellia)/.test(word)) && !has('passout pass');
      if (what === 'pkcs12') return !has('passout passin password');
      if (what === 'ca') return !has('batch gencrl revoke status');
      if (what === 'passwd') return operands.length === 1 && !has('stdin in');
      return what === 's_client' || (what === 'enc' && !has('k pass K kfile'));
    },
    quiet: '-subj …, -batch, -passout …',
    reads: items(`
      openssl req -new -key a -out b · openssl genrsa -aes256 -out a · openssl pkcs12 -export -in a ·
      openssl passwd -6 · openssl s_client -connect a:443
    `),
    left: items(`
      openssl req -new -key a -subj /CN=x · openssl genrsa -out a 2048 · openssl x509 -in a -text ·
      openssl s_client -connect a:443 < /dev/null · openssl rand -hex 8
    `),
  },
  {
    programs: /^gpg2?$/,
    matches: ({ has }) =>
      !has('batch') &&
      has(
        'gen-key generate-key full-gen-key full-generate-key edit-key c symmetric d decrypt delete-keys delete-secret-keys sign-key gen-revoke card-edit',
      ),
    quiet: '--batch',
    reads: items(`gpg --gen-key · gpg -c x · gpg --edit-key anna`),
    left: items(`gpg --import key · gpg --list-keys · gpg --batch --gen-key x · gpg --verify x`),
  },
  {
    programs: /^cryptsetup$/,
    matches: ({ has, verb }) =>
      /^(?:luksFormat|luksOpen|open|luksAddKey|luksChangeKey|luksRemoveKey|reencrypt|convert|resize|luksErase|erase|luksKillSlot)$/.test(
        verb,
      ) &&
      !has('d key-file token-only') &&
      !(has('q batch-mode') && /rase$|KillSlot$/.test(verb)),
    quiet: '--key-file FILE',
    reads: items(`cryptsetup luksFormat /dev/sdb · cryptsetup open /dev/sdb data`),
    left: items(`
      cryptsetup open --key-file k /dev/sdb data · cryptsetup close data · cryptsetup luksDump /dev/sdb
    `),
  },
  {
    programs: /^(?:htpasswd|htdigest)$/,
    matches: ({ has }, { program }) => program === 'htdigest' || !has('b i D v'),
    quiet: '-b or -i',
    reads: items(`htpasswd -c users anna · htdigest f r u`),
    left: items(`htpasswd -bc users anna secret · htpasswd -D users anna`),
  },
  {
    programs:
      /^(?:kinit|kdb5_util|ldapadd|ldapmodify|ldapsearch|ldapdelete|realm|net|ipa-server-install|ipa-client-install|ipa-replica-install|samba-tool)$/,
    matches: ({ has, hasWords, operands, verb }, { program }) => {
      if (program === 'kinit') return !has('k t R X');
      if (program === 'kdb5_util') return verb === 'create' && !has('P');
      if (program.startsWith('ldap')) return has('W');
      if (program.startsWith('ipa-')) return !has('U unattended uninstall');
      if (program === 'realm') return verb === 'join' && !has('one-time-password no-password');
      if (program === 'samba-tool') return hasWords('domain provision') && has('interactive');
      return hasWords('join') && !operands.some((word) => word.includes('%')) && !has('k');
    },
    reads: items(`kinit admin · ldapadd -x -D cn=a -W -f x · ipa-client-install · realm join example.org`),
    left: items(`
      kinit -kt key host/x · ldapsearch -x · ldapadd -Y EXTERNAL -f x · ipa-client-install -U · net rpc info
    `),
  },
  {
    programs:
      /^(?:docker|podman|oras|helm|npm|gh|aws|gcloud|az|heroku|vault|certbot|letsencrypt|rclone|gcloud-init|snapcraft|oc|flyctl)$/,
    matches: ({ has, hasWords, operands }, { program }) => {
      const [first, second] = operands;
      if (program === 'certbot' || program === 'letsencrypt')
        return !has('n non-interactive') && !/^(?:renew|certificates|plugins)$/.test(first ?? '');
      if (program === 'aws') return first === 'configure' && second === undefined;
      if (program === 'npm')
        return (first === 'init' && !has('y yes')) || first === 'login' || first === 'adduser';
      if (program === 'rclone') return first === 'config' && second === undefined;
      if (program === 'gcloud') return first === 'init';
      if (/^(?:docker|podman)$/.test(program) && second === 'prune') return !has('f force');
      if (first !== 'login' && !hasWords('registry login') && !hasWords('auth login')) return false;
      return !has('p password password-stdin token with-token identity');
    },
    quiet: '--non-interactive, --password-stdin or -f',
    reads: items(`
      docker login · aws configure · certbot --nginx · npm init · rclone config · docker system prune
    `),
    left: items(`
      certbot renew · docker ps · docker login -u a --password-stdin < f · npm init -y · aws configure list ·
      docker system prune -f
    `),
  },
  {
    // Asks for confirmation.
    programs:
      /^(?:lvremove|vgremove|lvreduce|mdadm|drbdadm|gluster|e2fsck|fsck(?:\.ext[234])?|wipe|ntfsresize|resize_reiserfs|zypper-migration)$/,
    matches: ({ has, hasWords, operands, line }, { program }) => {
      if (program === 'mdadm') return has('C create') && !has('R run');
      if (program === 'drbdadm') return operands.includes('create-md') && !has('force');
      if (program === 'gluster')
        return (
          !has('mode') &&
          (/^volume (?:stop|delete|reset|rebalance)\b/.test(line) ||
            (hasWords('volume remove-brick') && ['commit', 'force', 'start'].includes(operands.at(-1)!)) ||
            /^(?:peer detach|snapshot (?:delete|restore|deactivate))\b/.test(line)) &&
          operands[1] !== 'rebalance'
        );
      if (program.includes('fsck')) return !has('y p n a A N V');
      return !has('y yes f force t test q');
    },
    quiet: '-y or --force',
    reads: items(`
      lvremove vg0/data · mdadm --create /dev/md0 -l1 -n2 a b · drbdadm create-md r0 ·
      gluster volume stop store1 · fsck.ext4 /dev/sdb1
    `),
    left: items(`
      lvremove -y vg0/data · gluster --mode=script volume stop store1 · e2fsck -fy /dev/sdb1 ·
      mdadm --detail /dev/md0 · lvs · gluster volume info
    `),
  },
  {
    programs: /^(?:rm|cp|mv|ln|find)$/,
    matches: ({ has, hasWords }, { program }) =>
      (program === 'find'
        ? has('ok okdir') || hasWords('-exec rm -i')
        : has('i interactive') || (program === 'rm' && has('I'))) && !has('f'),
    reads: items(`rm -i x · cp -i a b · rm -ri d`),
    left: items(`rm x · rm -f x · ln -s a b · find . -name x · cp a b`),
  },
  {
    // Editors.
    programs:
      /^(?:vi|vim|nvim|view|vimdiff|nano|pico|emacs|joe|jed|ne|micro|mcedit|ed|ex|visudo|sudoedit|crontab|systemctl|virsh|kubectl|oc|git|edquota|helix|hx|kak|ansible-vault|rvim|gvim)$/,
    matches: ({ has, operands, verb }, { program, words }) => {
      if (program === 'visudo') return !has('c');
      if (program === 'crontab') return has('e');
      if (program === 'systemctl') return verb === 'edit' && !has('stdin');
      if (program === 'virsh') return operands.some((word) => word.endsWith('edit')) && verb.includes('edit');
      if (program === 'kubectl' || program === 'oc') return verb === 'edit';
      if (program === 'ansible-vault') return !has('vault-password-file vault-id');
      if (program === 'git')
        return (
          (verb === 'commit' &&
            !words.some((word) => /^-\w*[mFC]|^--(?:message|file|no-edit|reuse-message|fixup)/.test(word))) ||
          (verb === 'rebase' && has('i interactive')) ||
          (verb === 'add' && has('p i patch'))
        );
      if (program === 'emacs') return !has('batch daemon');
      if (program === 'vim' || program === 'ex' || program === 'nvim')
        return !words.some((word) => /^-(?:es|Es|c|s)$|^\+\w/.test(word)) && !has('version');
      return true;
    },
    quiet: 'cat > FILE or a listing',
    reads: items(`
      vi /etc/fstab · sudo nano x · visudo · crontab -e · systemctl edit ssh · git commit · kubectl edit x ·
      virsh edit vm1 · vim
    `),
    left: items(`
      visudo -c · crontab -l · crontab x · git commit -m x · git commit -am x · systemctl cat ssh ·
      ed <<EOF\nw\nEOF · vim -es x
    `),
  },
  {
    // Pagers and full-screen programs, which read every key.
    programs:
      /^(?:less|more|most|man|info|pinfo|top|htop|btop|atop|iotop|iftop|nethogs|nload|bmon|ncdu|tig|w3m|links|lynx|elinks|mutt|alpine|journalctl|mtr|powertop|slabtop|nmon|glances|k9s|lazydocker|vimtutor|git|menuselect|make|mail)$/,
    matches: ({ has, operands, verb }, { program, around }) => {
      if (around.caught) return false;
      if (program === 'journalctl')
        return !has(
          'no-pager n lines f follow disk-usage vacuum-size vacuum-time rotate list-boots verify flush sync g',
        );
      if (/^(?:top|htop|iotop|slabtop|nmon|powertop)$/.test(program))
        return !has('b batch o html csv auto-tune f once');
      if (program === 'mtr') return !has('r report c');
      if (program === 'git') return verb === 'log' && !has('no-pager n oneline 1 graph');
      if (program === 'make') return operands.some((word) => /^(?:menu|n|x|g)?config$/.test(word));
      if (/^(?:lynx|links|elinks|w3m)$/.test(program)) return !has('dump source');
      if (program === 'mail') return !has('s e E') && operands.length === 0;
      if (program === 'man') return !has('k f w apropos where path');
      return true;
    },
    quiet: '--no-pager, -b or | cat',
    reads: items(`
      less x · man ls · top · journalctl -u ssh · htop · ls | less · make menuconfig · git log · dmesg | more
    `),
    left: items(`
      journalctl -u ssh --no-pager · journalctl -n 20 · top -bn1 · man ls | col -b · man -k x · make ·
      git log --oneline · lynx -dump x · journalctl | grep x
    `),
  },
];
