import type { Arguments } from '../arguments.ts';
import { items } from '../tables.ts';
import type { Invocation } from '../invocations.ts';
import { isBlockDevice } from './paths.ts';
import { rulesOf } from './rule.ts';

const dumpOnly = 'l list d dump V verify s show-size p print i info';

/** Commands that overwrite disks, partitions and volumes. */
export const DEVICE_RULES = rulesOf('destroys', [
  {
    name: 'make-file-system',
    explanation: 'Makes a new file system: everything on the device is lost.',
    programs:
      /^(?:mkfs(?:\..+)?|mke2fs|mkswap|mkntfs|mkdosfs|newfs|mkreiserfs|mkudffs|bcachefs|make-bcache)$/,
    matches: ({ has, operands, verb }, { program }) =>
      program === 'bcachefs'
        ? verb === 'format'
        : operands.length > 0 && !has('n N') && !isImage(operands.at(-1)!),
    marked: items(`
      mkfs.ext4 /dev/sdb1 · mkfs -t xfs /dev/sdb · mke2fs -j /dev/sdb · /sbin/mkswap /dev/sdc
    `),
    left: items(`mkfs.ext4 disk.img · man mkfs · mkfs.ext4 --version · mkdir /dev/shm/x`),
  },
  {
    name: 'write-device',
    explanation: 'Overwrites a device: everything on it is lost.',
    programs: /^(?:dd|tee|cp|badblocks|truncate|mv)$/,
    matches: ({ has, operands }, { program }) => {
      if (program === 'dd')
        return operands.some((word) => word.startsWith('of=') && isBlockDevice(word.slice(3)));
      if (program === 'badblocks') return has('w');
      return (program === 'cp' || program === 'mv' ? operands.slice(1).slice(-1) : operands).some(
        isBlockDevice,
      );
    },
    marked: items(`
      dd if=/dev/zero of=/dev/sda bs=1M · cat image | sudo tee /dev/nvme0n1 · cp image.iso /dev/sdb ·
      badblocks -w /dev/sdb · truncate -s 0 /dev/vg0/data · dd if=x of=/dev/{{disk}}
    `),
    left: items(`
      dd if=/dev/sda of=sda.img · dd if=x of=/dev/null · cp /dev/sda1 image · badblocks /dev/sdb ·
      truncate -s 1G disk.img · echo x | tee /dev/stderr
    `),
  },
  {
    name: 'redirect-to-device',
    explanation: 'Overwrites a device: everything on it is lost.',
    matches: (_, { writes }) => writes.some(isBlockDevice),
    marked: items(`
      cat image > /dev/sda · echo x >/dev/mapper/data · { echo a; echo b; } > /dev/sdb · > /dev/vda
    `),
    left: items(`
      ls > /dev/null · exec 3<>/dev/tcp/web1/80 · ls 2>/dev/null · cat < /dev/sda · echo '> /dev/sda' ·
      ls > /dev/shm/list
    `),
  },
  {
    name: 'wipe-signatures',
    explanation: 'Erases what tells the system which file system or volume a device holds.',
    programs: /^wipefs$/,
    matches: ({ has }) => has('a all o offset') && !has('n no-act'),
    marked: items(`wipefs -a /dev/sdb · wipefs --all /dev/sdb`),
    left: items(`wipefs /dev/sdb · wipefs -an /dev/sdb`),
  },
  {
    name: 'partition-table',
    explanation: 'Changes a partition table: partitions can be lost with everything on them.',
    programs: /^(?:fdisk|cfdisk|sfdisk|gdisk|sgdisk|parted)$/,
    matches: changesPartitions,
    marked: items(`
      fdisk /dev/sda · parted /dev/sda mklabel gpt · parted -s /dev/sdb -- mkpart primary 1MiB -1s ·
      sgdisk -Z /dev/sdb · sgdisk --zap-all /dev/sdb · sfdisk /dev/sdb < table · cfdisk /dev/sdb
    `),
    left: items(`
      fdisk -l /dev/sda · fdisk -l · parted /dev/sda print · sgdisk -p /dev/sdb · sfdisk -d /dev/sda > table
    `),
  },
  {
    name: 'discard-device',
    explanation: 'Discards or erases the blocks of a device.',
    programs: /^(?:blkdiscard|hdparm|nvme|sg_format|xfs_repair)$/,
    matches: ({ has, operands, verb }, { program }) => {
      if (program === 'hdparm') return has('security-erase security-erase-enhanced trim-sector-ranges');
      if (program === 'nvme') return ['format', 'sanitize', 'delete-ns'].includes(verb);
      return program === 'xfs_repair' ? has('L') : operands.length > 0;
    },
    marked: items(`
      blkdiscard /dev/nvme0n1 · nvme format /dev/nvme0n1 · hdparm --security-erase pw /dev/sda ·
      xfs_repair -L /dev/sda1
    `),
    left: items(`nvme list · hdparm -I /dev/sda · xfs_repair -n /dev/sda1`),
  },
  {
    name: 'remove-volume',
    explanation: 'Removes or shrinks a logical volume, a volume group or a physical volume.',
    programs: /^(?:lvremove|vgremove|pvremove|lvreduce|lvm|lvresize)$/,
    matches: ({ has, hasWords, operands, verb }, { program, words }) => {
      if (has('t test')) return false;
      if (program === 'lvm') return /^(?:lv|vg|pv)remove$|^lvreduce$/.test(verb);
      if (program !== 'lvresize') return operands.length > 0;
      return hasWords('-L') || hasWords('--size') ? words.some((word) => /^-\d/.test(word)) : false;
    },
    marked: items(`
      lvremove vg0/data · vgremove vg0 · pvremove /dev/sdb · lvreduce -L 5G vg0/data ·
      lvresize -L -5G vg0/data · lvm lvremove -f vg0/data
    `),
    left: items(`lvs · lvcreate -L 5G -n data vg0 · lvresize -L +5G vg0/data · vgremove --test vg0`),
  },
  {
    name: 'destroy-pool',
    explanation: 'Destroys a ZFS or btrfs pool, data set, subvolume or snapshot.',
    programs: /^(?:zpool|zfs|btrfs)$/,
    matches: ({ has, verb, line }, { program }) => {
      if (program === 'btrfs') return /^sub\w* delete/.test(line);
      if (has('n')) return false;
      if (verb === 'destroy' || verb === 'labelclear') return true;
      return verb === 'rollback' || (verb === 'receive' && has('F'));
    },
    marked: items(`
      zpool destroy tank · zfs destroy -r tank/home · btrfs subvolume delete /srv/old ·
      zfs rollback -r tank@a · zfs rollback tank@a · zfs receive -F tank/a
    `),
    left: items(`zpool status · zfs destroy -nv tank/home · btrfs subvolume list /`),
  },
  {
    name: 'take-device',
    explanation: 'Uses whole devices for an array, a pool or a volume group: everything on them is lost.',
    programs: /^(?:mdadm|zpool|pvcreate|vgcreate|ceph-volume|stratis)$/,
    matches: ({ has, operands, verb }, { program }) => {
      const [, next] = operands;
      if (program === 'mdadm') return has('C create') || has('build');
      if (program === 'zpool')
        return (verb === 'create' || verb === 'add' || verb === 'attach' || verb === 'replace') && !has('n');
      if (program === 'pvcreate') return operands.length > 0 && !has('t test');
      if (program === 'vgcreate') return operands.slice(1).some(isBlockDevice);
      if (program === 'stratis') return verb === 'pool' && next === 'create';
      return /^(?:create|prepare|batch)$/.test(next ?? '');
    },
    marked: items(`
      mdadm --create /dev/md0 --level=1 --raid-devices=2 /dev/sda1 /dev/sdb1 ·
      zpool create tank mirror sda sdb · pvcreate /dev/sdb · vgcreate vg0 /dev/sdb ·
      ceph-volume lvm create --data /dev/sdb
    `),
    left: items(`zpool status · mdadm --assemble --scan · pvs · vgcreate --help · ceph-volume lvm list`),
  },
  {
    name: 'delete-raid',
    explanation: 'Deletes a logical drive of a RAID controller.',
    programs:
      /^(?:storcli(?:64)?|perccli(?:64)?|[Mm]ega[Cc]li(?:64)?|ssacli|hpacucli|arcconf|tw_cli|omconfig)$/,
    matches: (_, { words }) =>
      /(?:^| )(?:del|delete|-Cfg(?:Clr|LdDel)|-LDInit|erase|CfgClr)\b/i.test(words.join(' ')),
    marked: items(`storcli /c0/v1 del force · MegaCli64 -CfgClr -a0 · ssacli ctrl slot=0 ld 1 delete`),
    left: items(`storcli /c0 show · MegaCli64 -LDInfo -Lall -a0`),
  },
  {
    name: 'shrink',
    explanation: 'Shrinks a file system or a disk: everything beyond its new end is lost.',
    programs: /^(?:resize2fs|qemu-img|ntfsresize|btrfs)$/,
    matches: ({ has, verb, line }, { program, words }) => {
      if (program === 'resize2fs') return has('M');
      if (program === 'qemu-img') return verb === 'resize' && has('shrink');
      if (program === 'btrfs')
        return /^fi\w* resize/.test(line) && words.some((word) => /^-?(?:\d+:)?-\d/.test(word));
      return has('s size') && !has('n no-action');
    },
    marked: items(`
      resize2fs -M /dev/sdb1 · qemu-img resize --shrink a.qcow2 5G · btrfs filesystem resize -5G /srv
    `),
    left: items(`resize2fs /dev/sdb1 · qemu-img resize a.qcow2 +5G · btrfs filesystem resize max /srv`),
  },
  {
    name: 'zero-superblock',
    explanation: 'Erases the description of a RAID array from its devices.',
    programs: /^mdadm$/,
    matches: ({ has }) => has('zero-superblock'),
    marked: items(`mdadm --zero-superblock /dev/sdb1`),
    left: items(`mdadm --detail /dev/md0`),
  },
  {
    name: 'overwrite-peer',
    explanation: 'Discards the data of one side of a DRBD resource.',
    programs: /^drbd(?:adm|setup|meta)$/,
    matches: ({ has, operands }) =>
      has('overwrite-data-of-peer discard-my-data') ||
      operands.some((word) => /^(?:create-md|wipe-md|invalidate(?:-remote)?)$/.test(word)) ||
      (operands.includes('primary') && has('force')),
    marked: items(`
      drbdadm -- --overwrite-data-of-peer primary r0 · drbdadm create-md r0 · drbdadm invalidate r0 ·
      drbdadm primary --force r0
    `),
    left: items(`drbdadm primary r0 · drbdadm status`),
  },
  {
    name: 'encrypt-device',
    explanation: 'Overwrites a device’s encryption header: its data can no longer be read.',
    programs: /^cryptsetup$/,
    matches: ({ operands }) =>
      operands.some((word) => /^(?:luksFormat|luksErase|erase|luksKillSlot)$/.test(word)),
    marked: items(`cryptsetup luksFormat /dev/sdb · cryptsetup -q luksErase /dev/sdb`),
    left: items(`cryptsetup open /dev/sdb data`),
  },
]);

function changesPartitions({ operands, has }: Arguments, { program, words }: Invocation): boolean {
  if (program === 'parted') {
    return operands.some((word) => /\b(?:mklabel|mktable|mkpart|rm|resizepart|rescue)\b/.test(word));
  }
  if (program === 'sgdisk') {
    return has('Z zap-all z zap o clear d delete n new g mbrtogpt R l load-backup') && !has('P pretend');
  }
  if (program === 'gdisk') return operands.some(isBlockDevice) && !has('l');
  return operands.some(isBlockDevice) && !has(dumpOnly) && !words.includes('-n');
}

/** The disk image of a virtual machine, most likely a new one. */
function isImage(path: string): boolean {
  return /\.(?:img|raw|iso|qcow2|fs|disk|swap)$|^\/?swap(?:file)?$/.test(path);
}
