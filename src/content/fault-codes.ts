import type { ProblemCode } from '../commands/problems.ts';

/**
 * All faults of the content: their permanent codes, and what they say in a line. `docs/errors.md` explains each with cause,
 * example and fix. The codes of command blocks are in `commands/problems.ts`.
 */
export const CONTENT_CODES = {
  'unreadable-file': 'A file in the content folder cannot be read, or is not UTF-8.',
  'unexpected-file': 'A file in a place where its kind is never read.',
  'bad-slug': 'A file name that cannot be part of an address.',
  'missing-frontmatter': 'An article that does not begin with frontmatter.',
  'yaml-syntax': 'Frontmatter or a YAML file that does not parse.',
  'unknown-key': 'A key that the schema does not know.',
  'missing-key': 'A required key is missing.',
  'wrong-value': 'A value that the schema does not accept.',
  'unknown-tag': 'A tag without a file in content/tags/.',
  'unknown-source': 'A source without a file in content/sources/.',
  'unknown-article': 'A slug that no article has.',
  'duplicate-slug': 'Two articles with the same slug.',
  'duplicate-path': 'A path that another page already has.',
  'mdx-syntax': 'MDX that does not parse.',
  'mdx-component': 'A component or a name that does not exist.',
  'mdx-render': 'Something that a text imports or computes, and that fails.',
  'missing-file': 'A picture or data file that does not exist.',
  'remote-resource': 'A picture, frame or script from another host; pages load nothing from there.',
  'unsafe-link': 'A scheme that no page should link to, such as javascript:.',
  'dead-link': 'A link to a page or heading of this site that does not exist.',
  'html-in-comment': 'HTML in a comment.',
  'undeclared-placeholder': 'A {{placeholder}} that the frontmatter does not declare.',
  'undeclared-host': 'A host that the frontmatter does not declare.',
  'step-without-host': 'A command or a file without a host, in a guide that has several.',
  'loose-pattern': 'A pattern for IP addresses that accepts impossible ones.',
  'duplicate-id': 'An id that another article already has.',
  'blank-title': 'A title with nothing visible in it.',
  'merge-conflict': 'An unresolved Git conflict.',
  'forbidden-element': 'An element that prose does not need.',
  'forbidden-attribute':
    'An attribute that runs, loads or restyles something, or that a component does not have.',
  'lost-expression': 'Braces without a value that can be shown.',
  'empty-heading': 'A heading without text.',
  'missing-alternative': 'A picture without a text alternative.',
  'empty-link': 'A link without text or without an address.',
  'bad-address': 'An address that no browser can open.',
  'undefined-reference': 'A footnote or reference link without a definition.',
  'duplicate-definition': 'A footnote or reference that is defined twice.',
  'lost-cells': 'A row with more cells than its table has columns.',
  'unclosed-fence': 'A fence that is never closed.',
  'unknown-language': 'A fence in an unknown language.',
  'foreign-markup': 'Markup of another tool, or Markdown with a typo, which readers would see as it is.',
  'hidden-character': 'An invisible character in prose.',
  'broken-encoding': 'A character that was damaged by reading it in the wrong encoding.',
  'empty-text': 'An article or page with nothing but frontmatter.',
  'outside-file': 'A file from outside the content folder.',
  'bad-file': 'A linked file that cannot be published: empty, or of a kind that runs in a browser.',
  'bad-picture': 'A picture that is damaged, empty or too large, or not a picture at all.',
  'bad-data': 'A data file whose rows do not match its header.',
  'bad-chart': 'A chart that lacks something, or does not match its data.',
  'duplicate-file': 'Two files that would have the same name, on the site or on another system.',
  'wrong-order': 'Dates that contradict each other.',
  'circular-successor': 'Articles that name each other as the one to read instead.',
  'tag-clash': 'A label or alias that another tag has.',
  'bad-example': 'A placeholder’s example that does not match its own pattern.',
  'forbidden-character': 'A control character that feeds cannot contain; they leave it out.',
  'skipped-heading': 'A heading more than one level below the one before it.',
  'repeated-heading': 'Two headings with the same text in one section.',
  'repeated-title': 'Two articles with the same title.',
  secret: 'A private key or a token.',
  'located-picture': 'A picture that records where it was taken.',
  'weak-alternative': 'A text alternative that is just a file name.',
  'unused-definition': 'A footnote or reference that nothing refers to.',
  'stray-mark': 'A `**` or backtick without its other half.',
  unfinished: 'A note that something is still to be done.',
  'unlikely-date': 'A date in the future, or before there were networks.',
  'unused-placeholder': 'A placeholder that no block uses.',
  'unused-host': 'A host that no block names.',
  'unused-file': 'A file next to an article that it neither shows nor links to.',
  'rare-tag': 'A tag of a single article, with almost the same name as another tag.',
  'large-file': 'A picture or file that takes long to load.',
  'lost-comment': 'A YAML value that ends at ` #`.',
} as const;

/** Faults that only a run of an article's steps can find. */
export const RUN_CODES = {
  'failed-step': 'A step that did not do what the article says when it ran.',
  'stale-verification': 'A step, or a recipe for hosts, that has changed since the article was verified.',
  'failed-verification': 'An article that failed when it was last verified.',
} as const;

/** Faults that only a build, or a built site, can have. */
export const SITE_CODES = {
  'page-render': 'A page, component, plug-in or integration that fails when the site is built.',
  'invalid-html': 'A page that is not valid HTML, or lacks what every page has.',
  'invalid-feed': 'A feed or sitemap that cannot be read, or links to a missing page.',
  'wrong-copy': 'A copy button that does not copy what the source says.',
} as const;

/** Faults that need a person's judgement; they don't fail a build, except with `--strict`. */
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

/** Any code that can appear in a report. */
export type FaultCode = ContentCode | RunCode | SiteCode | ProblemCode;
