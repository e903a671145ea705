import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { aScript, fence } from './a-script.ts';

describe('a host’s script', () => {
  it('begins with what it is, as comments and nothing else', () => {
    const about = ['A title\nrm -rf /\r\u2028touch pwned', 'https://site.example/articles/a/', '2024-01-01'];
    expect(aScript(fence('console', '$ ls'), {}, about)).toMatch(
      /^#!\/usr\/bin\/env bash\n# A title\n# rm -rf \/\n# touch pwned\n# https:\/\/site\.example\/articles\/a\/\n# 2024-01-01\n\nset -eu\n/,
    );
  });

  it('has the commands as the article has them, without prompt and output', () => {
    const text = '[root@a ~]# yum install \\\n>   gcc\nComplete!\n[root@a ~]# cat <<E\n# b\nE\n# b';
    expect(stepsOf(aScript(fence('console', text)))).toBe('yum install \\\n  gcc\n\ncat <<E\n# b\nE');
  });

  it('says before a step what it is for, once', () => {
    const mdx = `Make it. Then mount it:\n\n${fence('console', '$ mount /a\n$ mount /b')}`;
    expect(stepsOf(aScript(mdx))).toBe('# Then mount it:\nmount /a\n\nmount /b');
  });

  it('says what is done on other hosts meanwhile, once', () => {
    const mdx = `Start it:\n\n\`\`\`console host="b c"\n$ one\n$ two\n\`\`\`\n\n${fence('console', '$ three')}`;
    expect(stepsOf(aScript(mdx))).toBe('# Meanwhile on b, c: Start it:\n\nthree');
  });

  it.each([
    ['# ls', true],
    ['[root@a ~]# ls', true],
    ['[postgres@a ~]$ ls', true],
    ['$ ls', false],
  ])('asks for root where a command does: %s', (text, asks) => {
    expect(aScript(fence('console', text)).includes('expected root')).toBe(asks);
  });

  it('asks for no root where only an interpreter’s commands are root’s', () => {
    expect(aScript(fence('console user="root" prompt="mysql> "', 'mysql> SELECT 1;'))).not.toContain('root');
  });

  it('runs the commands of another user as that user, in one word', () => {
    const text = "[postgres@a ~]$ psql -c 'SELECT 1'\n[postgres@a ~]$ echo {{b}}";
    expect(stepsOf(aScript(fence('console', text), { b: {} }))).toBe(
      [
        String.raw`runuser -u 'postgres' -- bash -euc 'psql -c '\''SELECT 1'\'''`,
        '',
        "_fill 3<<'END_OF_TEXT'",
        'echo {{b}}',
        'END_OF_TEXT',
        `runuser -u 'postgres' -- bash -euc "$_text"`,
      ].join('\n'),
    );
  });

  it('says why a step is destructive', () => {
    expect(stepsOf(aScript(fence('console', '# mkfs.xfs /dev/sdb1')))).toMatch(
      /^# Destructive\. .+\nif \[ "\$_destroy" = yes \]; then\nmkfs\.xfs \/dev\/sdb1\nelse\n {2}echo 'Left out without --yes-destroy: mkfs\.xfs \/dev\/sdb1' >&2\nfi$/,
    );
  });

  it('keeps labels and examples of values in comments', () => {
    const declared = { b: { label: 'One\nrm -rf /', example: 'two\rrm -rf /' } };
    expect(aScript(fence('console', '$ echo {{b}}'), declared)).toContain(
      '\n# One\n# rm -rf /, for example two\n# rm -rf /\nb=${b:-}\n',
    );
  });

  it.each([
    ["it's", "> 'it'\\''s'"],
    ['$(touch pwned)', "> '$(touch pwned)'"],
    ['~/.ssh/config', "> ~/'.ssh/config'"],
    ['~postgres/a b', "> ~postgres/'a b'"],
    ['/a/~', "> '/a/~'"],
    ['/etc/{{b}}.conf', `> '/etc/'"$_value_b"'.conf'`],
  ])('names a file as one word: %s', (file, word) => {
    const mdx = `\`\`\`\`\`text host="a" file=${file.includes("'") ? `"${file}"` : `'${file}'`}\nc\n\`\`\`\`\`\n`;
    expect(stepsOf(aScript(mdx, { b: {} }))).toBe(`cat ${word} <<'END_OF_TEXT'\nc\nEND_OF_TEXT`);
  });

  it('may be of an article in which nothing is for it', () => {
    const script = aScript('Text.\n');
    expect(spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout).toBe('a: done\n');
  });
});

/** What stands between preamble and end. */
function stepsOf(script: string): string {
  const preamble =
    /^: "\$_destroy"\n\n(?:if \[ "\$\(id -u\)[^]*?\nfi\n\n)?(?:# Your values[^]*?\n_fill\(\) \{[^]*?\n\}\n\n)?/m;
  return script.slice(script.search(preamble)).replace(preamble, '').replace("\n\necho 'a: done'\n", '');
}
