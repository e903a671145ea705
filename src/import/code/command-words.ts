/** Programs of server administrators. In code without a language, a line that begins with one is likely a command. */
const PROGRAMS = new Set(
  `bash bunzip2 cat chkconfig conntrack cpupower dracut e2label echo efibootmgr egrep env exit export fgrep file find finger flatpak fuser getfacl
  grub2-editenv grub2-set-default head history id ip6tables-save killall5 last less locate logger lsb_release lspci
  make md5sum mkinitrd mkisofs more nc nice nohup ntpq nvme parallel php printf pstree rclone repoquery rename restic
  rpmdev-setuptree runuser seq sh sha256sum sleep snap sort source split stat sync tac time uniq unset wc whois xinput
  xrandr zsh a2dissite a2enmod a2ensite adduser addgroup alias ansible ansible-playbook apachectl apk apt apt-cache apt-get apt-key
  aptitude arp aws awk az base64 blkid bridge brew bundle bzip2 cargo cd certbot chattr chcon chef-client chgrp chmod
  chown chroot chsh composer cp createdb crictl crontab cryptsetup ctr curl dd depmod df dig dmesg dmsetup dnf
  docker docker-compose dpkg dpkg-reconfigure drbdadm du e2fsck easy_install ethtool exportfs fallocate fdisk firewall-cmd
  free fsck fusermount gcc gcloud gem getenforce getent getsebool gfs2_tool git glusterd gluster glusterfs gpg grep groupadd
  growpart grub-install grub2-mkconfig gunzip gzip hdparm helm hostname hostnamectl htpasswd httpd ifconfig ifdown ifup
  initctl insmod ip ip6tables iperf ipset iptables iptables-save ipvsadm iscsiadm journalctl k3s kill killall kinit kubectl
  kubeadm ln localectl loginctl logrotate losetup ls lsblk lscpu lsmod lsof lspci lsusb lvcreate lvdisplay lvextend lvs lxc
  lxd mdadm mkdir mkfs mkfs.ext3 mkfs.ext4 mkfs.xfs mkswap modprobe mount mv mysql mysqladmin mysqldump netstat newgrp nft
  nginx nmap nmcli npm npx nsenter ntpdate nano openssl parted partprobe passwd pear pecl perl ping pip pip3 pkg pkill
  podman postconf postfix postmap postqueue pro ps psql puppet pvcreate pvs pwd python python3 qemu-img qm rabbitmqctl
  rackspace rake rc-service rc-update rdesktop readlink reboot redis-cli resize2fs restorecon rkhunter rm rmdir rmmod route
  rpm rpmbuild rsync salt scp screen sed semanage semodule service sestatus setenforce setfacl setsebool sfdisk sftp
  showmount shutdown skopeo smartctl smbclient snmpwalk ss ssh ssh-add ssh-copy-id ssh-keygen strace su sudo svn swapoff
  swapon sysctl systemctl tail tar tcpdump tee telnet terraform timedatectl tmux top touch traceroute tune2fs ufw umount
  uname unzip update-alternatives update-grub update-rc.d uptime useradd userdel usermod vagrant vgcreate vgs vi vim virsh
  virt-install visudo vmstat watch wget whoami xargs xfs_growfs xl xm yum yarn zcat zfs zpool zypper`.split(
    /\s+/,
  ),
);

/** Programs that are also English words: `# mount options` is a comment, `# mount -a` isn't. */
const WORDS = new Set(
  `bridge cat export find file finger free head history last less locate make more mount nice parallel 
  ping pip pro puppet rake rename route salt screen seq service sleep snap sort source split stat
  sync tail tar tee time top touch uniq unset watch`.split(/\s+/),
);

/** Parts that no sentence has: an option, a path, a file name, a number, a pipe, an assignment. */
const SIGN = /(?:^|\s)-{1,2}[A-Za-z0-9]|[/|<>=$"'`*~@\d_]|\w\.\w|\b(?:start|stop|restart|reload|status)$/;

/** Whether a line is certainly a command, rather than a sentence that begins with a program's name. */
export function isSurelyCommand(line: string): boolean {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  if (!mayBeginCommand(line)) return false;
  return !WORDS.has(word) || rest.length === 0 || SIGN.test(rest.join(' '));
}

/** Whether a line begins like a command: with a program or its path. */
export function beginsWithCommand(line: string): boolean {
  const word = /^(?:[A-Z_][A-Z0-9_]*=\S* )*(?<word>\S+)/.exec(line.trim())?.groups?.['word'] ?? '';
  return PROGRAMS.has(word) || PATH.test(word);
}

/** `./configure`, `/etc/init.d/httpd`, `~/bin/backup` */
const PATH = /^(?:\.{0,2}|~)\/(?:[\w.+-]+\/)*[\w.+-]+$/;

/**
 * Does the same for text after a prompt, where any word in the form of a program's name will do, such as
 * `grub2-mkconfig`.
 */
export function mayBeginCommand(line: string): boolean {
  return beginsWithCommand(line) || /^[a-z][a-z.]*(?:[-_][\w.-]+|\d[\w.-]*)(?:\s|$)/.test(line.trim());
}
