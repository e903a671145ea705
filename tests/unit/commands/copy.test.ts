import { describe, expect, test } from 'vitest';
import { copyText, isWhole, wholeCopy } from '../../../src/commands/copy.ts';
import { parseBlock } from '../../../src/commands/parse-block.ts';
import { commandText } from './print-block.ts';

const blockOf = (language: string, text: string, meta = '') =>
  parseBlock({ language, meta, text, line: 1 }).block;

/** For a session's lines, how many of how many steps are copied as a whole, or why none is. */
function copied(...lines: string[]): string {
  const block = blockOf('console', lines.join('\n'));
  const copy = wholeCopy(block.kind === 'session' ? block.steps : []);
  return isWhole(copy) ? `${copy.steps.length} of ${copy.total}` : `${copy.reason} ${copy.program}`.trim();
}

test('a session is copied without prompts, continuation prompts and output', () => {
  const session = blockOf('console', '# cat > f <<EOF\n> # a\n> EOF\n# ls -a\n# ls \\\n>   -l\ntotal 0\n#');
  expect(copyText(session)).toBe('cat > f <<EOF\n# a\nEOF\nls -a\nls \\\n  -l');
});

describe('a block has no button for the whole of it if', () => {
  test.each([
    ['asks passwd', '# passwd', '# yum -y update'],
    ['asks passwd', '# yum -y update', '# passwd'],
    ['asks ssh-keygen', '$ ssh-keygen', '$ ls'],
    ['asks mysql_secure_installation', '# mysql_secure_installation', '# systemctl restart mysql'],
    ['asks apt', '$ sudo apt install nginx', '$ sudo systemctl enable nginx'],
    ['asks read', '$ read name', '$ echo "$name"'],
    ['asks scp', '$ scp x web2:', '$ ls'],
    ['hosts', '[root@web1 ~]# ls', '[www@web2 ~]$ ls'],
    ['hosts', '[root@web1 ~]# ls', '[root@web2 ~]# ls'],
    ['hosts', '[root@web1 ~]# ls', '[anna@web1 ~]$ ls'],
    ['opens-shell su', '$ su -', '# ls'],
    ['opens-shell ssh', '$ ssh web2', 'web2$ ls'],
    ['leaves-shell exit', '$ ls', '$ exit', '$ ls'],
    ['opens-interpreter mysql', '$ sudo mysql', '$ ls'],
    ['never-ends tail', '$ tail -f /var/log/syslog', '$ ls'],
    ['stops-machine reboot', '# yum -y update', '# reboot', '# uname -r'],
    ['destroys mkfs.xfs', '# mkfs.xfs /dev/sdb', '# mount /dev/sdb /srv'],
  ])('%s: %s', (reason, ...lines) => {
    expect(copied(...lines)).toBe(reason);
  });

  test('an interpreter and a shell alternate', () => {
    const block = blockOf('console', '$ ls\nmysql> SHOW TABLES;', 'prompt="$ " prompt="mysql> "');
    expect(block.kind === 'session' && wholeCopy(block.steps)).toMatchObject({ reason: 'hosts' });
  });
});

describe('a block has a button for the whole of it if', () => {
  test.each([
    ['2 of 2', '$ sudo apt update', '$ sudo apt install -y nginx'],
    ['1 of 1', '# passwd'],
    ['1 of 1', '# mkfs.xfs /dev/sdb'],
    ['2 of 2', '# iptables -F', '# iptables -A INPUT -i lo -j ACCEPT'],
    ['2 of 2', '$ echo x | sudo passwd --stdin anna', '$ ls'],
  ])('%s: %s', (count, ...lines) => {
    expect(copied(...lines)).toBe(count);
  });

  test('the step that destroys data comes last: it is left out, and the button says so', () => {
    expect(copied('# ls', '# df', '# wipefs -a /dev/sdb', '# mkfs.xfs /dev/sdb')).toBe('2 of 4');
  });

  test('the fence names both hosts', () => {
    const block = blockOf('console', '# ls\n# df', 'host="a b"');
    expect(copyText(block)).toBe('ls\ndf');
  });
});

test('without such a button nothing is copied, but every command can be read', () => {
  const block = blockOf('console', '# passwd\n# ls');
  expect(copyText(block)).toBe('');
  expect(commandText(block)).toBe('passwd\nls');
});

test('a script is copied as one piece', () => {
  expect(copyText(blockOf('bash', '# Format\nmkfs.xfs /dev/sdb\n\n'))).toBe('# Format\nmkfs.xfs /dev/sdb');
});

test('a listing is copied as it is, whatever it looks like', () => {
  expect(copyText(blockOf('console', '# a\n$ b', 'file="/etc/x"'))).toBe('# a\n$ b');
});

test('no trailing line end is copied, not even one that belongs to the command', () => {
  expect(copyText(blockOf('console', '$ ls \\\n\n'))).toBe('ls \\');
  expect(copyText(blockOf('console', '$ ls\r\n'))).toBe('ls');
});

test('a session without prompts copies nothing', () => {
  expect(copyText(blockOf('console', 'ls'))).toBe('');
});
