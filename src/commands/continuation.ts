import type { Meta } from './meta.ts';
import type { PromptLine } from './prompt.ts';

/** An interpreter's prompts, and what it writes before the lines that continue a command. */
interface Continuation {
  prompt: RegExp;
  mark: RegExp;
  /** A prompt and marks, for the reader of this table and for its test. */
  example: readonly [prompt: string, ...marks: string[]];
}

/** Quotes and brackets that are still open change the mark, in many of them. */
const continuations: readonly Continuation[] = [
  {
    prompt: /^(?:mysql|MariaDB .*|MySQL .*)>$/,
    mark: /^ {3,6}(?:->|'>|">|`>|\/\*>)(?: |$)/,
    example: ['mysql> ', '    -> ', `    '> `, '    "> ', '    `> ', '   /*> '],
  },
  {
    // psql: the database's name comes again, with what is open in place of `=`; a star or `!` tells of the transaction.
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
    // irb: the number of the line goes on, what is open stands before the sign.
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

/** Prompt → what takes the mark off a line that continues a command; undefined for a prompt of which nothing is known. */
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

/** The mark as a text, also with the trailing blank taken off by an editor. */
function markOf(mark: string): (line: string) => string | undefined {
  return (line) => {
    if (line.startsWith(mark)) return mark;
    return line === mark.trimEnd() ? line : undefined;
  };
}

/** For the test: each prompt with its marks. */
export const CONTINUATION_EXAMPLES = continuations.map(({ example }) => example);
