/**
 * Every fault a command block can have. The names are permanent: authors look them up, adopters silence
 * them by name, and `docs/errors.md` explains each.
 */
export const PROBLEM_CODES = {
  'ambiguous-prompt': 'A line may be a prompt or a comment in the output; it is shown as output.',
  'angle-placeholder': 'A name in angle brackets, which a shell reads as a redirection.',
  'append-without-file': 'append on a fence that names no file.',
  'bad-meta-value': 'A value of the fence that is malformed or not allowed for its key.',
  'bad-regular-expression': 'An output line that ends with (re) and is no regular expression.',
  'blank-after-backslash': 'A blank after the backslash at a line end: the next line is no longer continued.',
  'block-too-large': 'A command too long, or too deeply nested, for the shell parser.',
  'duplicate-meta-key': 'A key that stands twice on one fence.',
  'empty-block': 'A fence without any command or content.',
  'misplaced-session': 'Prompts in a fence whose language is no session’s.',
  'output-before-prompt': 'Lines of a session that come before its first prompt.',
  'prompt-in-script': 'A prompt in a script, where everything is run as it stands.',
  'prompt-without-blank': 'A prompt with the command directly after it.',
  'session-without-prompt': 'A session in which no line begins with a prompt.',
  'shell-syntax': 'A command that the shell would refuse.',
  'unclosed-here-document': 'A here-document whose delimiter never comes.',
  'unclosed-quote': 'A quote that is opened and never closed.',
  'unknown-prompt': 'A line of output that begins like a prompt which the fence does not declare.',
  'unknown-meta-key': 'A key that a fence of this kind does not have.',
  'unknown-output-name': 'A name such as {{*ip}} in output that stands for nothing.',
  'unsafe-character': 'A character that looks like another one, or like nothing.',
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** A place in the author's file, both counted from 1; columns count UTF-16 units, as editors do. */
export interface Place {
  line: number;
  column: number;
}

/** A fault the author has to see: `Unexpected X, expected Y.` and, where there is one, the way to put it right. */
export type Problem = Place & { code: ProblemCode; message: string; hint?: string };
