import { describe, expect, test } from 'vitest';
import { DESTRUCTIVE_RULES, FORK_BOMB, destructiveUses } from '../../../src/commands/destructive.ts';
import { readShell } from '../../../src/commands/invocations.ts';

/** For each rule, commands that it marks and commands that look alike and are not marked by any. */
const examples: Record<string, { marked: string[]; left: string[] }> = {
  'delete-tree': {
    marked: [
      'rm -rf /',
      'rm -fr /*',
      'rm -r -f /etc',
      'rm -Rf /var/lib/mysql/*',
      'rm --recursive ~',
      'rm -rf "$DIR"/*',
      'rm -rf {{brick}}',
      'rm -rf /export/store1/.glusterfs',
      'cd /x && rm -rf *',
      'rm -rf -- /home/anna',
    ],
    left: [
      'rm -rf ./build',
      'rm -rf node_modules',
      'rm -rf /tmp/x',
      'rm -f /etc/nginx/sites-enabled/default',
      'rm -rf "${DIR:?}"/*',
      'rm -rf /var/cache/yum',
      'echo "rm -rf /"',
      "echo rm -rf / '# rm -rf /'",
      '# rm -rf /',
      'rm --help -rf /',
    ],
  },
  'delete-system-files': { marked: ['rm -f /etc/*', 'rm /*'], left: ['rm /tmp/*', 'rm -f *.o'] },
  'find-delete': {
    marked: ['find / -delete', 'find /srv -type f -exec rm {} \\;'],
    left: ["find /var/log -name '*.gz' -delete", 'find /srv -mtime +7 -delete', 'find . -name core'],
  },
  'sync-delete': {
    marked: ['rsync -a --delete /srv/ b:/srv/'],
    left: ['rsync -a /srv/ b:/srv/', 'rsync -an --delete a/ b/'],
  },
  'make-file-system': {
    marked: ['mkfs.ext4 /dev/sdb1', 'mkfs -t xfs /dev/sdb', 'mke2fs -j /dev/sdb', '/sbin/mkswap /dev/sdc'],
    left: ['man mkfs', 'mkfs.ext4 --version', 'mkdir /dev/shm/x'],
  },
  'write-device': {
    marked: [
      'dd if=/dev/zero of=/dev/sda bs=1M',
      'cat image | sudo tee /dev/nvme0n1',
      'cp image.iso /dev/sdb',
      'badblocks -w /dev/sdb',
      'truncate -s 0 /dev/vg0/data',
      'dd if=x of=/dev/{{disk}}',
    ],
    left: [
      'dd if=/dev/sda of=sda.img',
      'dd if=x of=/dev/null',
      'cp /dev/sda1 image',
      'badblocks /dev/sdb',
      'truncate -s 1G disk.img',
      'echo x | tee /dev/stderr',
    ],
  },
  'redirect-to-device': {
    marked: [
      'cat image > /dev/sda',
      'echo x >/dev/mapper/data',
      '{ echo a; echo b; } > /dev/sdb',
      '> /dev/vda',
    ],
    left: ['ls > /dev/null', 'ls 2>/dev/null', 'cat < /dev/sda', "echo '> /dev/sda'", 'ls > /dev/shm/list'],
  },
  'move-to-nothing': { marked: ['mv /srv/data /dev/null'], left: ['mv a b'] },
  'wipe-signatures': {
    marked: ['wipefs -a /dev/sdb', 'wipefs --all /dev/sdb'],
    left: ['wipefs /dev/sdb', 'wipefs -an /dev/sdb'],
  },
  'partition-table': {
    marked: [
      'fdisk /dev/sda',
      'parted /dev/sda mklabel gpt',
      'parted -s /dev/sdb -- mkpart primary 1MiB -1s',
      'sgdisk -Z /dev/sdb',
      'sgdisk --zap-all /dev/sdb',
      'sfdisk /dev/sdb < table',
      'cfdisk /dev/sdb',
    ],
    left: [
      'fdisk -l /dev/sda',
      'fdisk -l',
      'parted /dev/sda print',
      'sgdisk -p /dev/sdb',
      'sfdisk -d /dev/sda > table',
    ],
  },
  shred: { marked: ['shred -u secret', 'shred /dev/sda'], left: ['shred --help'] },
  'discard-device': {
    marked: [
      'blkdiscard /dev/nvme0n1',
      'nvme format /dev/nvme0n1',
      'hdparm --security-erase pw /dev/sda',
      'xfs_repair -L /dev/sda1',
    ],
    left: ['nvme list', 'hdparm -I /dev/sda', 'xfs_repair -n /dev/sda1'],
  },
  'remove-volume': {
    marked: [
      'lvremove vg0/data',
      'vgremove vg0',
      'pvremove /dev/sdb',
      'lvreduce -L 5G vg0/data',
      'lvresize -L -5G vg0/data',
      'lvm lvremove -f vg0/data',
    ],
    left: ['lvs', 'lvcreate -L 5G -n data vg0', 'lvresize -L +5G vg0/data', 'vgremove --test vg0'],
  },
  'destroy-pool': {
    marked: [
      'zpool destroy tank',
      'zfs destroy -r tank/home',
      'btrfs subvolume delete /srv/old',
      'zfs rollback -r tank@a',
    ],
    left: ['zpool status', 'zfs destroy -nv tank/home', 'zfs rollback tank@a', 'btrfs subvolume list /'],
  },
  'zero-superblock': { marked: ['mdadm --zero-superblock /dev/sdb1'], left: ['mdadm --detail /dev/md0'] },
  'overwrite-peer': {
    marked: [
      'drbdadm -- --overwrite-data-of-peer primary r0',
      'drbdadm create-md r0',
      'drbdadm invalidate r0',
      'drbdadm primary --force r0',
    ],
    left: ['drbdadm primary r0', 'drbdadm status'],
  },
  'gluster-delete': {
    marked: [
      'gluster volume delete store1',
      'gluster --mode=script volume delete store1',
      'gluster volume remove-brick store1 gluster2:/export force',
      'gluster snapshot delete s1',
    ],
    left: [
      'gluster volume info',
      'gluster volume create delete gluster1:/export',
      'gluster volume remove-brick store1 b:/x start',
    ],
  },
  'ceph-delete': {
    marked: ['ceph osd pool delete a a --yes-i-really-really-mean-it', 'rbd rm pool/image'],
    left: ['ceph osd tree', 'rbd ls'],
  },
  'encrypt-device': {
    marked: ['cryptsetup luksFormat /dev/sdb', 'cryptsetup -q luksErase /dev/sdb'],
    left: ['cryptsetup open /dev/sdb data'],
  },
  'flush-firewall': {
    marked: [
      'iptables -F',
      'iptables -t nat --flush',
      'ip6tables -F INPUT',
      'nft flush ruleset',
      'ufw reset',
    ],
    left: ['iptables -L', 'iptables -A INPUT -p tcp -j ACCEPT', 'nft list ruleset', 'ufw status'],
  },
  'recursive-owner': {
    marked: ['chmod -R 777 /', 'chown -R anna /etc', 'sudo chown --recursive anna:anna /usr/'],
    left: ['chmod -R g+w /srv/www', 'chown anna /etc', 'chmod 755 /'],
  },
  'delete-user': {
    marked: ['userdel -r anna', 'deluser --remove-home anna'],
    left: ['userdel anna', 'usermod -r anna'],
  },
  'drop-database': {
    marked: [
      'dropdb shop',
      'mysql -e "DROP DATABASE shop"',
      'mysql shop <<EOF\ndrop table orders;\nEOF',
      'echo "TRUNCATE orders" | psql shop',
      "sudo -u postgres psql -c 'DELETE FROM orders;'",
      'mysqladmin drop shop',
      'redis-cli FLUSHALL',
      'mysql <<< "DROP SCHEMA x"',
    ],
    left: [
      'mysql -e "SHOW DATABASES"',
      "psql -c 'DELETE FROM orders WHERE id = 1;'",
      'echo DROP DATABASE shop',
      'redis-cli info',
      'grep "drop table" dump.sql',
    ],
  },
  'kill-everything': {
    marked: ['kill -9 -1', 'kill -TERM -1', 'kill -9 -- -1'],
    left: ['kill -1 1234', 'kill -9 1234', 'kill 1'],
  },
  'prune-containers': {
    marked: [
      'docker system prune -a',
      'podman volume rm data',
      'docker compose down -v',
      'docker-compose down --volumes',
    ],
    left: ['docker ps', 'docker compose down', 'docker run -v a:b image'],
  },
  'delete-cluster-objects': {
    marked: ['kubectl delete pvc data', 'helm uninstall shop'],
    left: ['kubectl get pods', 'kubectl delete pod x --dry-run=client'],
  },
  'destroy-machine': {
    marked: [
      'terraform destroy',
      'virsh undefine vm1 --remove-all-storage',
      'aws s3 rm s3://b/ --recursive',
      'etcdctl del --prefix /',
      'qm destroy 100',
    ],
    left: ['terraform plan', 'virsh destroy vm1', 'aws s3 ls', 'aws s3 rm s3://b/file'],
  },
  'remove-crontab': { marked: ['crontab -r', 'crontab -u anna -r'], left: ['crontab -l', 'crontab -e'] },
  'delete-mail-queue': { marked: ['postsuper -d ALL'], left: ['postsuper -d 4B2C'] },
  'magic-reboot': {
    marked: ['echo b > /proc/sysrq-trigger', 'echo b | sudo tee /proc/sysrq-trigger'],
    left: ['cat /proc/sys/kernel/sysrq'],
  },
  'fork-bomb': { marked: [':(){ :|:& };:', 'bomb() { bomb | bomb & }; bomb'], left: ['f() { ls | wc; }; f'] },
};

const rulesOf = (command: string) => destructiveUses(readShell(command)!).map(({ rule }) => rule);

describe.each(Object.entries(examples))('%s', (rule, { marked, left }) => {
  test.each(marked)('marks %s', (command) => {
    expect(rulesOf(command)).toContain(rule);
  });
  test.each(left)('leaves %s', (command) => {
    expect(rulesOf(command)).toEqual([]);
  });
});

test('every rule has an example of both sorts, and every example a rule', () => {
  const names = [...DESTRUCTIVE_RULES, FORK_BOMB].map(({ name }) => name);
  expect(Object.keys(examples).sort()).toEqual(names.sort());
});

test.each([
  'sudo rm -rf /etc',
  'sudo -u root -- rm -rf /etc',
  'env LANG=C nice -n 5 rm -rf /etc',
  'ssh gluster1 rm -rf /etc',
  'ssh -p 22 -i key root@gluster1 "cd / && rm -rf /etc"',
  'ssh gluster1 <<EOF\nrm -rf /etc\nEOF',
  'ssh gluster1 bash -s <<EOF\nrm -rf /etc\nEOF',
  'bash -c "rm -rf /etc"',
  'su - -c "rm -rf /etc"',
  'echo "rm -rf /etc" | sudo sh',
  'true && rm -rf /etc || true',
  'for f in a; do rm -rf /etc; done',
  'x=$(rm -rf /etc)',
  'echo "`rm -rf /etc`"',
  'diff <(rm -rf /etc) a',
  'timeout 5 nohup rm -rf /etc &',
  'eval "rm -rf /etc"',
  'docker exec -it web rm -rf /etc',
  'kubectl exec pod -- rm -rf /etc',
  'if true; then rm -rf /etc; fi',
  'cleanup() { rm -rf /etc; }',
  '\'rm\' -rf "/etc"',
  '\\rm -rf /etc',
])('sees through %s', (command) => {
  expect(rulesOf(command)).toContain('delete-tree');
});
