import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hostRunbook, type RunbookItem } from '../../../../src/articles/runbook.ts';
import { outline } from '../../../../src/content/outline/outline.ts';
import { aScript, fence, run, scriptOf } from './a-script.ts';

describe('a host’s script runs', () => {
  it('its commands in their order, and says that it is done', () => {
    const mdx =
      fence('console', '$ echo one > out\noutput of no interest\n$ echo two \\\n>   three >> out') +
      fence('bash', 'for word in four five; do\n  echo "$word" >> out\ndone');
    const { status, stdout, files } = run(aScript(mdx));
    expect(files).toEqual({ out: 'one\ntwo three\nfour\nfive\n' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'a: done\n' });
  });

  it('no further than the first command that fails', () => {
    const { status, stdout, files } = run(
      aScript(fence('console', '$ echo one > out\n$ false\n$ echo two > out')),
    );
    expect(files).toEqual({ out: 'one\n' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('on if a command fails as the article says, and no further if it doesn’t', () => {
    const failing = (status: number) =>
      aScript(fence('console', `$ sh -c "exit 3"\n[${status}]\n$ echo on > out`));
    expect(run(failing(3))).toMatchObject({ status: 0, files: { out: 'on\n' } });
    expect(run(failing(4))).toMatchObject({
      status: 1,
      stderr:
        'Unexpected exit status 3, expected 4.\n' +
        'Step 1 of 2 ended the script with status 1. Once that is fixed: --from 1\n',
      files: {},
    });
  });

  it('nothing that is for another host or for none', () => {
    const mdx =
      fence('console', '$ touch a') +
      '```console host="b"\n$ touch b\n```\n\n```console\n$ touch none\n```\n\n';
    expect(run(aScript(mdx)).files).toEqual({ a: '' });
  });

  it('what is for no host if there is only one', () => {
    const { blocks } = outline('```console\n$ touch none\n```\n');
    expect(run(scriptOf(hostRunbook(blocks, 'a', true))).files).toEqual({ none: '' });
  });

  it.each([
    ['--help', 0],
    ['--other', 2],
    ['--from', 2],
    ['--from x', 2],
    ['--from 0', 2],
  ])('nothing when it is called with %s', (args, status) => {
    const found = run(aScript(fence('console', '$ touch a')), {}, args.split(' '));
    expect(found.status).toBe(status);
    expect(found.stdout + found.stderr).toMatch(/^Usage: .*--yes-destroy/s);
    expect(found.files).toEqual({});
  });

  it('every step in one shell: working directory, variables, umask and functions carry over', () => {
    const text =
      '$ mkdir sub && cd sub\n$ name=x; umask 077\n$ f() { echo "$1"; }\n$ f "$name" > "$OLDPWD/out"\n$ touch here\n$ stat -c %a here >> ../out';
    expect(run(aScript(fence('console', text))).files).toEqual({ out: 'x\n600\n' });
  });

  it('never to an early end that looks like success', () => {
    const { status, stdout, stderr } = run(
      aScript(fence('bash', 'true && { echo x > out; exit 0; }') + fence('console', '$ ls')),
    );
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('exit');
    const hidden = run(aScript(fence('console', '$ eval "$(echo exit 0)"\n$ ls')));
    expect(hidden).toMatchObject({ status: 1, stdout: '' });
    expect(hidden.stderr).toBe('Step 1 of 2 ended the script with status 0. Once that is fixed: --from 1\n');
  });
});

describe('the steps of another user', () => {
  /** Replaces switching users, which only root can do: runs the same command, and says for whom. */
  const STUBS =
    "PATH=$PWD/bin:$PATH; mkdir bin; printf '#!/bin/sh\\necho 0\\n' > bin/id\n" +
    'printf \'#!/bin/sh\\necho "as $2" >> "$HOME/users"; shift 3; exec "$@"\\n\' > bin/runuser; chmod +x bin/*\n';
  const withStubs = (mdx: string) => aScript(mdx, { a: {} }).replace('\nset -eu\n', `\n${STUBS}set -eu\n`);

  it('that follow each other share one shell: working directory, variables and umask carry over', () => {
    const text =
      '[anna@a ~]$ mkdir sub && cd sub\n[anna@a sub]$ name={{a}}; umask 077\n[anna@a sub]$ touch f; stat -c %a f > ../out; echo "$name" >> ../out\n[root@a ~]# pwd | grep -c sub >> out\n[1]';
    const found = run(withStubs(fence('console', text)), { a: 'x' });
    expect(found.stderr).toBe('');
    expect(found).toMatchObject({ status: 0, files: { out: '600\nx\n0\n', users: 'as anna\n' } });
  });

  it('stop the script if one fails, has to be done by hand or is left out', () => {
    const of = (line: string) =>
      run(withStubs(fence('console', `[anna@a ~]$ touch one\n[anna@a ~]$ ${line}\n[anna@a ~]$ touch two`)), {
        a: 'x',
      });
    expect(of('false')).toMatchObject({ status: 1, files: { one: '' } });
    expect(of('ssh web2')).toMatchObject({ status: 3, files: { one: '' } });
    expect(of('rm -rf ./data')).toMatchObject({ status: 4, files: { one: '' } });
    expect(of('ls')).toMatchObject({ status: 0, files: { one: '', two: '' } });
  });
});

describe('with --dry-run', () => {
  const mdx =
    fence('console', '$ touch one') +
    fence('console', '# mkfs.xfs /dev/sdb1') +
    fence('console', '$ su -\n$ passwd') +
    '```console host="b"\n$ other\n```\n\n' +
    fence('text file="/etc/fstab"', '{{a}}') +
    fence('console', '[anna@a ~]$ ls\n[anna@a ~]$ pwd');

  it('a script prints its plan and does nothing, not even check the user or ask for values', () => {
    const { status, stdout, stderr, files } = run(aScript(mdx, { a: {} }), {}, ['--dry-run']);
    expect({ status, stderr, files }).toEqual({ status: 0, stderr: '', files: {} });
    expect(stdout).toBe(
      [
        '  1  $ touch one',
        '  2  # mkfs.xfs /dev/sdb1  (can hurt)',
        '  3  $ su -  (by hand)',
        '  4  $ passwd  (by hand)',
        '     wait: on b: other',
        '  5  write /etc/fstab',
        '  6  anna$ ls',
        '  7  anna$ pwd',
        '',
      ].join('\n'),
    );
  });

  it('and --from, only the rest of it', () => {
    expect(run(aScript(mdx, { a: {} }), {}, ['--dry-run', '--from', '6']).stdout).toBe(
      '  6  anna$ ls\n  7  anna$ pwd\n',
    );
  });
});

test('with --from a script begins there', () => {
  const found = run(aScript(fence('console', '$ touch one\n$ touch two\n$ touch three')), {}, [
    '--from',
    '2',
  ]);
  expect(Object.keys(found.files)).toEqual(['three', 'two']);
  expect(found.steps).toEqual(['[2/3] $ touch two', '[3/3] $ touch three']);
});

describe('what has to be done by hand', () => {
  it.each([
    ['opens a shell', '$ su -', 'su -'],
    ['goes to another host', '$ ssh web2', 'ssh web2'],
    ['opens another program', '$ sudo mysql', 'sudo mysql'],
    ['leaves the shell', '$ exit', 'exit'],
    ['leaves it with a status', '# exit 0', 'exit 0'],
    ['never ends', '$ tail -f x', 'tail -f x'],
    ['stops the machine', '$ reboot', 'reboot'],
  ])('because it %s, stops a script without a terminal with a status of its own', (_, line, command) => {
    const found = run(
      aScript(fence('console', `${line.slice(0, 2)}touch one\n${line}\n${line.slice(0, 2)}touch two`)),
      {},
      ['--yes'],
    );
    expect(found.status).toBe(3);
    expect(found.files).toEqual({ one: '' });
    expect(found.stderr).toContain(`To be done by hand: ${line.slice(0, 2)}${command}`);
    expect(found.stderr).toContain(
      'Step 2 of 3 has to be done by hand, and there is no terminal. When it is done: --from 3',
    );
  });

  it('at an interpreter’s prompt, stops it too', () => {
    const found = run(aScript(fence('console prompt="mysql> "', 'mysql> DROP DATABASE a;')));
    expect(found.status).toBe(3);
    expect(found.stderr).toContain('mysql> DROP DATABASE a;');
  });

  it('waits for Enter if there is a terminal, even with --yes', () => {
    const script = aScript(fence('console', '$ touch one\n$ ssh web2\n$ exit\n$ touch two'));
    const found = run(script, {}, ['--yes'], '\n\n');
    expect(found.status).toBe(0);
    expect(Object.keys(found.files)).toEqual(['one', 'two']);
    expect(found.stderr.match(/Press Enter when it is done/g)).toHaveLength(2);
  });

  it.each([
    ['$ ssh web2\n$ touch there\n$ exit\n$ touch here', ['here']],
    ['$ sudo mysql\n$ touch here', ['here']],
    ['$ chroot /mnt\n$ touch there', []],
    ['$ su - postgres\n$ touch there\n$ exit\n$ touch here', ['here']],
  ])('continues until the other shell is left: %j', (text, left) => {
    const { status, files } = run(aScript(fence('console', text)), {}, [], '\n\n\n\n');
    expect({ status, files: Object.keys(files) }).toEqual({ status: 0, files: left });
  });
});

test('a step that asks runs at a terminal, and without one stops the script', () => {
  const script = aScript(fence('console', '$ read -r answer\n$ echo "$answer" > out'));
  expect(run(script, {}, [], 'yes\n').files).toEqual({ out: 'yes\n' });
  const found = run(script);
  expect(found.status).toBe(3);
  expect(found.stderr).toBe(
    'Step 1 of 2 asks for input (read), and there is no terminal. When it is done: --from 2\n',
  );
});

describe('when another host comes in between', () => {
  const script = aScript(
    fence('console', '$ touch one') +
      '```console host="b c"\n$ ./start\n```\n\n' +
      fence('console', '$ touch two'),
  );

  it('a script waits, and says for what', () => {
    const found = run(script, {}, [], '\n');
    expect(found.status).toBe(0);
    expect(found.stderr).toContain('First: on b, c: ./start');
    expect(Object.keys(found.files)).toEqual(['one', 'two']);
  });

  it('it stops without a terminal, and continues from there when asked to', () => {
    const found = run(script);
    expect(found).toMatchObject({ status: 3, files: { one: '' } });
    expect(found.stderr).toContain('When that is done: --from 2');
    expect(Object.keys(run(script, {}, ['--from', '2']).files)).toEqual(['two']);
  });
});

describe('a step that destroys something', () => {
  const script = aScript(fence('console', '$ touch one\n$ rm -rf /srv/opsnotes-no-such-folder\n$ touch two'));
  const destructive = script.replace(/^rm -rf \/srv\/opsnotes-no-such-folder$/m, 'touch destroyed');

  it('stops the script with a status of its own before it, because later steps may need it', () => {
    const { status, stderr, files } = run(destructive);
    expect({ status, files }).toEqual({ status: 4, files: { one: '' } });
    expect(stderr).toMatch(
      /^Step 2 is left out: Deletes .* To run it: --from 2 --yes-destroy\. .*--go-on\n$/,
    );
  });

  it('is left out with --go-on, and the script says so', () => {
    const { status, stderr, files } = run(destructive, {}, ['--go-on']);
    expect({ status, files: Object.keys(files) }).toEqual({ status: 0, files: ['one', 'two'] });
    expect(stderr).toMatch(/^Left out step 2: /);
  });

  it('is run with --yes-destroy', () => {
    const { status, stderr, files } = run(destructive, {}, ['--yes-destroy']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Object.keys(files).sort()).toEqual(['destroyed', 'one', 'two']);
  });
});

describe('a file that is to be written', () => {
  const written = (file = 'out', meta = '') =>
    aScript(
      fence('console', '$ touch one') +
        fence(`text file="${file}"${meta}`, 'new') +
        fence('console', '$ touch two'),
    );
  const after = (before: string, meta = '') =>
    aScript(fence('console', `$ printf '${before}' > out`)).replace(/\n_done=yes\n[^]*$/, '') +
    itemsOf(written('out', meta));
  const itemsOf = (script: string) => script.slice(script.indexOf('if _step 2'));

  it('is created if there is none, and left alone if it is the same', () => {
    expect(run(written()).files).toEqual({ one: '', out: 'new\n', two: '' });
    expect(run(after('new\\n')).files).toEqual({ out: 'new\n', two: '' });
  });

  it('is shown, kept and asked about if it differs', () => {
    const found = run(after('old\\n'), {}, [], 'y\n');
    expect(found.files).toEqual({ out: 'new\n', 'out.before-1': 'old\n', two: '' });
    expect(found.stderr).toContain('\n-old\n+new\n');
  });

  it('stays as it is if the answer is no, and nothing comes after it', () => {
    const found = run(after('old\\n'), {}, [], 'n\n');
    expect(found).toMatchObject({ status: 3, files: { out: 'old\n' } });
  });

  it('stays as it is if nobody can be asked, unless --yes is given', () => {
    expect(run(after('old\\n'))).toMatchObject({ status: 3, files: { out: 'old\n' } });
    expect(run(after('old\\n'), {}, ['--yes']).files).toEqual({
      out: 'new\n',
      'out.before-1': 'old\n',
      two: '',
    });
  });

  it('is kept before something is added, and nothing is added twice', () => {
    expect(run(after('old\\n', ' append')).files).toEqual({
      out: 'old\nnew\n',
      'out.before-1': 'old\n',
      two: '',
    });
    expect(run(after('old\\nnew\\n', ' append')).files).toEqual({ out: 'old\nnew\n', two: '' });
    expect(run(after('new\\n', ' append')).files).toEqual({ out: 'new\n', two: '' });
    // The end of a longer line is another line, and a file may end in the midst of one.
    expect(run(after('anew\\n', ' append')).files).toMatchObject({ out: 'anew\nnew\n' });
    expect(run(after('old', ' append')).files).toMatchObject({ out: 'old\nnew\n' });
  });

  it.each(['/etc/fstab', '/etc/passwd', '/etc/ssh/sshd_config', '/boot/grub/grub.cfg'])(
    'is not touched without --yes-destroy if nobody could log in, or nothing boot, without it: %s',
    (file) => {
      const found = run(written(file));
      expect(found.status).toBe(4);
      expect(found.stderr).toContain('Step 2 is left out: If it is wrong, nobody can log in');
    },
  );
});

describe('a value', () => {
  it.each([
    ['by itself', '$ echo {{a}} > out', 'x\n'],
    ['in single quotes', "$ echo '$0 {{a}}' > out", '$0 x\n'],
    ['in double quotes', '$ echo "{{a}} {{b}}$((1 + 1))" > out', 'x y2\n'],
    ['in a here-document', '$ cat > out <<E\n> {{a}} $((1 + 1))\n> E', 'x 2\n'],
    ['in a quoted here-document', "$ cat > out <<'E'\n> {{a}} $((1 + 1))\n> E", 'x $((1 + 1))\n'],
    ['in a name', '$ echo a > o{{b}}; mv oy out', 'a\n'],
    ['in a comment', '$ echo a > out # {{a}}', 'a\n'],
    ['twice', '$ echo {{a}}{{a}} > out', 'xx\n'],
    [
      'but not in what is no placeholder',
      "$ echo '${{a}} {{{a}}} {{ a }} {{a}}' > out",
      '${{a}} {{{a}}} {{ a }} x\n',
    ],
  ])('is filled in: %s', (_where, text, out) => {
    const { status, stderr, files } = run(aScript(fence('console', text), { a: {}, b: {} }), {
      a: 'x',
      b: 'y',
    });
    expect({ status, stderr, files }).toEqual({ status: 0, stderr: '', files: { out } });
  });

  it.each([
    ['whole', '', '{{a}} = "$b" \\\n\n\n', 'x = "$b" \\\n\n\n\n'],
    ['appended', ' append', '{{a}}', 'before\nx\n'],
  ])('is filled in: in a listing, %s', (_how, append, text, out) => {
    const mdx = fence('console', '$ echo before > out') + fence(`ini file="out"${append}`, text);
    const { out: found } = run(aScript(mdx, { a: {} }), { a: 'x' }, ['--yes']).files;
    expect(found).toBe(out);
  });

  it.each(['o{{a}}t', '{{a}}', "it's {{a}}$HOME", '{{a}}{{b}}.conf', 'a {{a}} "b"'])(
    'is filled in: in the name of a file, %s',
    (file) => {
      const mdx = fence(`ini file='${file.replaceAll("'", '')}'`, '{{a}}');
      const name = file.replaceAll("'", '').replace('{{a}}', 'u').replace('{{b}}', 'v');
      expect(run(aScript(mdx, { a: {}, b: {} }), { a: 'u', b: 'v' }).files).toEqual({ [name]: 'u\n' });
    },
  );

  it('may be in the reader’s home', () => {
    const mdx = fence('text file="~/.{{a}}rc"', 'a') + fence('text file="~/b"', 'b');
    expect(run(aScript(mdx, { a: {} }), { a: 'x' }).files).toEqual({ '.xrc': 'a\n', b: 'b\n' });
  });

  it.each(['text', 'destroy', 'status', 'argument', 'fill', 'check', 'path', 'name', 'value_a', 'ifs'])(
    'may have the name of the script’s own variables: %s',
    (name) => {
      const mdx = fence('console', `$ echo {{${name}}} {{value_value_a}} > out`);
      const script = aScript(mdx, { [name]: {}, value_value_a: {} });
      expect(run(script, { [name]: 'x', value_value_a: 'y' })).toMatchObject({
        status: 0,
        files: { out: 'x y\n' },
      });
    },
  );

  it('stays what it was, whatever variables the commands set', () => {
    const mdx = fence('console', '$ for disk in c d; do echo $disk >> out; done\n$ echo {{disk}} >> out');
    expect(run(aScript(mdx, { disk: {} }), { disk: 'b' }).files).toEqual({ out: 'c\nd\nb\n' });
  });

  it.each(['10.0.0.1', 'fe80::1', '/dev/sdb1', 'user@host', 'a,b', '50%', 'Яблоко', 'a=b', '+x', '.'])(
    'is accepted: %s',
    (value) => {
      const script = aScript(fence('console', "$ printf '%s' '{{a}}' > out"), { a: {} });
      expect(run(script, { a: value })).toMatchObject({ status: 0, files: { out: value } });
    },
  );

  it.each([
    '',
    ' ',
    'a b',
    'a\tb',
    'a\nb',
    'a\n',
    '\na',
    '"',
    "'",
    'a"b',
    "a'b",
    '$(touch pwned)',
    '$HOME',
    '`touch pwned`',
    'a;b',
    'a|b',
    'a&b',
    'a>b',
    'a<b',
    '*',
    '?',
    '[a]',
    '#a',
    '!a',
    '{a,b}',
    '~',
    'a\\b',
    '(a)',
    '-a',
    '--force',
    '\u0007',
    'a\rb',
  ])('is rejected before anything has run: %j', (value) => {
    const script = aScript(fence('console', '$ touch ran\n$ echo {{a}}'), { a: {} });
    const { status, stdout, stderr, files } = run(script, { a: value });
    expect({ status, stdout, files }).toEqual({ status: 2, stdout: '', files: {} });
    expect(stderr).toMatch(/^Unexpected (?:end of the )?value of a, expected/);
  });

  it.each([
    ['[a-z]+', 'abc', 'ab1'],
    [String.raw`[0-9]{1,3}(\.[0-9]{1,3}){3}`, '10.0.0.1', '10.0.0'],
    ['[A-Za-z0-9_.-]+', 'a_b-1.c', 'a/b'],
    ['a|b', 'b', 'ab'],
    ['/dev/[a-z]+', '/dev/sdb', 'dev/sdb'],
  ])('must have the form that the article asks for: %s', (pattern, good, bad) => {
    const script = aScript(fence('console', '$ echo {{a}} > out'), { a: { pattern } });
    expect(run(script, { a: good })).toMatchObject({ status: 0, stderr: '', files: { out: `${good}\n` } });
    expect(run(script, { a: bad })).toMatchObject({ status: 2, files: {} });
  });

  it('of a pattern that allows shell characters is rejected all the same', () => {
    const script = aScript(fence('console', '$ echo {{a}}'), { a: { pattern: '.*' } });
    expect(run(script, { a: '$(touch pwned)' })).toMatchObject({ status: 2, files: {} });
    expect(run(script, { a: 'a b' })).toMatchObject({ status: 2, files: {} });
  });

  it('can be filled in at the top of the script', () => {
    const script = aScript(fence('console', '$ echo {{a}} > out'), { a: {} });
    expect(run(script.replace('\na=${a:-}\n', "\na='x'\n")).files).toEqual({ out: 'x\n' });
  });

  it('is asked for only if something is run with it', () => {
    const mdx =
      fence('console', '$ touch c') +
      fence('console prompt="mysql> "', 'mysql> USE {{b}};') +
      '```console host="b"\n$ echo {{a}}\n```\n\n';
    const script = aScript(mdx, { a: {}, b: {} });
    expect(run(script, {}, [], '\n')).toMatchObject({ status: 0, files: { c: '' } });
  });
});

describe('a listing', () => {
  const text = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'END_OF_TEXT',
            'END_OF_TEXT_2',
            '\n',
            ' ',
            '$(a)',
            '`',
            "'",
            '"',
            '\\',
            '.',
            '{{',
            '}}',
            '${{a}}',
            '\t',
            'é🐧',
            'KEEP:',
            '\u0001',
            '\u007F',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    )
    // A shell can't contain NUL, and Markdown no carriage return or lone surrogate.
    .map((any) => any.toWellFormed().replace(/[\0\r]/g, ''));

  // Many in one script, because starting bash takes longer than writing a file.
  const texts = fc.array(text, { minLength: 12, maxLength: 12 });

  it('comes out byte for byte, whatever is in it', () => {
    fc.assert(
      fc.property(texts, (listings) => {
        const { files } = run(scriptOf(listings.map(listing)));
        expect(files).toEqual(filesOf(listings));
      }),
      { numRuns: 12, examples: [[['END_OF_TEXT\nEND_OF_TEXT_2', 'a\n\n\n', '', '\\', '\u0001\u007F']]] },
    );
  });

  it('comes out byte for byte even with values filled in', () => {
    fc.assert(
      fc.property(texts, (listings) => {
        // Next to braces or a dollar sign it would not be a placeholder.
        const written = listings.map((before) => `${before} {{a}} ${before}`);
        const filled = listings.map((before) => `${before} x ${before}`);
        const { files } = run(scriptOf(written.map(listing), { a: {} }), { a: 'x' });
        expect(files).toEqual(filesOf(filled));
      }),
      { numRuns: 12, examples: [[['END_OF_TEXT\n', '\n\n', '${{a}}', '{{{a}}}\n', 'KEEP:']]] },
    );
  });

  it('may contain the line that ends it', () => {
    const text = 'a\nEND_OF_TEXT\nEND_OF_TEXT_2\nb';
    expect(run(scriptOf([listing(text, 0)])).files).toEqual({ 'out-0': `${text}\n` });
  });

  function listing(text: string, index: number): RunbookItem {
    return { kind: 'listing', file: `out-${index}`, append: false, text, essential: false, introduction: '' };
  }

  function filesOf(listings: readonly string[]): Record<string, string> {
    return Object.fromEntries(listings.map((text, index) => [`out-${index}`, `${text}\n`]));
  }
});
