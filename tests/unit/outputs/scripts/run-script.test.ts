import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunbookItem } from '../../../../src/articles/runbook.ts';
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

  it('on where a command fails as the article says, and no further where it doesn’t', () => {
    const failing = (status: number) =>
      aScript(fence('console', `$ sh -c "exit 3"\n[${status}]\n$ echo on > out`));
    expect(run(failing(3))).toMatchObject({ status: 0, files: { out: 'on\n' } });
    expect(run(failing(4))).toMatchObject({
      status: 1,
      stderr: 'Unexpected exit status 3, expected 4.\n',
      files: {},
    });
  });

  it('nothing that is for another host or for none', () => {
    const mdx =
      '```console host="b"\n$ touch b\n```\n\n```console\n$ touch none\n```\n\n' +
      fence('console', '$ touch a');
    expect(run(aScript(mdx)).files).toEqual({ a: '' });
  });

  it('the commands of an interpreter not at all, but says so', () => {
    const mdx = fence('console prompt="mysql> "', 'mysql> DROP DATABASE a;');
    const { status, stderr } = run(aScript(mdx));
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'To be done by hand: mysql> DROP DATABASE a;\n',
    });
  });

  it('nothing when it is called in another way', () => {
    const { status, stderr, files } = run(aScript(fence('console', '$ touch a')), {}, ['--help']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Usage: .*--yes-destroy/);
    expect(files).toEqual({});
  });
});

describe('a step that destroys something', () => {
  const script = aScript(fence('console', '$ touch one\n$ rm -rf /srv/opsnotes-no-such-folder\n$ touch two'));
  const destructive = script.replaceAll('rm -rf /srv/opsnotes-no-such-folder', 'touch destroyed');

  it('is left out, and the script says so', () => {
    const { status, stderr, files } = run(destructive);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'Left out without --yes-destroy: touch destroyed\n',
    });
    expect(Object.keys(files)).toEqual(['one', 'two']);
  });

  it('is run with --yes-destroy', () => {
    const { status, stderr, files } = run(destructive, {}, ['--yes-destroy']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Object.keys(files).sort()).toEqual(['destroyed', 'one', 'two']);
  });
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
    expect(run(aScript(mdx, { a: {} }), { a: 'x' }).files).toEqual({ out });
  });

  it.each(['o{{a}}t', '{{a}}', "it's {{a}}$HOME", '{{a}}{{b}}.conf', 'a {{a}} "b"'])(
    'is filled in: in the name of a file, %s',
    (file) => {
      const mdx = fence(`ini file='${file.replaceAll("'", '')}'`, '{{a}}');
      const name = file.replaceAll("'", '').replace('{{a}}', 'u').replace('{{b}}', 'v');
      expect(run(aScript(mdx, { a: {}, b: {} }), { a: 'u', b: 'v' }).files).toEqual({ [name]: 'u\n' });
    },
  );

  it('may stand below the reader’s home', () => {
    const mdx = fence('text file="~/.{{a}}rc"', 'a') + fence('text file="~/b"', 'b');
    expect(run(aScript(mdx, { a: {} }), { a: 'x' }).files).toEqual({ '.xrc': 'a\n', b: 'b\n' });
  });

  it.each(['text', 'destroy', 'status', 'argument', 'fill', 'check', 'path', 'name', 'value_a', 'ifs'])(
    'may be called as the script’s own variables might: %s',
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
    'is taken: %s',
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
  ])('is refused before anything has run: %j', (value) => {
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

  it('of a form that allows what a shell acts on is refused all the same', () => {
    const script = aScript(fence('console', '$ echo {{a}}'), { a: { pattern: '.*' } });
    expect(run(script, { a: '$(touch pwned)' })).toMatchObject({ status: 2, files: {} });
    expect(run(script, { a: 'a b' })).toMatchObject({ status: 2, files: {} });
  });

  it('can be filled in at the top of the script', () => {
    const script = aScript(fence('console', '$ echo {{a}} > out'), { a: {} });
    expect(run(script.replace('\na=${a:-}\n', "\na='x'\n")).files).toEqual({ out: 'x\n' });
  });

  it('is asked for only where something is run with it', () => {
    const mdx =
      '```console host="b"\n$ echo {{a}}\n```\n\n' +
      fence('console prompt="mysql> "', 'mysql> USE {{b}};') +
      fence('console', '$ touch c');
    const script = aScript(mdx, { a: {}, b: {} });
    expect(run(script)).toMatchObject({ status: 0, files: { c: '' } });
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
    // Neither does a shell take a NUL, nor Markdown a carriage return or a lone surrogate.
    .map((any) => any.toWellFormed().replace(/[\0\r]/g, ''));

  // Many in one script, for starting bash takes longer than writing a file.
  const texts = fc.array(text, { minLength: 12, maxLength: 12 });

  it('comes out byte for byte, whatever is in it', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(texts, (listings) => {
        const { files } = run(scriptOf(listings.map(listing)));
        expect(files).toEqual(filesOf(listings));
      }),
      { numRuns: 12, examples: [[['END_OF_TEXT\nEND_OF_TEXT_2', 'a\n\n\n', '', '\\', '\u0001\u007F']]] },
    );
  });

  it('comes out byte for byte also where a value is filled in', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(texts, (listings) => {
        // Next to braces or a dollar sign it would be no placeholder.
        const written = listings.map((before) => `${before} {{a}} ${before}`);
        const filled = listings.map((before) => `${before} x ${before}`);
        const { files } = run(scriptOf(written.map(listing), { a: {} }), { a: 'x' });
        expect(files).toEqual(filesOf(filled));
      }),
      { numRuns: 12, examples: [[['END_OF_TEXT\n', '\n\n', '${{a}}', '{{{a}}}\n', 'KEEP:']]] },
    );
  });

  it('may hold the line that ends it', () => {
    const text = 'a\nEND_OF_TEXT\nEND_OF_TEXT_2\nb';
    expect(run(scriptOf([listing(text, 0)])).files).toEqual({ 'out-0': `${text}\n` });
  });

  function listing(text: string, index: number): RunbookItem {
    return { kind: 'listing', file: `out-${index}`, append: false, text, introduction: '' };
  }

  function filesOf(listings: readonly string[]): Record<string, string> {
    return Object.fromEntries(listings.map((text, index) => [`out-${index}`, `${text}\n`]));
  }
});
