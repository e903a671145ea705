/**
 * Every fault that a command block can have. The names are permanent: authors look them up, sites silence them by
 * name, and `docs/errors.md` explains each.
 */
export const PROBLEM_CODES = {
  'ambiguous-prompt': 'A line that may be a prompt or a comment in the output. It is shown as output.',
  'angle-placeholder': 'A name in angle brackets, which a shell reads as a redirection.',
  'append-without-file': 'append on a fence that names no file.',
  'bad-meta-value': 'A value of the fence that is malformed or not allowed for its key.',
  'bad-regular-expression': 'An output line that ends with (re) but is not a regular expression.',
  'blank-after-backslash':
    'A space after the backslash at the end of a line, so that the command does not continue.',
  'block-too-large': 'A command too long, or too deeply nested, for the shell parser.',
  'duplicate-meta-key': 'A key that appears twice on a fence.',
  'empty-block': 'A fence without any command or content.',
  'misplaced-session': 'Prompts in a fence whose language is not a session’s.',
  'output-before-prompt': 'Lines of a session before its first prompt.',
  'prompt-in-script': 'A prompt in a script, which is run as it is.',
  'prompt-without-blank': 'A prompt with the command directly after it.',
  'session-without-prompt': 'A session in which no line begins with a prompt.',
  'shell-syntax': 'A command that the shell would refuse.',
  'unclosed-here-document': 'A here-document without its closing delimiter.',
  'unclosed-quote': 'A quote that is never closed.',
  'unknown-prompt': 'A line of output that begins with a prompt that the fence does not declare.',
  'unknown-meta-key': 'A key that a fence of this kind does not have.',
  'unknown-output-name': 'A name such as {{*ip}} in output that is unknown.',
  'unsafe-character': 'A character that looks like another one, or is invisible.',
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** A place in the author's file. Both numbers count from 1, and columns count UTF-16 units, as editors do. */
export interface Place {
  line: number;
  column: number;
}

/** A fault for the author: `Unexpected X, expected Y.` and, if known, how to fix it. */
export type Problem = Place & { code: ProblemCode; message: string; hint?: string };
