import type { ProblemCode } from '../commands/problems.ts';

/**
 * Every fault of the content by its permanent code, and what it says in a line. `docs/errors.md` explains each:
 * cause, example, fix. The codes of command blocks are in `commands/problems.ts`.
 */
export const CONTENT_CODES = {
  'unreadable-file': 'A file of the content folder cannot be read, or is not UTF-8.',
  'unexpected-file': 'A file lies where none of its kind is read.',
  'bad-slug': 'A file name cannot stand in an address.',
  'missing-frontmatter': 'An article does not begin with frontmatter.',
  'yaml-syntax': 'Frontmatter or a YAML file does not parse.',
  'unknown-key': 'A key that the schema does not know.',
  'missing-key': 'A key that the schema asks for is not there.',
  'wrong-value': 'A value that is not of the form that the schema asks for.',
  'unknown-tag': 'A tag without a file in content/tags/.',
  'unknown-source': 'A source without a file in content/sources/.',
  'unknown-article': 'A slug that no article has.',
  'duplicate-slug': 'Two articles with one slug.',
  'duplicate-path': 'An alias that another page has already.',
  'mdx-syntax': 'MDX that does not parse.',
  'mdx-component': 'A component or a name that is not there.',
  'mdx-render': 'Something that a text imports or computes fails.',
  'missing-file': 'A picture or data file that is not there.',
  'remote-resource':
    'A picture, frame or script from another host; no page of ours asks another host for anything.',
  'unsafe-link': 'An address of a kind that no page should have, such as javascript:.',
  'dead-link': 'A link to a page or heading of this site that is not there.',
  'html-in-comment': 'HTML in a comment.',
  'undeclared-placeholder': 'A {{placeholder}} that the frontmatter does not declare.',
  'undeclared-host': 'A host that the frontmatter does not declare.',
  'duplicate-id': 'An id that another article has already.',
  'blank-title': 'A title with nothing in it to see.',
  'step-without-host': 'A step of an article with a sandbox that names none of its several hosts.',
  'failed-step': 'A step that did not do what the article says when it was run.',
  'stale-verification': 'A step that is not as it was when the article was verified. Only a warning.',
  'failed-verification': 'An article that failed when it was last verified. Only a warning.',
  'forbidden-character':
    'A control character that no feed can hold. A warning: it is left out there, and the build goes on.',
} as const;

export type ContentCode = keyof typeof CONTENT_CODES;

/** Any code that a report may show. */
export type FaultCode = ContentCode | ProblemCode;
