import GithubSlugger from 'github-slugger';

/**
 * Anchors that a page has for things of its own: blocks, steps and comments, the fields of the placeholders, the parts
 * of the layout, the fields of the search, Sätteri's footnotes.
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

/** Whether an anchor belongs to the page, so that no heading can have it. */
export function isReserved(id: string): boolean {
  return RESERVED.some((pattern) => pattern.test(id));
}

/**
 * Gives the headings of one text their anchors, in order and each its own: GitHub's, but where the page itself has that
 * one: `Step 1` → `section-step-1`.
 */
export function headingIds(): (text: string) => string {
  const slugger = new GithubSlugger();
  return (text) => {
    const id = slugger.slug(text);
    return isReserved(id) ? slugger.slug(`section-${id}`) : id;
  };
}
