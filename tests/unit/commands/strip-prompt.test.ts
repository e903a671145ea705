import { expect, it } from 'vitest';
import { stripPrompt } from '../../../src/commands/strip-prompt.ts';

it.each([
  ['$ ls -a', 'ls -a'],
  ['# yum update', 'yum update'],
  ['% ls', 'ls'],
  ['[root@web1 ~]# yum update', 'yum update'],
  ['root@web1:~# ls', 'ls'],
  ['anna@web1:~/repo (main)$ git pull', 'git pull'],
  ['user@host:~/my dir$ rm a', 'rm a'],
  ['web1:~ # zypper up', 'zypper up'],
  ['(venv) $ pip list', 'pip list'],
  ['mysql> SHOW TABLES;', 'SHOW TABLES;'],
  ['MariaDB [(none)]> USE x;', 'USE x;'],
  ['postgres=# \\dt', '\\dt'],
  ['sqlite> .tables', '.tables'],
  ['>>> import os', 'import os'],
  ['In [1]: import os', 'import os'],
  ['127.0.0.1:6379> GET x', 'GET x'],
  ['PS C:\\> Get-Process', 'Get-Process'],
  ['➜  ~ git status', 'git status'],
  ['~/code ❯ git status', 'git status'],
  ['Router(config)# int e0', 'int e0'],
  ['  ls -a  ', 'ls -a'],
  ['iptables -F', 'iptables -F'],
  ['--raid 1', '--raid 1'],
  ['/etc/hosts', '/etc/hosts'],
  ['$HOME/bin', '$HOME/bin'],
  ['#include', '#include'],
  ['C#', 'C#'],
  ['', ''],
])('of %j stays %j', (line, command) => {
  expect(stripPrompt(line)).toBe(command);
});
