import { items } from '../tables.ts';
import { isDisposable, isPrecious, isWholeTree } from './paths.ts';
import { rulesOf } from './rule.ts';

/** Commands that delete files and directories. */
export const FILE_RULES = rulesOf('destroys', [
  {
    name: 'delete-tree',
    explanation: 'Deletes a directory with everything below it.',
    programs: /^rm$/,
    matches: ({ has, operands }) =>
      has('r R recursive no-preserve-root') &&
      (has('f force') || !has('i I interactive')) &&
      operands.some((path) => !isDisposable(path)),
    marked: items(`
      rm -rf / · rm -fr /* · rm -r -f /etc · rm -Rf /var/lib/mysql/* · rm --recursive ~ · rm -rf "$DIR"/* ·
      rm -rf "$DIR" · rm -rf ./data · rm -rf {{brick}} · rm -rf /export/store1/.glusterfs ·
      cd /x && rm -rf * · rm -rf -- ~anna · rm -rf .git · rm -rf /tmp · rm -rf "$TMPDIR"/
    `),
    left: items(`
      rm -rf ./build · rm -rf node_modules · rm -rf /tmp/x · rm -f /etc/nginx/sites-enabled/default ·
      rm -rf "\${DIR:?}"/* · rm -rf /var/cache/yum · rm -rf nginx-1.24.0 · rm -rf "$tmpdir" ·
      echo "rm -rf /" · echo rm -rf / '# rm -rf /' · # rm -rf / · rm --help -rf / · rm -ri data
    `),
  },
  {
    name: 'delete-many',
    explanation: 'Deletes all files that happen to be there.',
    programs: /^(?:rm|unlink)$/,
    matches: ({ operands }) =>
      operands.some(
        (path) => /(?:^|\/)\*$/.test(path) && (isPrecious(path) || isWholeTree(path)) && !isDisposable(path),
      ),
    marked: items(`rm -f /etc/* · rm /* · rm -f * · rm /var/lib/mysql/* · rm ~/*`),
    left: items(`rm /tmp/* · rm -f *.o · rm /var/cache/apt/* · rm x`),
  },
  {
    name: 'find-delete',
    explanation: 'Deletes everything that find matches.',
    programs: /^find$/,
    matches: ({ has, hasWords, operands }, { words }) =>
      (has('delete') || hasWords('-exec rm') || hasWords('-execdir rm') || hasWords('-exec shred')) &&
      !isDisposable(`${operands[0] ?? '.'}/x`) &&
      !words.some((word, index) => /^-i?(?:name|path)$/.test(words[index - 1] ?? '') && isJunkName(word)),
    marked: items(`
      find / -delete · find /srv -type f -exec rm {} \\; · find /var/backups -mtime +7 -delete ·
      find /var/log -name '*.gz' -delete · find . -type d -empty -delete
    `),
    left: items(`
      find . -name core · find . -name '*.pyc' -delete · find /tmp/x -delete · find . -name '*~' -exec rm {} +
    `),
  },
  {
    name: 'empty-file',
    explanation: 'Empties a file: its content is lost.',
    programs: /^(?:|:|true|truncate|cp|cat|echo|dd)$/,
    matches: ({ operands, verb }, { program, words, truncates }) => {
      if (program === 'truncate') return hasSizeZero(words) && operands.slice(-1).some(isKeptFile);
      if (program === 'cp') return verb === '/dev/null' && isKeptFile(operands[1] ?? '/tmp/x');
      if (program === 'dd')
        return (
          operands.includes('if=/dev/null') &&
          operands.some((word) => word.startsWith('of=/') && isKeptFile(word.slice(3)))
        );
      return (
        printsNothing(program, words) && truncates.some((path) => /^[/~$]/.test(path) && isKeptFile(path))
      );
    },
    marked: items(`
      > /etc/passwd · : > /var/log/syslog · truncate -s 0 /var/log/syslog · truncate --size=0 app.log ·
      cat /dev/null > /var/log/messages · cp /dev/null /var/log/wtmp · echo > /var/log/auth.log
    `),
    left: items(`
      > list.txt · truncate -s 1G disk.img · cat a > /srv/b · > /dev/null · : > /tmp/x ·
      echo 1 > /proc/sys/net/ipv4/ip_forward · echo > /sys/x · echo '-----BEGIN x' > /srv/x.pem ·
      ( echo a; echo b ) > /srv/x
    `),
  },
  {
    name: 'sync-delete',
    explanation: 'Deletes files at the destination that the source does not have.',
    programs: /^(?:rsync|rclone|gsutil|lftp|robocopy)$/,
    matches: ({ has, verb }, { program }) =>
      program === 'rclone'
        ? /^(?:sync|purge|delete|cleanup|move|dedupe)$/.test(verb) && !has('n dry-run i interactive')
        : program === 'gsutil'
          ? verb === 'rsync' && has('d')
          : has(
              'delete del remove-source-files delete-after delete-before delete-during delete-delay delete-excluded',
            ) && !has('n dry-run'),
    marked: items(`
      rsync -a --delete /srv/ b:/srv/ · rsync -a --remove-source-files a/ b/ · rclone sync /srv x:srv
    `),
    left: items(`
      rsync -a /srv/ b:/srv/ · rclone copy /srv x:srv · rclone sync -n a x:b · rsync -an --delete a/ b/
    `),
  },
  {
    name: 'move-to-nothing',
    explanation: 'Moves files into /dev/null: they are gone.',
    programs: /^mv$/,
    matches: ({ operands }) => operands.at(-1) === '/dev/null',
    marked: items(`mv /srv/data /dev/null`),
    left: items(`mv a b`),
  },
  {
    name: 'shred',
    explanation: 'Overwrites files or devices so that they cannot be restored.',
    programs: /^(?:shred|srm|wipe|scrub|nwipe)$/,
    matches: ({ operands }) => operands.length > 0,
    marked: items(`shred -u secret · shred /dev/sda`),
    left: items(`shred --help`),
  },
  {
    name: 'discard-work',
    explanation: 'Discards changes or commits that exist nowhere else.',
    programs: /^(?:git|hg|svn|jj)$/,
    matches: ({ has, hasWords, operands, verb }, { program, words }) => {
      const [, next] = operands;
      if (program !== 'git')
        return (verb === 'revert' && has('a all R recursive')) || verb === 'strip' || verb === 'purge';
      if (verb === 'clean') return has('f force') && !has('n dry-run');
      if (verb === 'reset') return has('hard merge');
      if (verb === 'push')
        return (
          has('f force force-with-lease mirror delete d') ||
          operands.slice(2).some((word) => /^[+:]/.test(word))
        );
      if (verb === 'checkout' || verb === 'restore')
        return (
          (words.includes('--') && words.at(-1) !== '--') ||
          next === '.' ||
          (verb === 'checkout' && has('f force'))
        );
      if (verb === 'branch') return has('D') || (has('d delete') && has('f force'));
      if (verb === 'stash') return next === 'drop' || next === 'clear';
      if (verb === 'worktree') return next === 'remove' && has('f force');
      return (
        verb === 'filter-branch' ||
        verb === 'filter-repo' ||
        hasWords('reflog expire') ||
        (verb === 'gc' && has('prune'))
      );
    },
    marked: items(`
      git push --force · git push -f origin main · git push origin +main · git push origin --delete old ·
      git clean -fdx · git reset --hard HEAD~1 · git checkout -- . · git branch -D old · git stash drop ·
      git filter-branch x
    `),
    left: items(`
      git push · git push -u origin main · git clean -n · git reset HEAD x · git checkout main ·
      git branch -d old · git stash · git commit -m "push --force"
    `),
  },
  {
    name: 'delete-backups',
    explanation: 'Deletes backups or old versions.',
    programs:
      /^(?:borg|restic|duplicity|rdiff-backup|snapper|tmutil|bup|kopia|timeshift|proxmox-backup-client|pvesm|barman|pgbackrest|wal-g|velero|rsnapshot)$/,
    matches: ({ has, operands, verb }, { program }) => {
      if (has('n dry-run')) return false;
      const [, next] = operands;
      if (program === 'restic')
        return verb === 'prune' || (verb === 'forget' && (has('prune') || operands.length > 1));
      if (program === 'rdiff-backup') return has('remove-older-than') || verb === 'remove';
      if (program === 'timeshift') return has('delete delete-all restore');
      if (program === 'duplicity') return /^(?:remove-|cleanup$)/.test(verb);
      if (program === 'pvesm') return verb === 'free';
      return (
        /^(?:delete|prune|expire|forget|destroy)$/.test(verb) || /^(?:delete|forget|prune)$/.test(next ?? '')
      );
    },
    marked: items(`
      borg delete repo::old · borg prune --keep-daily 7 · restic forget --prune --keep-last 3 ·
      snapper delete 1 · duplicity remove-older-than 1M x · velero backup delete x
    `),
    left: items(`
      borg create repo::a /srv · borg prune -n · restic snapshots · snapper list · pvesm status
    `),
  },
  {
    name: 'delete-keys',
    explanation: 'Deletes keys or certificates: anything that only they can open stays locked.',
    programs: /^(?:gpg2?|certbot|pass|rm|mokutil|tpm2_clear|vault)$/,
    matches: ({ has, operands, verb, line }, { program }) => {
      if (program.startsWith('gpg'))
        return has(
          'delete-secret-keys delete-secret-key delete-secret-and-public-key delete-secret-and-public-keys',
        );
      if (program === 'certbot') return verb === 'delete' || verb === 'revoke';
      if (program === 'rm')
        return operands.some(
          (path) =>
            !isDisposable(path) &&
            /(?:\/\.ssh\/id_\w+|\/\.gnupg(?:\/.*)?|\/letsencrypt\/(?:live|archive).*|\.key)$/.test(path),
        );
      if (program === 'vault')
        return /^(?:kv (?:destroy|delete|metadata delete)|delete|secrets disable|auth disable)\b/.test(line);
      if (program === 'mokutil') return has('reset delete');
      return program === 'tpm2_clear' || verb === 'rm';
    },
    marked: items(`
      gpg --delete-secret-keys anna · certbot delete · rm ~/.ssh/id_ed25519 · vault kv destroy x · tpm2_clear
    `),
    left: items(`
      gpg --delete-keys anna · certbot renew · rm ~/.ssh/known_hosts · vault kv get x · pass show x
    `),
  },
  {
    name: 'delete-user',
    explanation: 'Deletes a user together with the home directory and mail.',
    programs: /^(?:userdel|deluser)$/,
    matches: ({ has }, { program }) =>
      program === 'userdel' ? has('r remove') : has('remove-home remove-all-files'),
    marked: items(`userdel -r anna · deluser --remove-home anna`),
    left: items(`userdel anna · usermod -r anna`),
  },
  {
    name: 'remove-crontab',
    explanation: 'Deletes all cron jobs of a user.',
    programs: /^crontab$/,
    matches: ({ has }) => has('r'),
    marked: items(`crontab -r · crontab -u anna -r`),
    left: items(`crontab -l · crontab -e`),
  },
  {
    name: 'delete-mail-queue',
    explanation: 'Deletes mail waiting for delivery.',
    programs: /^(?:postsuper|exim4?|mailq)$/,
    matches: ({ has, operands }, { program, words }) =>
      program === 'postsuper' ? has('d') && operands.includes('ALL') : words.includes('-Mrm'),
    marked: items(`postsuper -d ALL · exim -bp | exiqgrep -i | xargs exim -Mrm`),
    left: items(`postsuper -d 4B2C`),
  },
]);

/** `>` alone, `cat /dev/null` and `echo ""`. A group prints what its commands print. */
function printsNothing(program: string, words: readonly string[]): boolean {
  if (program === 'cat') return words.join() === '/dev/null';
  if (program === 'echo') return words.every((word) => word === '' || word === '-n');
  return program !== '' || words.length === 0;
}

/** Names of files that programs make again: `*.pyc`, `*~`, `core`. */
function isJunkName(name: string): boolean {
  return /^(?:\*\.(?:py[co]|o|a|so|class|tmp|temp|swp|bak|orig|rej|cache|pid|sock)|\*~|core(?:\.\*)?|\.DS_Store|__pycache__|\*\.egg-info|Thumbs\.db|node_modules)$/.test(
    name,
  );
}

/** Not a device, a kernel file or a temporary file. */
function isKeptFile(path: string): boolean {
  return !/^\/(?:dev|proc|sys|tmp|run|var\/tmp|var\/run|var\/cache)\//.test(path) && !isDisposable(path);
}

function hasSizeZero(words: readonly string[]): boolean {
  return /(?:^| )(?:-s ?0|--size[= ]0)[KMG]?(?: |$)/.test(words.join(' '));
}
