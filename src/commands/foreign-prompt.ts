/** What a command begins with, so that `Total> 5` or `a > b` in a table is no prompt. */
const start = String.raw`[A-Za-z\\./~{("']`;

/**
 * Prompts that `matchPrompt` doesn't know: of interpreters, of appliances, of shells that somebody has dressed up. Measured on the output of
 * public manuals; each form is here because somebody's command was lost by it.
 */
const forms: readonly RegExp[] = [
  // mysql> SHOW   postgres=# \dt   MariaDB [(none)]> USE x   Router(config)# int e0   irb(main):001:0> puts   grub> ls
  new RegExp(
    [
      String.raw`^[A-Za-z][\w.-]{0,30}`, // mysql
      String.raw`(?: ?[[(][^\s\])][^\])]{0,30}[\])]{1,2})?`, // [(none)]
      String.raw`(?::[\w:]{1,30})?`, // :001:0
      String.raw`[=*!-]{0,2}[#>] (?=${start})`,
    ].join(''),
  ),
  // mysql>SHOW TABLES   MariaDB [(none)]>USE x   sqlite>.tables   grub>ls, without the blank
  /^(?:mysql|MariaDB \[[^\]]{1,30}\]|sqlite|postgres=|cqlsh|mongosh?|SQL|grub|s?ftp|telnet|virsh|lvm|gluster|redis)[#>](?=[A-Za-z.\\])/,
  // [xchroot /mnt] # passwd   [admin@MikroTik] > /ip
  /^\[[A-Za-z][^[\]]{0,40}\](?: ?[~/][\w./-]*)? ?[#$>] +(?=[A-Za-z./~])/,
  // rs0 [direct: primary] test> show dbs
  /^[\w-]{1,40} \[[\w:, -]{1,40}\] [\w-]{1,30}> (?=[A-Za-z{(])/,
  // user@host:~/my dir$ ls; never with %, as df prints it
  /^[\w.-]{1,32}@[\w.-]{1,60}:[~/][^$#>\n]{0,80}[$#>] +(?=[A-Za-z./~])/,
  // root@<guest-VM>:~$ ls: a name to be filled in, which no shell shows
  /^[\w.-]{1,32}@<[\w .-]{1,40}>[^$#>\n]{0,60}[$#] +(?=[A-Za-z./~])/,
  // src $ mkdir x   shadow[test] # crm_shadow --which   site-a # ceph orch ls -x; but not `kvm_amd # if you have one`
  /^[a-z][\w-]{0,20}(?:\[[\w.-]{1,30}\])? \$ +(?=[a-z./~])/,
  /^[a-z][\w-]{0,20}(?:\[[\w.-]{1,30}\])? # +(?=(?:sudo )?[a-z][\w.-]* (?:\S+ )*-{1,2}[a-z])/,
  // 1> uptime().   (node@host)1> erlang:node().
  /^(?:\([\w.@-]{1,60}\))?\d{1,3}> (?=[a-zA-Z].*\.$)/,
  // ➜  ~ git status   ➜  repo git:(main) ✗ git pull
  /^➜ {2}\S{1,60} (?:git:\(\S{1,60}\) )?(?:✗ )?(?=\S)/,
  // ~/code ❯ git status
  /^(?:\S{1,40} ){0,3}[❯➜➤➸λ] +(?=\S)/,
  /^>>>(?: |$)/,
  /^\((?:gdb|lldb|[Ii]?[Pp]db|rdb|parted)\) (?=\S)/,
  // virsh # list   grub rescue> ls
  /^(?:virsh # |grub rescue> )(?=\S)/,
  // host% ls (csh); `Use% Mounted` and `50% of` are none
  /^[a-z][\w.-]{0,30}% (?=[a-z./~])/,
  // ╰─$ ls   └──╼ $ ls   ┗━━➤ ls: the second line of a prompt
  /^[╰└┗][─━╼-]+ ?[$#%❯➜➤λ>] *(?=\S)/,
  // [17:03] user@host ~ $ ls   17:03:12 user@host:~$ ls
  /^\[?\d{1,2}:\d{2}(?::\d{2})?\]? \[?[\w.-]{1,32}@[\w.-]{1,60}[: ][^$#>\n]{0,60}[$#>] +(?=[A-Za-z./~])/,
  // » ls   ▶ ls
  /^[»›▶❱⟩] +(?=[a-z./~])/,
  /^In \[\d{1,5}\]: /,
  // 127.0.0.1:6379> GET x   redis 127.0.0.1:6379> GET x
  /^(?:redis )?(?:\d{1,3}\.){3}\d{1,3}:\d{1,5}(?:\[\d+\])?> ?(?=\S)/,
  // PS C:\> Get-Process   C:\>dir
  /^(?:PS )?[A-Za-z]:\\[^<>|]{0,80}> ?(?=\S)/,
  /^PS \/[^<>|]{0,80}> ?(?=\S)/,
  // Switch > enable
  /^(?!cat >)[A-Za-z]\w{0,15} > (?=[a-z./~])/,
  // context: default> list
  /^[a-z]{1,20}: ?[\w-]{1,30}> (?=[a-z])/,
];

/** Line → the prompt of a program that no shell is, with its blank: `mysql> SHOW` → `mysql> `. */
export function foreignPrompt(line: string): string | undefined {
  const head = line.slice(0, 300);
  for (const form of forms) {
    const found = form.exec(head)?.[0];
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}
