import type { Meta } from './meta.ts';
import type { PromptLine } from './prompt.ts';

/** An interpreter's prompt, and what it prints before the lines that continue a command. */
interface Continuation {
  prompt: RegExp;
  mark: RegExp;
  /** A prompt and its marks, for the reader of this table and for its test. */
  example: readonly [prompt: string, ...marks: string[]];
}

/** In many interpreters the mark depends on which quotes and brackets are still open. */
const continuations: readonly Continuation[] = [
  {
    prompt: /^(?:mysql|MariaDB .*|MySQL .*)>$/,
    mark: /^ {3,6}(?:->|'>|">|`>|\/\*>)(?: |$)/,
    example: ['mysql> ', '    -> ', `    '> `, '    "> ', '    `> ', '   /*> '],
  },
  {
    // psql: repeats the database's name, with what is open instead of `=`; a star or `!` shows the state of the
    // transaction.
    prompt: /^\w[\w.-]*=[*!]?[#>]$/,
    mark: /^\w[\w.-]*[-('"$*!][*!]?[#>](?: |$)/,
    example: ['mydb=> ', 'mydb-> ', 'mydb(> ', `mydb'> `, 'mydb"> ', 'mydb$> ', 'mydb*> ', 'mydb-*> '],
  },
  {
    prompt: /^sqlite>$/,
    mark: /^(?: {3}| {0,2}[('"]|\(?x\d)\.\.\.>(?: |$)/,
    example: ['sqlite> ', '   ...> ', `  '...> `, '(x1...> '],
  },
  { prompt: /^>>>$/, mark: /^\.\.\.(?: |$)/, example: ['>>> ', '... '] },
  { prompt: /^In \[\d+\]:$/, mark: /^ *\.{3,}: ?/, example: ['In [1]: ', '   ...: '] },
  { prompt: /^PS.*>$/, mark: /^>>(?: |$)/, example: ['PS C:\\> ', '>> '] },
  {
    // irb: the line number goes up, and what is open comes before the sign.
    prompt: /^irb\(.*\):\d+(?::\d+)?>$/,
    mark: /^irb\([^)]*\):\d+(?::\d+)?(?:['"*/\]]|:\d+>)(?: |$)|^irb\([^)]*\):\d+:[1-9]\d*[>*](?: |$)/,
    example: ['irb(main):001:0> ', 'irb(main):002:0* ', 'irb(main):002:1> ', `irb(main):002:0" `],
  },
  {
    prompt: /^(?:scala>|ghci>|Prelude>)$/,
    mark: /^(?: {5}\| |(?:ghci|Prelude)\| )/,
    example: ['scala> ', '     | '],
  },
  { prompt: /^(?:>|node>|mongosh>|test>)$/, mark: /^\.\.\.(?: |$)/, example: ['> ', '... '] },
  { prompt: /^cqlsh(?::\w+)?>$/, mark: /^ +\.\.\. /, example: ['cqlsh> ', '   ... '] },
  { prompt: /^SQL>$/, mark: /^ {1,3}\d{1,3} {1,2}/, example: ['SQL> ', '  2  '] },
];

/**
 * Returns a function that strips the mark from a line that continues a command; undefined if the prompt is unknown.
 */
export function continuationOf(
  prompt: PromptLine,
  meta: Pick<Meta, 'continuation'>,
): ((line: string) => string | undefined) | undefined {
  if (meta.continuation !== undefined) return markOf(meta.continuation);
  if (prompt.shell) return markOf('> ');
  const text = prompt.prompt.trimEnd();
  const mark = continuations.find((one) => one.prompt.test(text))?.mark;
  return mark && ((line) => mark.exec(line)?.[0]);
}

/** Matches a fixed mark, even if an editor has removed its trailing space. */
function markOf(mark: string): (line: string) => string | undefined {
  return (line) => {
    if (line.startsWith(mark)) return mark;
    return line === mark.trimEnd() ? line : undefined;
  };
}

/** Each prompt with its marks, for the test. */
export const CONTINUATION_EXAMPLES = continuations.map(({ example }) => example);
