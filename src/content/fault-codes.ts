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
  'step-without-host': 'A command or a file for no host, in a guide that has several.',
  'loose-pattern': 'A pattern for an address that takes what is none.',
  'duplicate-id': 'An id that another article has already.',
  'blank-title': 'A title with nothing in it to see.',
  'merge-conflict': 'Both sides of a merge, as Git has left them.',
  'forbidden-element': 'An element that prose does not need.',
  'forbidden-attribute':
    'An attribute that runs, loads or restyles something, or that a component does not have.',
  'lost-expression': 'Braces without a value that can be shown.',
  'empty-heading': 'A heading without a text.',
  'missing-alternative': 'A picture without words that say what it shows.',
  'empty-link': 'A link without a text or without an address.',
  'bad-address': 'An address that no browser can open.',
  'undefined-reference': 'A footnote or reference link that nothing defines.',
  'duplicate-definition': 'A footnote or reference that is defined twice.',
  'lost-cells': 'A row of a table with more cells than it has columns.',
  'unclosed-fence': 'A fence that is never closed.',
  'unknown-language': 'A fence of a language that nobody knows.',
  'foreign-markup': 'Markup of another tool, or Markdown with a slip, which would stand there as it is.',
  'hidden-character': 'A character in prose that readers cannot see.',
  'broken-encoding': 'A character that was once another one, read in the wrong encoding.',
  'empty-text': 'An article or page of frontmatter alone.',
  'outside-file': 'A file from outside the content folder.',
  'bad-file':
    'A file beside an article that cannot be published: empty, or of a kind that runs in a browser.',
  'bad-picture': 'A picture that is none, is empty or too large.',
  'bad-data': 'A data file whose rows do not fit its head.',
  'bad-chart': 'A chart that lacks something, or does not fit its data.',
  'duplicate-file': 'Two files that would have one name, on the site or on other systems.',
  'wrong-order': 'Dates that contradict each other.',
  'circular-successor': 'Articles that name each other as the one to read instead.',
  'tag-clash': 'A label or alias that another tag has.',
  'bad-example': 'A placeholder’s example that its own pattern refuses.',
  'forbidden-character': 'A control character that no feed can hold; it is left out there.',
  'skipped-heading': 'A heading more than one level below the one before it.',
  'repeated-heading': 'Two headings of one section with the same text.',
  'repeated-title': 'Two articles with the same title.',
  secret: 'A private key or a token.',
  'located-picture': 'A picture that says where it was taken.',
  'weak-alternative': 'A picture whose words are a file name.',
  'unused-definition': 'A footnote or reference that nothing refers to.',
  'stray-mark': 'A `**` or backquote without its other half.',
  unfinished: 'A note that something is still to be done.',
  'unlikely-date': 'A date in the future, or before there were networks.',
  'unused-placeholder': 'A placeholder that no block has.',
  'unused-host': 'A host that no block names.',
  'unused-file': 'A file beside an article that it neither shows nor links to.',
  'rare-tag': 'A tag of a single article, with nearly the name of another tag.',
  'large-file': 'A picture or file that takes long to load.',
  'lost-comment': 'A value of YAML that ends at ` #`.',
} as const;

/** What only running an article's steps tells. */
export const RUN_CODES = {
  'failed-step': 'A step that did not do what the article says when it was run.',
  'stale-verification': 'A step or a recipe for hosts that is not as it was when the article was verified.',
  'failed-verification': 'An article that failed when it was last verified.',
} as const;

/** What only a built site can have. */
export const SITE_CODES = {
  'invalid-html': 'A page that is no valid HTML, or lacks what every page has.',
  'invalid-feed': 'A feed or sitemap that cannot be read, or leads nowhere.',
  'wrong-copy': 'A copy button that does not take what the source says.',
} as const;

/** What a person must judge: it stops no build, unless by `--strict`. */
const WARNINGS = [
  'stale-verification',
  'failed-verification',
  'forbidden-character',
  'unknown-language',
  'empty-text',
  'broken-encoding',
  'skipped-heading',
  'repeated-heading',
  'repeated-title',
  'secret',
  'located-picture',
  'weak-alternative',
  'unused-definition',
  'stray-mark',
  'unfinished',
  'unlikely-date',
  'unused-placeholder',
  'unused-host',
  'unused-file',
  'rare-tag',
  'large-file',
  'lost-comment',
] as const satisfies readonly (ContentCode | RunCode)[];

/** Whether a fault is only a warning. */
export function isWarning(code: FaultCode): boolean {
  return (WARNINGS as readonly FaultCode[]).includes(code);
}

export type ContentCode = keyof typeof CONTENT_CODES;

export type SiteCode = keyof typeof SITE_CODES;

export type RunCode = keyof typeof RUN_CODES;

/** Any code that a report may show. */
export type FaultCode = ContentCode | RunCode | SiteCode | ProblemCode;
