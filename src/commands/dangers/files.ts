import { isPrecious, isWholeTree } from './paths.ts';
import type { DangerRule } from './rule.ts';

/** Files and directories that are gone afterwards. */
export const FILE_RULES: readonly DangerRule[] = [
  {
    name: 'delete-tree',
    harm: 'destroys',
    explanation: 'Deletes a whole directory tree that holds a system or data.',
    programs: /^rm$/,
    matches: ({ has, operands }) =>
      has('r', 'R', 'recursive', 'no-preserve-root') && operands.some(isPrecious),
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
  {
    name: 'delete-system-files',
    harm: 'destroys',
    explanation: 'Deletes the files of a system directory.',
    programs: /^(?:rm|unlink)$/,
    matches: ({ operands }) => operands.some((path) => /^\/\*|^\/[^*]*\/\*$/.test(path) && isWholeTree(path)),
    marked: ['rm -f /etc/*', 'rm /*'],
    left: ['rm /tmp/*', 'rm -f *.o'],
  },
  {
    name: 'find-delete',
    harm: 'destroys',
    explanation: 'Deletes everything that find comes across below a directory that holds a system or data.',
    programs: /^find$/,
    matches: ({ hasWords, has, operands }) =>
      (has('delete') || hasWords('-exec rm') || hasWords('-execdir rm')) &&
      operands.slice(0, 1).some(isPrecious) &&
      !has(...findTests),
    marked: ['find / -delete', 'find /srv -type f -exec rm {} \\;'],
    left: ["find /var/log -name '*.gz' -delete", 'find /srv -mtime +7 -delete', 'find . -name core'],
  },
  {
    name: 'sync-delete',
    harm: 'destroys',
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
    marked: ['rsync -a --delete /srv/ b:/srv/'],
    left: ['rsync -a /srv/ b:/srv/', 'rsync -an --delete a/ b/'],
  },
  {
    name: 'move-to-nothing',
    harm: 'destroys',
    explanation: 'Moves files into /dev/null: they are gone.',
    programs: /^mv$/,
    matches: ({ operands }) => operands.at(-1) === '/dev/null',
    marked: ['mv /srv/data /dev/null'],
    left: ['mv a b'],
  },
  {
    name: 'shred',
    harm: 'destroys',
    explanation: 'Overwrites files or devices so that they cannot be restored.',
    programs: /^(?:shred|srm|wipe|scrub|nwipe)$/,
    matches: ({ operands }) => operands.length > 0,
    marked: ['shred -u secret', 'shred /dev/sda'],
    left: ['shred --help'],
  },
  {
    name: 'delete-user',
    harm: 'destroys',
    explanation: 'Deletes a user together with the home directory and mail.',
    programs: /^(?:userdel|deluser)$/,
    matches: ({ has }, { program }) =>
      program === 'userdel' ? has('r', 'remove') : has('remove-home', 'remove-all-files'),
    marked: ['userdel -r anna', 'deluser --remove-home anna'],
    left: ['userdel anna', 'usermod -r anna'],
  },
  {
    name: 'remove-crontab',
    harm: 'destroys',
    explanation: 'Deletes all cron jobs of a user.',
    programs: /^crontab$/,
    matches: ({ has }) => has('r'),
    marked: ['crontab -r', 'crontab -u anna -r'],
    left: ['crontab -l', 'crontab -e'],
  },
  {
    name: 'delete-mail-queue',
    harm: 'destroys',
    explanation: 'Deletes mail that waits for delivery.',
    programs: /^postsuper$/,
    matches: ({ has, operands }) => has('d') && operands.includes('ALL'),
    marked: ['postsuper -d ALL'],
    left: ['postsuper -d 4B2C'],
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
