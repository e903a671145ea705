import fc from 'fast-check';
import type { Fence } from '../../../src/commands/block.ts';

/** Pieces of sessions, in any order: most results are nonsense that almost looks like a session. */
const pieces = [
  ...[
    '$ ',
    '# ',
    '% ',
    '> ',
    '$',
    '#',
    '>',
    '[root@h ~]# ',
    'a@b:~$ ',
    'h# ',
    'mysql> ',
    '    -> ',
    '>>> ',
    '... ',
  ],
  ...[
    '\n',
    '\n',
    '\n',
    '\n',
    ' ',
    '\t',
    '\r',
    '\0',
    '\\',
    '\\\n',
    '\\ \n',
    '"',
    "'",
    '`',
    '$(',
    '${',
    '((',
    ')',
    '}',
  ],
  ...[
    '<<EOF',
    "<<-'EOF'",
    'EOF',
    '\nEOF\n',
    '<<<',
    '<',
    '>',
    '|',
    '&&',
    '||',
    ';',
    '&',
    '{',
    '(',
    '[[',
    ']]',
  ],
  ...[
    'if',
    'then',
    'fi',
    'for x in',
    'do',
    'done',
    'case',
    'esac',
    'while',
    'f()',
    'function',
    'echo',
    'ls',
    'sudo',
  ],
  ...[
    'rm -rf /',
    'ssh h',
    'bash -c',
    'find . -exec',
    '...',
    ' (re)',
    '[1]',
    '((',
    '{{name}}',
    '{{.Field}}',
    '<host>',
  ],
  ...['–', '“', '’', '\u00a0', '\u200b', '\u202e', 'cаt', 'привет', '👩‍👩‍👧', '\ud800', 'x'],
];

const nearlySession = fc
  .tuple(
    fc.constantFrom('$ ', '# ', '[root@h ~]# ', 'mysql> ', ''),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }),
  )
  .map(([prompt, parts]) => prompt + parts.join(''));

const anyText = fc.oneof(
  { weight: 4, arbitrary: nearlySession },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);

const metas = [
  '',
  '',
  'host="a b"',
  'prompt="mysql> "',
  'prompt="$ " continuation="> "',
  'file=/x append',
  'output="any"',
];

/** Any fence: of every kind, with known, odd and broken info strings. */
export const anyFence: fc.Arbitrary<Fence> = fc.record({
  language: mostly(
    fc.constantFrom('console', 'console', 'console', 'bash', 'sh', 'zsh', 'ini', ''),
    fc.string(),
  ),
  meta: mostly(fc.constantFrom(...metas), fc.string({ unit: 'binary' })),
  text: anyText,
  line: fc.integer({ min: 2, max: 1000 }),
  indent: fc.integer({ min: 0, max: 8 }),
});

function mostly<T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

const word = fc.oneof(
  // With a digit, because `rm the` and `rm it.` read like a comment.
  fc.stringMatching(/^[a-z0-9/._-]{1,8}$/).map((text) => (/^[a-z._-]+$|\.$/.test(text) ? `${text}1` : text)),
  fc.stringMatching(/^[ -&(-~]{0,12}$/).map((text) => `'${text}'`),
  fc.stringMatching(/^[ #%-[\]-_a-~]{0,12}$/).map((text) => `"${text}"`),
  fc.constantFrom(
    '"$HOME"',
    '$(date)',
    '{{name}}',
    "'a\n# b\n$ c\nd'",
    '"a\nb"',
    'a\\ b',
    '\\\n  x',
    "$'it\\'s'",
  ),
);

const simpleCommand = fc
  .tuple(fc.constantFrom('ls', 'echo', 'yum', '/sbin/ip', 'rm'), fc.array(word, { maxLength: 4 }))
  .map(([program, words]) => [program, ...words].join(' '));

const bodyLine = fc.oneof(
  fc.constantFrom('# comment', '[root@h ~]# nor this', "it's", '', '  EOF', '"', '> quoted'),
  fc.stringMatching(/^[A-DF-Za-z0-9 #"'(){}|&;<-]{0,20}$/),
);

/** In a body that isn't expanded, anything goes. */
const literalLine = fc.oneof(bodyLine, fc.constantFrom('$ no command', '`', '$(', '${', '\\'));

const hereDocument = fc.oneof(
  hereDocumentOf(fc.constantFrom('EOF', '-EOF'), bodyLine),
  hereDocumentOf(fc.constantFrom("'EOF'", '"EOF"', '\\EOF'), literalLine),
);

function hereDocumentOf(delimiters: fc.Arbitrary<string>, line: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(delimiters, fc.array(line, { maxLength: 5 }))
    .map(([delimiter, lines]) => [`cat > file <<${delimiter}`, ...lines, 'EOF'].join('\n'));
}

const command = fc.oneof(
  { weight: 3, arbitrary: simpleCommand },
  { weight: 2, arbitrary: hereDocument },
  { weight: 1, arbitrary: fc.tuple(simpleCommand, simpleCommand).map((two) => two.join(' |\n  ')) },
  { weight: 1, arbitrary: simpleCommand.map((body) => `for x in a b; do\n  ${body}\ndone`) },
);

/**
 * Output that doesn't begin with a prompt or anything like one, has no `> ` to be removed, and no blank lines at its
 * end, which don't count.
 */
const outputLine = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9"'(`\\|&;{<-][ -"&-=?-~]{0,20}$/),
  fc.constantFrom(
    '> diff',
    '< diff',
    '  indented',
    "it's",
    '$HOME/bin',
    '#include',
    '100% done',
    '/dev/sda1  5% /',
  ),
);

const prompts = ['# ', '$ ', '[root@gluster1 ~]# ', 'anna@web1:~$ '];

/** A session as a careful author writes it, and the expected result. */
export const generatedSession = fc
  .tuple(
    fc.constantFrom(...prompts),
    fc.array(fc.tuple(command, fc.array(outputLine, { maxLength: 4 }), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([prompt, steps]) => ({
    text: steps.flatMap(([text, output, marked]) => [`${prompt}${mark(text, marked)}`, ...output]).join('\n'),
    commands: steps.map(([text]) => text),
    outputs: steps.map(([, output]) => output.join('\n')),
  }));

/** A command as a terminal shows it, with the continuation prompt, or unchanged. */
function mark(text: string, marked: boolean): string {
  return marked ? text.replaceAll('\n', '\n> ') : text;
}
