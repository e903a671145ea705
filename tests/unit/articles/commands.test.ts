import { describe, expect, it } from 'vitest';
import { programsOf } from '../../../src/articles/commands.ts';
import { anArticle } from './an-article.ts';

describe('the programs of all articles', () => {
  it.each([
    ['# sudo -u postgres psql -c "SELECT 1"', ['psql', 'sudo']],
    ['# FOO=1 env LANG=C nice -n 5 rsync -a b c', ['env', 'nice', 'rsync']],
    ['# dmesg | grep -i error | sort > out', ['dmesg', 'grep', 'sort']],
    ['# mkfs.xfs /dev/sdb1 && mount /dev/sdb1 || umount /mnt', ['mkfs.xfs', 'mount', 'umount']],
    ['# echo "$(uname -r)" `hostname`', ['echo', 'hostname', 'uname']],
    ['# /usr/sbin/iptables -L', ['iptables']],
    ['# ls; ls | ls', ['ls']],
    ['# [ -e /a ] && $EDITOR b', []],
    ['mysql> SELECT 1;', []],
  ])('are found in %s', (text, names) => {
    const prompt = text.startsWith('mysql') ? ' prompt="mysql> "' : '';
    const article = anArticle({ mdx: `\`\`\`console${prompt}\n${text}\n\`\`\`\n` });
    expect(programsOf([article]).map(({ name }) => name)).toEqual(names);
  });

  it('are listed from A to Z, small letters first, whatever article they are from', () => {
    const articles = [session('zcat\nR\nbc'), session('ar\nr\nRscript\n7z\n_a')];
    expect(programsOf(articles).map(({ name }) => name)).toEqual([
      '_a',
      '7z',
      'ar',
      'bc',
      'r',
      'R',
      'Rscript',
      'zcat',
    ]);
  });

  it('have a page each, with every command that runs them in the order of the articles', () => {
    const newer = session('ls -a\nls -b', 'newer');
    const older = session('pwd\nsudo ls -c', 'older');
    const [ls] = programsOf([newer, older]);
    expect(ls).toMatchObject({ name: 'ls', path: '/commands/ls/' });
    expect(ls?.uses.map(({ article, anchor, step }) => [article.slug, anchor, step.command])).toEqual([
      ['newer', 'step-60b1fzu', 'ls -a'],
      ['newer', 'step-70a1hfc', 'ls -b'],
      ['older', 'step-73hffdy', 'sudo ls -c'],
    ]);
  });

  it('are empty if nothing is run', () => {
    expect(programsOf([anArticle({ mdx: '`ls`\n\n```ini\n[a]\n```\n' })])).toEqual([]);
  });
});

/** An article with a session, one command per line. */
function session(commands: string, slug = 'a') {
  return anArticle({ slug, mdx: `\`\`\`console\n${commands.replaceAll(/^/gm, '$ ')}\n\`\`\`\n` });
}
