import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { aScript, fence } from './a-script.ts';

describe('a host’s script', () => {
  it('begins with a description, in comments only', () => {
    const about = ['A title\nrm -rf /\r\u2028touch pwned', 'https://site.example/articles/a/', '2024-01-01'];
    expect(aScript(fence('console', '$ ls'), {}, about)).toMatch(
      /^#!\/usr\/bin\/env bash\n# A title\n# rm -rf \/\n# touch pwned\n# https:\/\/site\.example\/articles\/a\/\n# 2024-01-01\n\nset -eu\n/,
    );
  });

  it('has the commands as the article has them, without prompt and output', () => {
    const text = '[root@a ~]# yum install \\\n>   gcc\nComplete!\n[root@a ~]# cat <<E\n# b\nE\n# b';
    expect(stepsOf(aScript(fence('console', text)))).toBe(
      "if _step 1 '# yum install \\ …'; then\n_asks 1 'yum'\nyum install \\\n  gcc\nfi\n\nif _step 2 '# cat <<E …'; then\ncat <<E\n# b\nE\nfi",
    );
  });

  it('says before a step what it is for, once', () => {
    const mdx = `Make it. Then mount it:\n\n${fence('console', '$ mount /a\n$ mount /b')}`;
    expect(stepsOf(aScript(mdx))).toBe(
      "# Then mount it:\nif _step 1 '$ mount /a'; then\nmount /a\nfi\n\nif _step 2 '$ mount /b'; then\nmount /b\nfi",
    );
  });

  it('waits for what is done on other hosts, once', () => {
    const mdx = `Start it:\n\n\`\`\`console host="b c"\n$ one\n$ two\n\`\`\`\n\n${fence('console', '$ three')}`;
    expect(stepsOf(aScript(mdx))).toBe(
      "# Start it:\n_first 1 'on b, c: one; on b, c: two'\nif _step 1 '$ three'; then\nthree\nfi",
    );
  });

  it.each([
    ['# ls', true],
    ['[root@a ~]# ls', true],
    ['[postgres@a ~]$ ls', true],
    ['$ ls', false],
  ])('requires root if a command does: %s', (text, asks) => {
    expect(aScript(fence('console', text)).includes('expected root')).toBe(asks);
  });

  it('does not require root if only an interpreter’s commands are root’s', () => {
    expect(aScript(fence('console user="root" prompt="mysql> "', 'mysql> SELECT 1;'))).not.toContain('root');
  });

  it('runs the commands of another user in one shell of that user', () => {
    const text = "[postgres@a ~]$ psql -c 'SELECT 1'\n[postgres@a ~]$ cd /tmp\n[root@a ~]# ls";
    expect(stepsOf(aScript(fence('console', text)))).toBe(
      [
        String.raw`_as 'postgres' 'if _step 1 '\''postgres$ psql -c '\''\'\'''\''SELECT 1'\''\'\'''\'''\''; then`,
        String.raw`psql -c '\''SELECT 1'\''`,
        'fi',
        '',
        String.raw`if _step 2 '\''postgres$ cd /tmp'\''; then`,
        'cd /tmp',
        "fi'",
        '',
        "if _step 3 '# ls'; then",
        'ls',
        'fi',
      ].join('\n'),
    );
  });

  it('says why a step can hurt', () => {
    expect(stepsOf(aScript(fence('console', '# mkfs.xfs /dev/sdb1')))).toMatch(
      /^if _step 1 '# mkfs\.xfs \/dev\/sdb1 {2}\(can hurt\)' && _allowed 1 'Makes a new file system: .+'; then\nmkfs\.xfs \/dev\/sdb1\nfi$/,
    );
  });

  it('keeps labels and examples of values in comments', () => {
    const declared = { b: { label: 'One\nrm -rf /', example: 'two\rrm -rf /' } };
    expect(aScript(fence('console', '$ echo {{b}}'), declared)).toContain(
      '\n# One\n# rm -rf /, for example two\n# rm -rf /\nb=${b:-}\n',
    );
  });

  it.each([
    ["it's", "'it'\\''s'"],
    ['$(touch pwned)', "'$(touch pwned)'"],
    ['~/.ssh/config', "~/'.ssh/config'"],
    ['~postgres/a b', "~postgres/'a b'"],
    ['/a/~', "'/a/~'"],
    ['/etc/{{b}}.conf', `'/etc/'"$_value_b"'.conf'`],
  ])('quotes a file name as one word: %s', (file, word) => {
    const mdx = `\`\`\`\`\`text host="a" file=${file.includes("'") ? `"${file}"` : `'${file}'`}\nc\n\`\`\`\`\`\n`;
    expect(stepsOf(aScript(mdx, { b: {} }))).toContain(
      `_read 3<<'END_OF_TEXT'\nc\nEND_OF_TEXT\n_replace ${word} "$_text"\nfi`,
    );
  });

  it('can be for an article in which nothing is for it', () => {
    const script = aScript('Text.\n');
    expect(spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout).toBe('a: done\n');
  });
});

/** The steps between preamble and end. */
function stepsOf(script: string): string {
  const begin = script.search(/^(?:# .*\n)?(?:_first .*\n)?(?:_as |if _step )/m);
  return script.slice(begin, script.indexOf('\n\n_done=yes\n'));
}
