import GithubSlugger from 'github-slugger';

/**
 * Anchors that pages use themselves: for blocks, steps and comments, placeholder fields, parts of the layout, search fields, and
 * Sätteri's footnotes.
 */
const RESERVED = [
  /^(?:step|block)-(?:\d+|\d[\da-z]{6}(?:-\d+)?)$/,
  /^comment-/,
  /^(?:value|example|fault)-[a-z][a-z0-9_]*$/,
  /^(?:comments|kinds|values|your-values|content|attribution|contents|contents-title|in-place)$/,
  /^(?:header|dialog|home|page|lost)-search/,
  /^search-/,
  /^(?:user-content-|footnote-label$)/,
];

/** Whether an anchor is reserved for the page, so that no heading can have it. */
export function isReserved(id: string): boolean {
  return RESERVED.some((pattern) => pattern.test(id));
}

/**
 * Assigns unique anchors to the headings of one text, in order, by GitHub's rules. Anchors that the page uses itself get a
 * prefix: `Step 1` → `section-step-1`.
 */
export function headingIds(): (text: string) => string {
  const slugger = new GithubSlugger();
  return (text) => {
    const id = slugger.slug(text);
    return isReserved(id) ? slugger.slug(`section-${id}`) : id;
  };
}
