import { readArguments, type Arguments } from './arguments.ts';
import { isBlockDevice, isPrecious, isWholeTree } from './destructive-paths.ts';
import type { Invocation, ShellReading } from './invocations.ts';

/** A way to lose data with one command. */
interface Rule {
  /** Permanent. */
  name: string;
  /** One line for the reader. */
  explanation: string;
  /** The programs it looks at; any when not given. */
  programs?: RegExp;
  matches: (args: Arguments, invocation: Invocation) => boolean;
}

/** SQL that deletes more than chosen rows. */
const destructiveSql =
  /\bdrop\s+(?:database|schema|table|tablespace|user|role)\b|\btruncate\s+(?:table\s+)?[`"\w]|\bdelete\s+from\s+[`"\w.]+\s*(?:;|$)/i;

const dumpOnly = ['l', 'list', 'd', 'dump', 'V', 'verify', 's', 'show-size', 'p', 'print', 'i', 'info'];

/** Every rule, by what is lost. */
export const DESTRUCTIVE_RULES: readonly Rule[] = [
  {
    name: 'delete-tree',
    explanation: 'Deletes a whole directory tree that holds a system or data.',
    programs: /^rm$/,
    matches: ({ has, operands }) =>
      has('r', 'R', 'recursive', 'no-preserve-root') && operands.some(isPrecious),
  },
  {
    name: 'delete-system-files',
    explanation: 'Deletes the files of a system directory.',
    programs: /^(?:rm|unlink)$/,
    matches: ({ operands }) => operands.some((path) => /^\/\*|^\/[^*]*\/\*$/.test(path) && isWholeTree(path)),
  },
  {
    name: 'find-delete',
    explanation: 'Deletes everything that find comes across below a directory that holds a system or data.',
    programs: /^find$/,
    matches: ({ hasWords, has, operands }) =>
      (has('delete') || hasWords('-exec rm') || hasWords('-execdir rm')) &&
      operands.slice(0, 1).some(isPrecious) &&
      !has(...findTests),
  },
  {
    name: 'sync-delete',
    explanation: 'Deletes files at the destination that the source does not have.',
    programs: /^rsync$/,
    matches: ({ has }) =>
      has(
        'delete',
        'del',
        'delete-after',
        'delete-before',
        'delete-during',
        'delete-delay',
        'delete-excluded',
      ) && !has('n', 'dry-run'),
  },
  {
    name: 'make-file-system',
    explanation: 'Makes a new file system: what is on the device is lost.',
    programs: /^(?:mkfs(?:\..+)?|mke2fs|mkswap|mkntfs|mkdosfs|newfs)$/,
    matches: ({ operands }) => operands.length > 0,
  },
  {
    name: 'write-device',
    explanation: 'Writes over a device: what is on it is lost.',
    programs: /^(?:dd|tee|cp|cat|pv|badblocks|truncate|mv)$/,
    matches: ({ operands, has }, { program }) => {
      if (program === 'dd')
        return operands.some((word) => word.startsWith('of=') && isBlockDevice(word.slice(3)));
      if (program === 'badblocks') return has('w');
      if (program === 'cat' || program === 'pv') return false;
      return (program === 'cp' || program === 'mv' ? operands.slice(1).slice(-1) : operands).some(
        isBlockDevice,
      );
    },
  },
  {
    name: 'redirect-to-device',
    explanation: 'Writes over a device: what is on it is lost.',
    matches: (_, { writes }) => writes.some(isBlockDevice),
  },
  {
    name: 'move-to-nothing',
    explanation: 'Moves files into /dev/null: they are gone.',
    programs: /^mv$/,
    matches: ({ operands }) => operands.at(-1) === '/dev/null',
  },
  {
    name: 'wipe-signatures',
    explanation: 'Erases what tells the system which file system or volume a device holds.',
    programs: /^wipefs$/,
    matches: ({ has }) => has('a', 'all', 'o', 'offset') && !has('n', 'no-act'),
  },
  {
    name: 'partition-table',
    explanation: 'Changes a partition table: partitions can be lost with all that is on them.',
    programs: /^(?:fdisk|cfdisk|sfdisk|gdisk|sgdisk|parted)$/,
    matches: changesPartitions,
  },
  {
    name: 'shred',
    explanation: 'Overwrites files or devices so that they cannot be restored.',
    programs: /^(?:shred|srm|wipe|scrub|nwipe)$/,
    matches: ({ operands }) => operands.length > 0,
  },
  {
    name: 'discard-device',
    explanation: 'Discards or erases the blocks of a device.',
    programs: /^(?:blkdiscard|hdparm|nvme|sg_format|xfs_repair)$/,
    matches: ({ operands, has }, { program }) => {
      if (program === 'hdparm') return has('security-erase', 'security-erase-enhanced', 'trim-sector-ranges');
      if (program === 'nvme') return ['format', 'sanitize', 'delete-ns'].includes(operands[0] ?? '');
      return program === 'xfs_repair' ? has('L') : operands.length > 0;
    },
  },
  {
    name: 'remove-volume',
    explanation: 'Removes or shrinks a logical volume, a volume group or a physical volume.',
    programs: /^(?:lvremove|vgremove|pvremove|lvreduce|lvm|lvresize)$/,
    matches: ({ operands, has, hasWords }, { program, words }) => {
      if (has('t', 'test')) return false;
      if (program === 'lvm') return /^(?:lv|vg|pv)remove$|^lvreduce$/.test(operands[0] ?? '');
      if (program !== 'lvresize') return operands.length > 0;
      return hasWords('-L') || hasWords('--size') ? words.some((word) => /^-\d/.test(word)) : false;
    },
  },
  {
    name: 'destroy-pool',
    explanation: 'Destroys a ZFS or btrfs pool, data set, subvolume or snapshot.',
    programs: /^(?:zpool|zfs|btrfs)$/,
    matches: ({ operands, has }, { program }) => {
      if (program === 'btrfs') return /^sub\w* delete/.test(operands.join(' '));
      if (has('n')) return false;
      if (operands[0] === 'destroy' || operands[0] === 'labelclear') return true;
      return operands[0] === 'rollback' && has('r', 'R');
    },
  },
  {
    name: 'zero-superblock',
    explanation: 'Erases the description of a RAID array from its devices.',
    programs: /^mdadm$/,
    matches: ({ has }) => has('zero-superblock'),
  },
  {
    name: 'overwrite-peer',
    explanation: 'Discards the data of one side of a DRBD resource.',
    programs: /^drbd(?:adm|setup|meta)$/,
    matches: ({ operands, has }) =>
      has('overwrite-data-of-peer', 'discard-my-data') ||
      operands.some((word) => /^(?:create-md|wipe-md|invalidate(?:-remote)?)$/.test(word)) ||
      (operands.includes('primary') && has('force')),
  },
  {
    name: 'gluster-delete',
    explanation: 'Deletes a GlusterFS volume or takes bricks out of it without moving their data.',
    programs: /^gluster$/,
    matches: ({ operands }) => {
      const [object, action] = operands;
      if (object === 'snapshot') return action === 'delete' || action === 'restore';
      if (object !== 'volume') return false;
      return action === 'delete' || (action === 'remove-brick' && operands.at(-1) === 'force');
    },
  },
  {
    name: 'ceph-delete',
    explanation: 'Deletes a Ceph pool, image or storage daemon with its data.',
    programs: /^(?:ceph|rbd|rados|ceph-volume)$/,
    matches: ({ operands }, { program }) => {
      const line = operands.join(' ');
      if (program === 'rbd') return /^(?:rm|remove|snap purge|snap rm)\b/.test(line);
      if (program === 'rados') return /^(?:rmpool|purge)\b/.test(line);
      return /^(?:osd pool (?:delete|rm)|osd (?:purge|destroy)|fs rm|lvm zap)\b/.test(line);
    },
  },
  {
    name: 'encrypt-device',
    explanation: 'Overwrites a device’s encryption header: what is on the device can no longer be read.',
    programs: /^cryptsetup$/,
    matches: ({ operands }) =>
      operands.some((word) => /^(?:luksFormat|luksErase|erase|luksKillSlot)$/.test(word)),
  },
  {
    name: 'flush-firewall',
    explanation: 'Deletes firewall rules: the machine can be left open, or out of reach.',
    programs: /^(?:ip6?tables(?:-legacy|-nft)?|ebtables|arptables|nft|ufw|ipset)$/,
    matches: ({ operands, has }, { program }) => {
      if (program === 'nft') return operands[0] === 'flush' || /^delete table\b/.test(operands.join(' '));
      if (program === 'ufw') return operands[0] === 'reset';
      if (program === 'ipset') return operands[0] === 'flush' || operands[0] === 'destroy';
      return has('F', 'flush');
    },
  },
  {
    name: 'recursive-owner',
    explanation: 'Changes owner or mode of a whole system, which then no longer works.',
    programs: /^(?:chmod|chown|chgrp|setfacl)$/,
    matches: ({ operands, has }) => has('R', 'recursive') && operands.some(isWholeTree),
  },
  {
    name: 'delete-user',
    explanation: 'Deletes a user together with the home directory and mail.',
    programs: /^(?:userdel|deluser)$/,
    matches: ({ has }, { program }) =>
      program === 'userdel' ? has('r', 'remove') : has('remove-home', 'remove-all-files'),
  },
  {
    name: 'drop-database',
    explanation: 'Deletes a database, a table or all of its rows.',
    programs:
      /^(?:dropdb|dropuser|mysqladmin|mariadb-admin|mysql|mariadb|psql|sqlite3|clickhouse-client|cqlsh|mongo|mongosh|redis-cli|valkey-cli)$/,
    matches: ({ operands, has }, { program, words, input }) => {
      if (program === 'dropdb' || program === 'dropuser') return operands.length > 0 && !has('help');
      if (program.endsWith('admin')) return operands.includes('drop');
      const text = `${words.join('\n')}\n${input}`;
      if (program.startsWith('mongo')) return /\.(?:dropDatabase|drop)\(/.test(text);
      return program.endsWith('-cli') ? /\bflush(?:all|db)\b/i.test(text) : deletesBySql(text);
    },
  },
  {
    name: 'kill-everything',
    explanation: 'Kills every process that the user may kill; for root that is all of them.',
    programs: /^(?:kill|killall5)$/,
    matches: (_, { program, words }) => program === 'killall5' || words.slice(1).includes('-1'),
  },
  {
    name: 'prune-containers',
    explanation: 'Deletes containers, images or volumes.',
    programs: /^(?:docker|podman|docker-compose|nerdctl)$/,
    matches: ({ operands, has }) => {
      const line = operands.join(' ');
      if (/^(?:(?:system|volume|image|container|builder) prune|volume (?:rm|remove))\b/.test(line))
        return true;
      return /(?:^|compose.* )down\b/.test(line) && has('v', 'volumes');
    },
  },
  {
    name: 'delete-cluster-objects',
    explanation: 'Deletes objects of a cluster, and with a claim or a namespace the data in them.',
    programs: /^(?:kubectl|oc|helm)$/,
    matches: ({ operands, has }, { program }) => {
      if (has('dry-run')) return false;
      return operands[0] === 'delete' || (program === 'helm' && operands[0] === 'uninstall');
    },
  },
  {
    name: 'destroy-machine',
    explanation: 'Destroys machines, disks or stored objects.',
    programs: /^(?:terraform|tofu|virsh|qm|pct|aws|gsutil|mc|etcdctl)$/,
    matches: ({ operands, has }, { program }) => {
      const line = operands.join(' ');
      if (program === 'virsh') {
        return /^vol-(?:delete|wipe)\b/.test(line) || has('remove-all-storage', 'storage');
      }
      if (program === 'qm' || program === 'pct' || /^(?:terraform|tofu)$/.test(program))
        return operands[0] === 'destroy';
      if (program === 'etcdctl') return operands[0] === 'del' && has('prefix', 'from-key');
      if (has('dryrun', 'dry-run')) return false;
      return /^(?:s3 )?rb\b/.test(line) || (/^(?:s3 )?rm\b/.test(line) && has('recursive', 'r', 'force'));
    },
  },
  {
    name: 'remove-crontab',
    explanation: 'Deletes all cron jobs of a user.',
    programs: /^crontab$/,
    matches: ({ has }) => has('r'),
  },
  {
    name: 'delete-mail-queue',
    explanation: 'Deletes mail that waits for delivery.',
    programs: /^postsuper$/,
    matches: ({ has, operands }) => has('d') && operands.includes('ALL'),
  },
  {
    name: 'magic-reboot',
    explanation: 'Stops or restarts the machine at once, without writing out what is in memory.',
    matches: (_, { writes, words, program }) =>
      writes.includes('/proc/sysrq-trigger') || (program === 'tee' && words.includes('/proc/sysrq-trigger')),
  },
];

const findTests = [
  ...[
    'name',
    'iname',
    'path',
    'ipath',
    'regex',
    'iregex',
    'wholename',
    'newer',
    'size',
    'empty',
    'user',
    'group',
  ],
  ...['mtime', 'mmin', 'atime', 'amin', 'ctime', 'cmin', 'inum', 'samefile', 'nouser', 'nogroup', 'links'],
];

/** A fork bomb has no arguments to ask about: it is found by its form. */
export const FORK_BOMB = {
  name: 'fork-bomb',
  explanation: 'Starts itself again and again until the machine stands still.',
} as const;

/** A mark on a command, at an offset into its text. */
export interface Mark {
  rule: string;
  explanation: string;
  offset: number;
}

/** What a command runs → the ways in which it destroys something, each rule once for each place. */
export function destructiveUses({ invocations, forkBombs }: ShellReading): Mark[] {
  const marks = invocations.flatMap((invocation) => {
    const args = readArguments(invocation.words);
    if (args.has('help', 'version')) return [];
    return DESTRUCTIVE_RULES.filter(({ programs, matches }) => {
      return (!programs || programs.test(invocation.program)) && matches(args, invocation);
    }).map((rule) => toMark(rule, invocation.offset));
  });
  marks.push(...forkBombs.map((offset) => toMark(FORK_BOMB, offset)));
  const unique = new Map(marks.map((mark) => [`${mark.rule} ${mark.offset}`, mark]));
  return [...unique.values()].sort((one, other) => one.offset - other.offset);
}

/** What an interpreter such as `mysql> ` is told → the same, as far as it is SQL. */
export function destructiveSqlUses(text: string): Mark[] {
  const rule = DESTRUCTIVE_RULES.find(({ name }) => name === 'drop-database')!;
  return deletesBySql(text) ? [toMark(rule, 0)] : [];
}

function toMark({ name, explanation }: { name: string; explanation: string }, offset: number): Mark {
  return { rule: name, explanation, offset };
}

function deletesBySql(text: string): boolean {
  return text.split('\n').length < 10_000 && destructiveSql.test(text);
}

function changesPartitions({ operands, has }: Arguments, { program, words }: Invocation): boolean {
  if (program === 'parted') {
    return operands.some((word) => /\b(?:mklabel|mktable|mkpart|rm|resizepart|rescue)\b/.test(word));
  }
  if (program === 'sgdisk') {
    return (
      has(
        'Z',
        'zap-all',
        'z',
        'zap',
        'o',
        'clear',
        'd',
        'delete',
        'n',
        'new',
        'g',
        'mbrtogpt',
        'R',
        'l',
        'load-backup',
      ) && !has('P', 'pretend')
    );
  }
  if (program === 'gdisk') return operands.some(isBlockDevice) && !has('l');
  return operands.some(isBlockDevice) && !has(...dumpOnly) && !words.includes('-n');
}
